/**
 * Whether words that are kept, told, sent, written down or looked up in the person's name are the person's: what a page
 * or a calendar says is not put into their mouth. Pure.
 */
import type { Wish } from '../../understand/wish.ts';
import { likeness } from '../../understand/word-likeness.ts';
import type { Deed } from '../deed.ts';
import type { Spoken } from '../spoken.ts';
import { type Clause, plain } from './clauses.ts';
import { wordSet } from './lexicon.ts';
import { isSaid } from './said-names.ts';
import type { Talk } from './talk.ts';

/** How much of a text has to be said: of a message a third, because models put it politely; of a fact half. */
export const toldShare = 1 / 3;
export const keptShare = 1 / 2;

/** "The police is here" has none of "the parcel is here". */
const weak: ReadonlySet<string> = wordSet(
  'here there come now please hier dort kommt komm bitte jetzt ici viens venez maintenant aquí ahora ven venid daar kom',
);

/** Sounds of one word, heard or written differently. */
const sameWord = 0.8;
const shortestWord = 3;

/** True for a text without any word of its own, too. */
export function isOwnText(text: string, share: number, talk: Talk, spoken: Spoken): boolean {
  const said = wordsSaid(talk, spoken);
  // "Tell everybody": whom it is told is nothing of what is told.
  const words = contentOf(text, talk).filter(
    (word) => !weak.has(word) && talk.lexicon.asking.announce?.test(word) !== true,
  );
  return words.length === 0 || countSaid(words, said, talk) >= words.length * share;
}

/** What is sent elsewhere is written by the model ("a polite mail that …"): it has to be about what was said. */
export function isAboutOwn(
  { texts, whom, tool }: Pick<Extract<Deed, { readonly do: 'outside' }>, 'texts' | 'whom' | 'tool'>,
  talk: Talk,
  spoken: Spoken,
): boolean {
  const near = talk.now
    .filter(({ mood }) => mood === 'request')
    .flatMap(({ text }) => text.split(' ').slice(0, whomPlace));
  const before = near.some((word) => somebody.has(word)) ? earlierWords(talk, spoken) : [];
  // A name may stand in an address ("anna@example.org").
  const isToOwn = whom.every(
    (text) =>
      contentOf(text, talk).length === 0 || countSaid(parts(text, talk), [...near, ...before], talk) > 0,
  );
  if (!isToOwn) return false;
  const said = wordsSaid(talk, spoken).filter((word) => !tool.toLowerCase().includes(word));
  return texts.every((text) => {
    const words = contentOf(text, talk);
    return words.length < shortestWord || countSaid(words, said, talk) > 0;
  });
}

/** Items, titles: what a wish carries beside the device it is for. */
export function isCarriedAsked(wish: Wish, clause: Clause | null, talk: Talk, spoken: Spoken): boolean {
  const text = clause?.text ?? '';
  switch (wish.do) {
    case 'add_items':
      return unnamed.test(text) || wish.items.every((item) => isOwnText(item, keptShare, talk, spoken));
    case 'complete_items':
    case 'remove_items':
      return all.test(text) || wish.items.every((item) => hasOwnWord(item, talk, spoken));
    case 'play_media': {
      const isFree = clause === null || clause.only !== 'play' || anyMusic.test(text);
      const isShort = plain(wish.query, talk.language).split(' ').length <= shortestWord;
      return (isFree && isShort) || isOwnText(wish.query, toldShare, talk, spoken);
    }
    default:
      return true;
  }
}

/** "The ingredients for pancakes": what exactly is left to whoever writes it down. */
const unnamed =
  /(?<!\p{L})(?:ingredients?|stuff|things?|supplies|essentials|whatever|what (?:we|i|you|is)|everything|recipe|zutaten|alles|was (?:wir|ich|man)|sachen|ingrédients?|tout ce|ingredientes?|todo lo|lo que|ingrediënten|wat (?:we|ik))(?!\p{L})/u;
const all =
  /(?<!\p{L})(?:all|everything|whole|empty|clear|both|alles?n?|leer\p{L}*|tout\p{L}*|vid\p{L}*|todo\p{L}*|vacía\p{L}*|leeg\p{L}*)(?!\p{L})/u;
const anyMusic =
  /(?<!\p{L})(?:music|musik|musique|música|muziek|something|anything|tunes?|songs?|etwas|lieder|quelque chose|chansons?|algo|canciones|iets|liedjes)(?!\p{L})/u;

function hasOwnWord(text: string, talk: Talk, spoken: Spoken): boolean {
  const words = contentOf(text, talk);
  return words.length === 0 || countSaid(words, wordsSaid(talk, spoken), talk) > 0;
}

/** What was heard counts where the person points at it ("tick that one off"). */
function wordsSaid({ language, lexicon, now }: Talk, spoken: Spoken): readonly string[] {
  const points = now.some(({ text }) => lexicon.pronoun.test(text));
  const heard = points && spoken.heard !== null ? [spoken.heard] : [];
  return [...spoken.words, ...spoken.alternatives, ...heard]
    .flatMap((text) => plain(text, language).split(' '))
    .filter((word) => word !== '');
}

function contentOf(text: string, { language, lexicon }: Talk): readonly string[] {
  return plain(text, language)
    .split(' ')
    .filter((word) => (word.length >= shortestWord || /\d/.test(word)) && !lexicon.empty.has(word));
}

/** Who gets it is named at the beginning, before what it is: "send a message to my mother in law that …". */
const whomPlace = 6;
/** "Send him a message": named in a sentence before. */
const somebody = wordSet('him her them ihm ihr ihnen lui leur le les hem haar hen hun');

const earlierWords = ({ language }: Talk, { words }: Spoken): readonly string[] =>
  words.slice(0, -1).flatMap((text) => plain(text, language).split(' '));

const parts = (text: string, talk: Talk): readonly string[] =>
  contentOf(text.replaceAll(/[@._+-]/g, ' '), talk);

function countSaid(words: readonly string[], said: readonly string[], { language, lexicon }: Talk): number {
  return words.filter(
    (word) =>
      isSaid(word, said, language, lexicon.kin) || said.some((other) => likeness(other, word) >= sameWord),
  ).length;
}
