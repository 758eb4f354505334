/** A code as it is said: "one two three four", "twelve thirty four", "the code is 1 2 3 4". Pure. */
import { numberPhrases } from './spoken-numbers.ts';

/** What stands in for what nobody may read. */
export const hiddenText = '•••';

/** Shorter runs of digits are no code of ours: they are times, degrees and lengths. */
export const minCodeDigits = 4;

const maxPhraseWords = 4;

type Token = { readonly word: string; readonly start: number; readonly end: number };

/** A row of digits and numbers without another word between them. */
type Run = {
  readonly digits: string;
  /** Where it stands among the words. */
  readonly from: number;
  readonly to: number;
};

/** The code, where the sentence is nothing else or holds one row that is long enough; null where it is no code. */
export function readSpokenCode(text: string, language: string): string | null {
  const alone = codeAlone(text, language);
  if (alone !== null) return alone;
  const [only, ...others] = longRuns(tokensOf(text), language);
  return only && others.length === 0 ? only.digits : null;
}

/** The code, where the sentence is nothing else. */
export function codeAlone(text: string, language: string): string | null {
  const tokens = tokensOf(text);
  const runs = runsOf(tokens, language);
  if (runs.length === 0) return null;
  const rest = tokens.filter((_, at) => !runs.some(({ from, to }) => at >= from && at < to));
  return rest.every(({ word }) => around.has(word)) ? runs.map(({ digits }) => digits).join('') : null;
}

/** Without a code that nobody asked for: "unlock the door, the code is 1 2 3 4". */
export function withoutCode(text: string, language: string): string {
  const tokens = tokensOf(text);
  const said = longRuns(tokens, language).filter(({ from }) => {
    const before = tokens.slice(Math.max(0, from - 4), from).map(({ word }) => word);
    return before.some((word) => codeWords.has(word)) && !before.some((word) => otherCodes.has(word));
  });
  const phrases = said.map((run) => ({ ...run, from: phraseStart(tokens, run.from) }));
  return said.length === 0 ? text : replaced(text, tokens, phrases, '').trim();
}

/** Where "with the code" begins, before the digits. */
function phraseStart(tokens: readonly Token[], from: number): number {
  const word = tokens[from - 1]?.word ?? '';
  return around.has(word) || leadIns.has(word) ? phraseStart(tokens, from - 1) : from;
}

/** With every row of digits hidden that is as long as a code. */
export function withHiddenCodes(text: string, language: string): string {
  const tokens = tokensOf(text);
  return replaced(text, tokens, longRuns(tokens, language), hiddenText);
}

function longRuns(tokens: readonly Token[], language: string): readonly Run[] {
  return runsOf(tokens, language).filter(({ digits }) => digits.length >= minCodeDigits);
}

function tokensOf(text: string): readonly Token[] {
  return [...text.matchAll(/\p{N}+|\p{L}+/gu)].map(({ 0: word, index }) => ({
    word: plain(word),
    start: index,
    end: index + word.length,
  }));
}

function plain(word: string): string {
  return word.toLowerCase().replaceAll('ß', 'ss').normalize('NFD').replaceAll(/\p{M}/gu, '');
}

function runsOf(tokens: readonly Token[], language: string): readonly Run[] {
  const runs: Run[] = [];
  for (let at = 0; at < tokens.length;) {
    const number = numberAt(tokens, at, language);
    if (number === undefined) {
      at += 1;
      continue;
    }
    const last = runs.at(-1);
    if (last?.to === at)
      runs[runs.length - 1] = { ...last, digits: last.digits + number.digits, to: number.to };
    else runs.push({ ...number, from: at });
    at = number.to;
  }
  return runs;
}

type SaidNumber = { readonly digits: string; readonly to: number };

function numberAt(tokens: readonly Token[], at: number, language: string): SaidNumber | undefined {
  const first = tokens[at]?.word ?? '';
  if (/^\p{N}+$/u.test(first)) return { digits: digitsOf(first), to: at + 1 };
  const times = repeats.get(first);
  if (times !== undefined) {
    const repeated = numberAt(tokens, at + 1, language);
    return repeated?.digits.length === 1
      ? { digits: repeated.digits.repeat(times), to: repeated.to }
      : undefined;
  }
  const phrases = numberPhrases(language);
  for (let count = maxPhraseWords; count > 0; count -= 1) {
    const words = tokens.slice(at, at + count).map(({ word }) => word);
    const value = phrases.get(words.join(' '));
    if (words.length === count && value !== undefined) return { digits: String(value), to: at + count };
  }
  return undefined;
}

/** Digits of other scripts as ASCII. */
function digitsOf(text: string): string {
  return text.normalize('NFKC').replaceAll(/\D/gu, '');
}

const repeats: ReadonlyMap<string, number> = new Map([
  ['double', 2],
  ['doppel', 2],
  ['dubbel', 2],
  ['doble', 2],
  ['triple', 3],
]);

function replaced(text: string, tokens: readonly Token[], runs: readonly Run[], by: string): string {
  return runs.reduceRight((whole, { from, to }) => {
    const start = tokens[from]?.start ?? 0;
    const end = tokens[to - 1]?.end ?? start;
    return whole.slice(0, start) + by + whole.slice(end);
  }, text);
}

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(' '));

const codeWords = setOf(
  'code pin passcode password kode geheimzahl clave codigo contrasena pincode motdepasse',
);

/** "zip code", "error code", "area code". */
const otherCodes = setOf('zip postal post area error country dialing status color bar');

const leadIns = setOf('with using by mit avec con met via');

/** What is said around a code, and no other request. */
const around: ReadonlySet<string> = new Set([
  ...codeWords,
  ...setOf('the my our is it s its number please yes okay ok and uh um'),
  ...setOf('der die das mein unser ist lautet es nummer bitte ja und ah'),
  ...setOf('le la mon notre est c il numero oui s il vous te plait et euh'),
  ...setOf('el mi nuestro es numero por favor si y'),
  ...setOf('de mijn onze het nummer graag alsjeblieft ja en'),
]);
