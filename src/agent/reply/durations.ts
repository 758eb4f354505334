/** Lengths of time as they are said. */
import { dayMs, hourMs, minuteMs } from '../../core/time-units.ts';

const unitsMs = [
  ['week', 7 * dayMs],
  ['day', dayMs],
  ['hour', hourMs],
  ['minute', minuteMs],
  ['second', 1_000],
] as const;

/** From here on nobody wants to hear the seconds. */
const coarseMs = 10 * minuteMs;

/**
 * "1 hour and 5 minutes", in the language of the tag: exact where it was asked for so, else two units at most, and
 * no seconds where there are many minutes. At least a second.
 */
export function spokenDuration(durationMs: number, language: string, isExact = false): string {
  const seconds = Math.max(1, Math.ceil(durationMs / 1_000));
  let restMs = seconds * 1_000;
  if (!isExact && restMs >= coarseMs) restMs = Math.round(restMs / 60_000) * 60_000;
  const parts = partsOf(restMs, language, ['day', 'hour', 'minute', 'second']);
  return listed(isExact ? parts : parts.slice(0, 2), language);
}

type DayUnit = 'week' | 'day';

/** Whole days in these units: "34 days", "4 weeks and 6 days". */
export function spokenDays(lengthMs: number, language: string, units: readonly DayUnit[]): string {
  return listed(partsOf(lengthMs, language, units), language);
}

type Unit = (typeof unitsMs)[number][0];

function partsOf(lengthMs: number, language: string, units: readonly Unit[]): readonly string[] {
  let restMs = lengthMs;
  return unitsMs.flatMap(([unit, unitMs]) => {
    if (!units.includes(unit)) return [];
    const count = Math.floor(restMs / unitMs);
    restMs -= count * unitMs;
    const format = { style: 'unit', unit, unitDisplay: 'long', useGrouping: false } as const;
    return count === 0 ? [] : [new Intl.NumberFormat(language, format).format(count)];
  });
}

function listed(parts: readonly string[], language: string): string {
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(parts);
}
