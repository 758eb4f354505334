/** A step about timers, answered by the schedule. */
import { answerTimer, type TimerDesk, type TimerKeeper } from '../schedule/answer-timer.ts';
import type { TimerOutcome } from '../schedule/timer-outcome.ts';
import type { TimerOrigin } from '../schedule/timer.ts';
import type { Timers } from '../schedule/timers.ts';
import type { Clock } from '../../core/clock.ts';
import type { Turn } from '../turn.ts';
import { type Answer, answered } from './answer.ts';
import type { TimerRequest } from '../understand/plan.ts';

export type TimerService = Omit<TimerDesk, 'floorOf'> & {
  readonly timers: TimerKeeper & Pick<Timers, 'refresh' | 'unheardBy' | 'lateMs'>;
  readonly clock: Clock;
};

/** What became of it; where several timers fit, or no length was said, and an answer can come back, it is asked. */
export async function answerTimerStep(
  request: TimerRequest,
  { request: asked, speaker, areaId, model, pack }: Turn,
  { clock, ...desk }: TimerService,
): Promise<Answer> {
  const origin: TimerOrigin = {
    satelliteId: speaker.satelliteId,
    deviceId: speaker.deviceId,
    areaId,
    language: pack.language,
    showsTimers: asked.deviceSupportsTimers === true,
  };
  await desk.timers.refresh();
  const floorOf = (id: string) => model.areas.get(id)?.floorId ?? null;
  const outcome = await answerTimer(request, origin, { ...desk, floorOf });
  const speech = pack.timers.outcome(outcome, clock.now());
  const lacksLength = outcome.kind === 'refused' && outcome.why === 'no-length';
  if (lacksLength && request.do === 'start' && speaker.conversationId !== null)
    return { ...answered, open: [{ kind: 'timer-length', name: request.name, question: speech }] };
  if (outcome.kind !== 'which' || !('timer' in request) || speaker.conversationId === null)
    return { ...answered, speech, timerId: timerOf(outcome) };
  const timers = outcome.timers.map(({ timerId, name, durationMs }) => ({
    timerId,
    name,
    lengthMs: durationMs,
  }));
  return { ...answered, open: [{ kind: 'which-timer', request, timers, question: speech }] };
}

/** The one that "it" is about next. */
function timerOf(outcome: TimerOutcome): string | null {
  if ('timer' in outcome) return outcome.timer.timerId;
  const [only, ...others] = outcome.kind === 'status' ? outcome.timers : [];
  return only && others.length === 0 ? only.timerId : null;
}

/** Sentences about timers that ended unheard where somebody speaks now; they are told once. */
export async function tellUnheard(
  { speaker, pack }: Pick<Turn, 'speaker' | 'pack'>,
  { timers }: Pick<TimerService, 'timers'>,
): Promise<string> {
  const unheard = timers.unheardBy(speaker);
  if (unheard.length === 0) return '';
  const told = unheard.map((timer) => pack.timers.end({ timer, lateMs: timers.lateMs(timer) }));
  await timers.remove(unheard.map(({ timerId }) => timerId));
  return told.join(' ');
}
