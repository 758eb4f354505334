/** The days a forecast can be asked for, as sentences name them, and which dates they are. */
import { dayMs } from '../../core/time-units.ts';

export const forecastDays = [
  'sunday',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'today',
  'tomorrow',
  'day_after',
  /** The next few. */
  'days',
] as const;
export type ForecastDay = (typeof forecastDays)[number];

const weekdayCount = 7;

/** Calendar days from today on, 0 is today; a weekday is the next of its name. */
export function daysAhead(day: ForecastDay, today: string): readonly number[] {
  switch (day) {
    case 'today':
      return [0];
    case 'tomorrow':
      return [1];
    case 'day_after':
      return [2];
    case 'days':
      return [1, 2, 3];
    default: {
      const now = new Date(Date.parse(today)).getUTCDay();
      return [(forecastDays.indexOf(day) - now + weekdayCount) % weekdayCount];
    }
  }
}

/** The calendar day of a moment, `YYYY-MM-DD`; the zone is an IANA name, null for this machine's. */
export function dateOf(ms: number, timeZone: string | null): string {
  const parts = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;
  return new Intl.DateTimeFormat('sv-SE', { ...parts, ...(timeZone !== null && { timeZone }) }).format(ms);
}

/** The date so many days later. */
export function dateAfter(date: string, days: number): string {
  return new Date(Date.parse(date) + days * dayMs).toISOString().slice(0, 10);
}
