/** What was heard → plain words: one case, no punctuation, contractions opened, numbers as digits. Pure. */
import { openGerund } from './gerunds.ts';
import { digitsForWords } from './number-words.ts';

const contractions: ReadonlyMap<string, string> = new Map([
  ["can't", 'can not'],
  ['cannot', 'can not'],
  ["won't", 'will not'],
  ["shan't", 'shall not'],
  ["let's", 'let us'],
  ["i'm", 'i am'],
  ['gonna', 'going to'],
  ['wanna', 'want to'],
  ['dont', 'do not'],
  ['didnt', 'did not'],
  ['whats', 'what is'],
  ['turnoff', 'turn off'],
  ['u', 'you'],
  ['gimme', 'give me'],
  ['lemme', 'let me'],
  ['gotta', 'have to'],
  ['wouldya', 'would you'],
  ['couldya', 'could you'],
  ['ur', 'your'],
  ['pls', 'please'],
  ['plz', 'please'],
  ['thx', 'thanks'],
  ['turnon', 'turn on'],
  ['switchoff', 'switch off'],
  ['switchon', 'switch on'],
  ['shutdown', 'shut down'],
]);

/** Words after which `'s` is "is"; after others it is a possessive and stays with its word. */
const beforeIs = /^(what|where|who|how|that|it|there|here|he|she)$/;

/** "The lamp's too bright", "make sure the front door's locked": no possessive stands before such words. */
const isBefore =
  /(\p{L})'s (?=(?:not|too|so|still|getting|really|very|way|a bit|locked|unlocked|closed|dirty|filthy)\b)/gu;

/** Sounds people make while they think. */
const fillers: ReadonlySet<string> = new Set(['uh', 'um', 'uhm', 'er', 'erm', 'hmm', 'ah', 'oh']);

export function normalise(text: string): readonly string[] {
  const plain = text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[’‘`´]/g, "'")
    .replaceAll(isBefore, '$1 is ')
    .replaceAll(/(\d)\s*%/g, '$1 percent')
    .replaceAll(/per cents?\b|percents\b/g, 'percent')
    .replaceAll(/(\d)\s*°\s*(?=[cf]\b)?/g, '$1 degrees ')
    .replaceAll(/(\d)(k|c|f|am|pm|h|hrs?|mins?|secs?|s)\b/g, '$1 $2')
    .replaceAll(/[^\p{L}\p{N}'.]+/gu, ' ')
    .replaceAll(/(?<!\d)\.|\.(?!\d)/g, ' ');
  const words = plain
    .split(' ')
    .map((word) => word.replaceAll(/^'+|'+$/g, ''))
    .filter((word) => word !== '' && !fillers.has(word));
  return openGerund(digitsForWords(words.flatMap((word) => openContraction(word).split(' '))));
}

/** The same, with the commas and semicolons that part clauses and items as "and" does. */
export function normaliseParted(text: string): readonly string[] {
  return normalise(text.replaceAll(/[,;]( and\b)?/g, ' and '));
}

function openContraction(word: string): string {
  const known = contractions.get(word);
  if (known !== undefined) return known;
  if (word.endsWith("n't")) return `${word.slice(0, -3)} not`;
  const [stem = '', ending] = word.split("'");
  if (ending === 're') return `${stem} are`;
  if (ending === 'll') return `${stem} will`;
  if (ending === 've') return `${stem} have`;
  if (ending === 'd') return `${stem} would`;
  if (ending === 's' && beforeIs.test(stem)) return `${stem} is`;
  return word;
}
