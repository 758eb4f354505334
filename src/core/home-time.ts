/** Times as the home's clock shows them, for models: short, sortable, without a zone. */

/** "2026-11-21 16:05". */
export function localTime(atMs: number, timeZone: string | null): string {
  return parts(atMs, timeZone).slice(0, 16);
}

/** "2026-11-21". */
export function localDate(atMs: number, timeZone: string | null): string {
  return parts(atMs, timeZone).slice(0, 10);
}

/** Midnight at the beginning of a day (`YYYY-MM-DD`) in the home, ms since the epoch; NaN for no date. */
export function startOfDay(date: string, timeZone: string | null): number {
  const asUtc = Date.parse(`${date}T00:00:00Z`);
  if (Number.isNaN(asUtc)) return asUtc;
  // The offset is that of the moment itself, so the first guess is corrected once more where the clock changes.
  const first = asUtc - offsetAt(asUtc, timeZone);
  return asUtc - offsetAt(first, timeZone);
}

const formats = new Map<string, Intl.DateTimeFormat>();

function parts(atMs: number, timeZone: string | null): string {
  const zone = timeZone ?? 'UTC';
  const known = formats.get(zone);
  // Swedish writes dates as ISO 8601 does.
  const format =
    known ?? new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'medium', timeZone: zone });
  formats.set(zone, format);
  return format.format(atMs);
}

function offsetAt(atMs: number, timeZone: string | null): number {
  return Date.parse(`${parts(atMs, timeZone).replace(' ', 'T')}Z`) - Math.floor(atMs / 1_000) * 1_000;
}
