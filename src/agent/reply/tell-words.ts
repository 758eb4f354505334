/** What is said about the clock, the calendar and the sky, and small courtesies. */
import { type ForecastPhrases, forecastWords, type DayForecast } from './forecast-words.ts';
import { type PeopleFacts, type PeoplePhrases, peopleWords } from './people-words.ts';
import { sentence } from './phrasing.ts';
import type { CalendarAnswer, ForecastAbout } from '../understand/plan.ts';
import { spokenDays, spokenDuration } from './durations.ts';
import { dayMs } from '../../core/time-units.ts';

/** Home Assistant's conditions of the weather. */
export const weatherConditions = [
  'clear-night',
  'cloudy',
  'exceptional',
  'fog',
  'hail',
  'lightning',
  'lightning-rainy',
  'partlycloudy',
  'pouring',
  'rainy',
  'snowy',
  'snowy-rainy',
  'sunny',
  'windy',
  'windy-variant',
] as const;

export type WeatherCondition = (typeof weatherConditions)[number];

/** Clauses without capital and full stop; courtesies are whole sentences. */
export type TellPhrases = {
  readonly language: string;
  readonly time: (time: string) => string;
  readonly date: (date: string) => string;
  readonly greeting: string;
  readonly farewell: string;
  readonly thanks: string;
  readonly help: string;
  /** Who speaks. */
  readonly name: string;
  readonly conditions: Readonly<Record<WeatherCondition, string>>;
  /** `degrees` null: nobody measures. */
  readonly weather: (condition: string, degrees: number | null) => string;
  /** What a player plays; names as the home has them, `artist` null where nobody is told. */
  readonly playing: (name: string, title: string, artist: string | null) => string;
  /** After the first of many: how many there are beside them. */
  readonly more: (count: number) => string;
  readonly forecast: Omit<ForecastPhrases, 'language'>;
  readonly people: PeoplePhrases;
};

export type Told = 'time' | 'date' | 'greeting' | 'farewell' | 'thanks' | 'help' | 'name';

export type TellWords = {
  readonly tell: (what: Told, nowMs: number, timeZone: string | null) => string;
  readonly calendar: (answer: CalendarAnswer, timeZone: string | null) => string;
  readonly weather: (condition: string, degrees: number | null) => string;
  readonly playing: (name: string, title: string, artist: string | null) => string;
  readonly more: (count: number) => string;
  readonly forecast: (about: ForecastAbout, days: readonly DayForecast[]) => string;
  readonly people: (facts: PeopleFacts) => string;
};

export function tellWords(phrases: TellPhrases): TellWords {
  const format = (nowMs: number, options: Intl.DateTimeFormatOptions, timeZone: string | null) =>
    new Intl.DateTimeFormat(phrases.language, { ...options, ...(timeZone !== null && { timeZone }) })
      .format(nowMs)
      .replaceAll(/[\u202F\u00A0]/g, ' ');
  const conditionWords = (condition: string): string => {
    const known = weatherConditions.find((one) => one === condition);
    return known ? phrases.conditions[known] : condition.replaceAll(/[-_]/g, ' ');
  };
  return {
    tell: (what, nowMs, timeZone) => {
      if (what === 'time') return sentence(phrases.time(format(nowMs, { timeStyle: 'short' }, timeZone)));
      if (what === 'date') return sentence(phrases.date(format(nowMs, { dateStyle: 'full' }, timeZone)));
      return phrases[what];
    },
    calendar: (answer, timeZone) => {
      if (answer.tell !== 'length') {
        const style =
          answer.tell === 'time' ? ({ timeStyle: 'short' } as const) : ({ dateStyle: 'full' } as const);
        return sentence(format(answer.atMs, style, timeZone));
      }
      const { lengthMs, inWeeks } = answer;
      if (lengthMs === 0) return sentence(phrases.forecast.today);
      if (inWeeks) return sentence(spokenDays(lengthMs, phrases.language, ['week', 'day']));
      if (lengthMs % dayMs === 0) return sentence(spokenDays(lengthMs, phrases.language, ['day']));
      return sentence(spokenDuration(lengthMs, phrases.language));
    },
    weather: (condition, degrees) => {
      const words = conditionWords(condition);
      return sentence(phrases.weather(words, degrees === null ? null : Math.round(degrees)));
    },
    playing: (name, title, artist) => sentence(phrases.playing(name, title, artist)),
    more: (count) => sentence(phrases.more(count)),
    forecast: forecastWords({ ...phrases.forecast, language: phrases.language }, conditionWords),
    people: peopleWords(phrases.people),
  };
}
