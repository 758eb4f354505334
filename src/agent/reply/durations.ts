/** Lengths of time as they are said. */

const unitsMs = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1_000],
] as const;

/** From here on nobody wants to hear the seconds. */
const coarseMs = 10 * 60_000;

/**
 * "1 hour and 5 minutes", in the language of the tag: exact where it was asked for so, else two units at most, and
 * no seconds where there are many minutes. At least a second.
 */
export function spokenDuration(durationMs: number, language: string, isExact = false): string {
  const seconds = Math.max(1, Math.ceil(durationMs / 1_000));
  let restMs = seconds * 1_000;
  if (!isExact && restMs >= coarseMs) restMs = Math.round(restMs / 60_000) * 60_000;
  const parts: string[] = [];
  for (const [unit, unitMs] of unitsMs) {
    const count = Math.floor(restMs / unitMs);
    restMs -= count * unitMs;
    if (count === 0) continue;
    parts.push(
      new Intl.NumberFormat(language, {
        style: 'unit',
        unit,
        unitDisplay: 'long',
        useGrouping: false,
      }).format(count),
    );
  }
  const said = isExact ? parts : parts.slice(0, 2);
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(said);
}
