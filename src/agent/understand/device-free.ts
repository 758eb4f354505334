/** Sentences that need no device: timers, and talk about the talk itself. */
import { slotReader } from './intents.ts';
import type { Parse } from './grammar/matcher.ts';
import type { Step, TimerChoice } from './plan.ts';

type Said = (slot: string) => string | undefined;

export function planWithoutDevice(
  parses: readonly Parse[],
): { readonly chosen: Parse; readonly plan: Step } | undefined {
  for (const chosen of parses) {
    const plan = stepOf(chosen.intent, slotReader(chosen.captures));
    if (plan) return { chosen, plan };
  }
  return undefined;
}

function stepOf(intent: string, said: Said): Step | undefined {
  switch (intent) {
    case 'start_timer':
      return {
        kind: 'timer',
        request: { do: 'start', lengthMs: lengthOf(said), name: said('timer_name') ?? null },
      };
    case 'cancel_timer':
      return { kind: 'timer', request: { do: 'cancel', timer: choiceOf(said) } };
    case 'pause_timer':
      return { kind: 'timer', request: { do: 'pause', timer: choiceOf(said) } };
    case 'resume_timer':
      return { kind: 'timer', request: { do: 'resume', timer: choiceOf(said) } };
    case 'timer_status':
      return { kind: 'timer', request: { do: 'status', timer: choiceOf(said) } };
    case 'cancel_all_timers':
      return { kind: 'timer', request: { do: 'cancel_all', place: null } };
    case 'add_time':
      return { kind: 'timer', request: { do: 'change', byMs: lengthOf(said), timer: nameOnly(said) } };
    case 'take_time':
      return { kind: 'timer', request: { do: 'change', byMs: -lengthOf(said), timer: nameOnly(said) } };
    case 'again':
      return { kind: 'again' };
    case 'undo':
      return { kind: 'undo' };
    case 'never_mind':
      return { kind: 'never-mind' };
    case 'yes':
      return { kind: 'reply', answer: { said: 'yes' } };
    case 'no':
      return { kind: 'reply', answer: { said: 'no' } };
    default:
      return undefined;
  }
}

function lengthOf(said: Said): number {
  const part = (number: string, unit: string) => Number(said(number) ?? 0) * Number(said(unit) ?? 0);
  return part('number', 'unit') + part('second_number', 'second_unit');
}

function nameOnly(said: Said): TimerChoice {
  return { name: said('timer_name') ?? null, lengthMs: null, place: null };
}

function choiceOf(said: Said): TimerChoice {
  const lengthMs = said('number') === undefined ? null : lengthOf(said);
  return { ...nameOnly(said), lengthMs };
}
