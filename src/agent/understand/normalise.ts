/** What was heard → plain words: one case, no punctuation, contractions opened, numbers as digits. Pure. */
import { openGerund } from './gerunds.ts';
import { digitsForWords } from './number-words.ts';
import { withApostrophes, wordsFor } from './short-forms.ts';

/** Words after which `'s` is "is"; after others it is a possessive and stays with its word. */
const beforeIs = /^(what|where|when|who|how|that|it|there|here|he|she)$/;

/** "The lamp's too bright", "make sure the front door's locked": no possessive stands before such words. */
const isBefore =
  /(\p{L})'s (?=(?:not|too|so|still|getting|really|very|way|a bit|locked|unlocked|closed|dirty|filthy)\b)/gu;

/** Sounds people make while they think. */
const fillers: ReadonlySet<string> = new Set('uh uhh um umm uhm er erm hm hmm mm ah ahh oh'.split(' '));

/** "Bed room" is the bedroom; in names too. */
const partedRooms =
  /\b(bed|bath|wash|rest|play|store|cloak|ball|sun) (rooms?)\b|\b(hall|drive|stair) (way|case)\b/g;

export function normalise(text: string): readonly string[] {
  const plain = withApostrophes(
    text
      .normalize('NFC')
      .toLowerCase()
      .replaceAll(/[’‘`´]/g, "'"),
  )
    .replaceAll(isBefore, '$1 is ')
    .replaceAll(/(\d)\s*%/g, '$1 percent')
    .replaceAll(/per cents?\b|percents\b/g, 'percent')
    .replaceAll(/(\d)\s*°\s*(?=[cf]\b)?/g, '$1 degrees ')
    .replaceAll(/(\d)(k|c|f|am|pm|h|hrs?|mins?|secs?|s)\b/g, '$1 $2')
    .replaceAll(/[^\p{L}\p{N}'.]+/gu, ' ')
    .replaceAll(/(?<!\d)\.|\.(?!\d)/g, ' ')
    .replaceAll(partedRooms, '$1$2$3$4');
  const words = plain
    .split(' ')
    .map((word) => word.replaceAll(/^'+|'+$/g, ''))
    .filter((word) => word !== '' && !fillers.has(word));
  return openGerund(digitsForWords(words.flatMap((word) => openContraction(word).split(' '))));
}

/** The same, with the commas and semicolons that part clauses and items as "and" does. */
export function normaliseParted(text: string): readonly string[] {
  return normalise(text.replaceAll(partingComma, ' and '));
}

/** "Sorry, the other one" corrects; it does not go on as "and the other one" does. */
const partingComma = /(?<!^\s*(?:oh |no |ah )?(?:sorry|oops|wait|no))[,;]( and\b)?/gi;

function openContraction(word: string): string {
  const known = wordsFor(word);
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
