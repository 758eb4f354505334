/** What was said of timers → what is asked of them. */
import type { Said } from './intents/command-intent.ts';
import { findPlace, type LinkContext } from './mention.ts';
import type { Step, TimerChoice } from './plan.ts';

/**
 * Undefined when the intent is none of timers, names a room the home does not have, or says "it" where no timer was
 * talked about.
 */
export function timerStep(
  intent: string,
  said: Said,
  context: LinkContext,
  lastTimerId: string | null = null,
): Step | undefined {
  const placeText = said('place');
  const place = placeText === undefined ? null : findPlace(context, placeText);
  if (place === undefined) return undefined;
  const isIt = said('timer_it') !== undefined;
  if (isIt && lastTimerId === null) return undefined;
  const timer: TimerChoice = {
    // A comma after the name is read as "and".
    name: said('timer_name')?.replace(/ and$/, '') ?? null,
    lengthMs: said('length') === undefined ? null : Number(said('length')),
    place: place && { kind: place.kind, id: place.id, name: place.name },
    ...(isIt && lastTimerId !== null && { timerId: lastTimerId }),
    ...(said('timer_other') !== undefined && lastTimerId !== null && { otherThan: lastTimerId }),
  };
  const lengthMs = Number(said('duration') ?? 0);
  switch (intent) {
    case 'start_timer':
      return lengthMs > 0
        ? { kind: 'timer', request: { do: 'start', lengthMs, name: timer.name } }
        : undefined;
    case 'start_timer_for':
      return { kind: 'timer', request: { do: 'start', lengthMs: 0, name: timer.name } };
    case 'cancel_timer':
      return { kind: 'timer', request: { do: 'cancel', timer } };
    case 'pause_timer':
      return { kind: 'timer', request: { do: 'pause', timer } };
    case 'resume_timer':
      return { kind: 'timer', request: { do: 'resume', timer } };
    case 'timer_status':
      return { kind: 'timer', request: { do: 'status', timer } };
    case 'cancel_all_timers':
      return { kind: 'timer', request: { do: 'cancel_all', place: timer.place } };
    case 'add_time':
      return { kind: 'timer', request: { do: 'change', byMs: lengthMs, timer } };
    case 'take_time':
      return { kind: 'timer', request: { do: 'change', byMs: -lengthMs, timer } };
    case 'set_time': {
      const minutes = said('minutes');
      const newMs = minutes === undefined ? lengthMs : Number(minutes) * 60_000;
      return isIt ? { kind: 'timer', request: { do: 'set', lengthMs: newMs, timer } } : undefined;
    }
    default:
      return undefined;
  }
}
