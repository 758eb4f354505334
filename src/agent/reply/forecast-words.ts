/** What is said of the weather to come. */
import type { ForecastAbout } from '../understand/plan.ts';
import { sentence } from './phrasing.ts';

/** One day as the home foretells it; null: not told. */
export type DayForecast = {
  /** 0 is today. */
  readonly daysAhead: number;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** Home Assistant's word, e.g. `partlycloudy`. */
  readonly condition: string | null;
  /** In the home's unit. */
  readonly lowest: number | null;
  readonly highest: number | null;
  /** 0–100. */
  readonly rainPercent: number | null;
};

/** Clauses without capital and full stop. */
export type ForecastPhrases = {
  readonly language: string;
  readonly yes: string;
  readonly no: string;
  readonly today: string;
  readonly tomorrow: string;
  readonly onDay: (weekday: string) => string;
  readonly between: (lowest: number, highest: number) => string;
  readonly upTo: (highest: number) => string;
  readonly rain: (percent: number) => string;
  /** The home did not tell. */
  readonly unknown: string;
};

/** From here on rain is worth a word, and likely. */
const mentionedPercent = 30;
const likelyPercent = 50;

const wet = /rain|pouring|hail/;
const snowy = /snow/;
const dry = /^(sunny|partlycloudy|clear-night)$/;

/** `null`: it may or may not be so. */
function verdictOf(about: ForecastAbout, { condition, rainPercent }: DayForecast): 'yes' | 'no' | null {
  if (about === 'weather' || about === 'temperature' || condition === null) return null;
  if (about === 'snow') return snowy.test(condition) ? 'yes' : 'no';
  if (about === 'sun') return dry.test(condition) ? 'yes' : 'no';
  if (wet.test(condition)) return 'yes';
  if (rainPercent === null || rainPercent < mentionedPercent) return 'no';
  return rainPercent >= likelyPercent ? 'yes' : null;
}

export function forecastWords(phrases: ForecastPhrases, conditionWords: (condition: string) => string) {
  const dayOf = ({ daysAhead, date }: DayForecast): string => {
    if (daysAhead === 0) return phrases.today;
    if (daysAhead === 1) return phrases.tomorrow;
    const weekday = new Intl.DateTimeFormat(phrases.language, { weekday: 'long', timeZone: 'UTC' });
    return phrases.onDay(weekday.format(Date.parse(date)));
  };
  const degreesOf = ({ lowest, highest }: DayForecast): readonly string[] => {
    if (highest === null) return [];
    const high = Math.round(highest);
    return [lowest === null ? phrases.upTo(high) : phrases.between(Math.round(lowest), high)];
  };
  const oneDay = (about: ForecastAbout, day: DayForecast): string => {
    const { condition, rainPercent } = day;
    const isRainTold = rainPercent !== null && (about === 'rain' || rainPercent >= mentionedPercent);
    const sky = [
      ...(condition === null ? [] : [conditionWords(condition)]),
      ...degreesOf(day),
      ...(isRainTold ? [phrases.rain(Math.round(rainPercent))] : []),
    ];
    const parts = about === 'temperature' && day.highest !== null ? degreesOf(day) : sky;
    if (parts.length === 0) return sentence(phrases.unknown);
    const verdict = verdictOf(about, day);
    return sentence(`${verdict === null ? '' : `${phrases[verdict]}, `}${dayOf(day)}: ${parts.join(', ')}`);
  };
  return (about: ForecastAbout, days: readonly DayForecast[]): string =>
    days.length === 0 ? sentence(phrases.unknown) : days.map((day) => oneDay(about, day)).join(' ');
}
