/** An answer to "which timer?": its name, its length, its place in the row, or all of them. Pure. */
import { readDuration } from './durations.ts';
import { normalise } from './normalise.ts';

/** A timer as it was offered. */
export type OfferedTimer = {
  readonly timerId: string;
  readonly name: string | null;
  readonly lengthMs: number;
};

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** What stands around the word that tells, in the languages we reply in; "one" is read as a number. */
const around = setOf(
  'the my one 1 for timer timers please der die das den bitte wecker und le la celui de du des minuteur el del temporizador por favor het graag minuten minuut minutos minuto',
);
const all = setOf('both all of them beide alle tous toutes les deux todos ambos los dos allebei allemaal 2');
const inTheRow = ['first', 'second', 'third', 'fourth', 'fifth'];

/** The ids of those that are meant; none when the sentence is something else. */
export function timersMeant(text: string, offered: readonly OfferedTimer[]): readonly string[] {
  const whole = normalise(text);
  const words = tellingOf(whole);
  const ids = (timers: readonly OfferedTimer[]) => timers.map(({ timerId }) => timerId);
  const only = (timers: readonly OfferedTimer[]) => (timers.length === 1 ? ids(timers) : []);
  if (words.length === 0) return [];
  const said = words.join(' ');
  const called = offered.filter(({ name }) => name !== null && tellingOf(normalise(name)).join(' ') === said);
  if (called.length > 0) return only(called);
  if (words.every((word) => all.has(word))) return ids(offered);
  const at = said === 'last' ? offered.length - 1 : inTheRow.indexOf(said);
  if (at >= 0) return ids(offered.slice(at, at + 1));
  const length = lengthOf(words) ?? lengthOf(whole.filter((word) => word !== 'the'));
  return only(offered.filter(({ lengthMs }) => lengthMs === length));
}

/** What people say before a length. */
const leads = setOf('make it for about set to say let us i would like please um well');

/** The length that answers "how long?", ms; undefined when the sentence is something else. A number alone means minutes. */
export function lengthMeant(text: string): number | undefined {
  const words = normalise(text);
  const start = words.findIndex((word) => !leads.has(word));
  const lengthMs = start < 0 ? undefined : lengthOf(words.slice(start));
  return lengthMs === undefined || lengthMs <= 0 ? undefined : lengthMs;
}

const tellingOf = (words: readonly string[]): readonly string[] => words.filter((word) => !around.has(word));

/** A number alone means minutes. */
function lengthOf(words: readonly string[]): number | undefined {
  const [first = ''] = words;
  if (words.length === 1 && /^\d+$/.test(first)) return Number(first) * 60_000;
  const read = readDuration(words, 0);
  const rest = words.slice(read?.end);
  return rest.every((word) => around.has(word)) ? read?.ms : undefined;
}
