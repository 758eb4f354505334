/** Moments in words ("next friday", "tomorrow at nine"), read by a date library in the home's time zone. Pure. */
// English alone: all its languages together take a fifth of the program's start.
import { casual } from 'chrono-node/en';
import { remembering } from '../../core/remembering.ts';
import { dayMs, minuteMs } from '../../core/time-units.ts';

export type Moment = {
  /** Since the epoch; noon, where only a day was said. */
  readonly atMs: number;
  readonly hasTime: boolean;
  /** All the words belong to it. */
  readonly isWhole: boolean;
};

/** The next one that the words can mean; `timeZone` is an IANA name, null for this machine's. */
export function readMoment(text: string, nowMs: number, timeZone: string | null): Moment | undefined {
  const offset = offsetMinutes(nowMs, timeZone);
  const [read] = casual.parse(text, { instant: new Date(nowMs), timezone: offset }, { forwardDate: true });
  if (read === undefined) return undefined;
  const ms = read.start.date().getTime();
  return {
    // A wall time beyond the change of the clocks is another moment.
    atMs: ms + (offset - offsetMinutes(ms, timeZone)) * minuteMs,
    hasTime: read.start.isCertain('hour'),
    isWhole: read.text.length === text.length,
  };
}

/** Whole days of the calendar there from one moment to another. */
export function daysBetween(fromMs: number, toMs: number, timeZone: string | null): number {
  const dayOf = (ms: number) => Math.floor((ms + offsetMinutes(ms, timeZone) * minuteMs) / dayMs);
  return dayOf(toMs) - dayOf(fromMs);
}

const mostZones = 10;

/** To make one takes longer than all that is done with it. */
const offsetFormat = remembering(
  mostZones,
  (timeZone) => new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' }),
);

/** How far the clocks of a zone are ahead of UTC at a moment. */
function offsetMinutes(ms: number, timeZone: string | null): number {
  if (timeZone === null) return -new Date(ms).getTimezoneOffset();
  const name = offsetFormat(timeZone)
    .formatToParts(ms)
    .find(({ type }) => type === 'timeZoneName')?.value;
  const [, sign = '+', hours = '0', minutes = '0'] = /GMT([+-])(\d\d):(\d\d)/.exec(name ?? '') ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}
