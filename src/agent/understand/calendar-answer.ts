/** "What date is next Friday", "how many days until Christmas", "what time is it in ten minutes": counted. Pure. */
import type { Said } from './intents/command-intent.ts';
import { daysBetween, readMoment } from './moment.ts';
import type { CalendarAnswer } from './plan.ts';
import type { Situation } from './situation.ts';
import { dayMs } from '../../core/time-units.ts';

/** Undefined when it is not known what time it is, or the words are no moment to come. */
export function calendarAnswer(
  intent: string,
  said: Said,
  { nowMs, model: { timeZone } }: Situation,
): CalendarAnswer | undefined {
  if (nowMs === undefined) return undefined;
  const duration = said('duration');
  if (intent === 'time_in')
    return duration === undefined ? undefined : { tell: 'time', atMs: nowMs + Number(duration) };
  const moment = readMoment(said('feast')?.replace('_', ' ') ?? said('when') ?? '', nowMs, timeZone);
  if (!moment?.isWhole) return undefined;
  if (intent === 'day_of') return { tell: 'day', atMs: moment.atMs };
  const isExact = moment.hasTime || said('unit') === 'hours';
  const days = daysBetween(nowMs, moment.atMs, timeZone);
  const lengthMs = isExact ? moment.atMs - nowMs : days * dayMs;
  if (lengthMs < 0) return undefined;
  return { tell: 'length', lengthMs, inWeeks: said('unit') === 'weeks' };
}
