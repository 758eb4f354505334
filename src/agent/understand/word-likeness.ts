/** How likely two different words are one word misheard, from sound and spelling. */
import { doubleMetaphone } from 'double-metaphone';
import { distance } from 'fastest-levenshtein';
import { remembering } from '../../core/remembering.ts';

/** Shorter words carry too little sound to tell a mishearing from another word ("bed", "red"). */
const shortestLetters = 4;
/** Up to this length one changed letter makes another word ("night", "light"): the sound must be equal. */
const soundOnlyLetters = 5;

/** Sounds that recognisers, and ears, take for each other. */
const families = ['PFBV', 'T0D', 'KG', 'SXJZ', 'MN', 'LR'];
export const familyOf: ReadonlyMap<string, string> = new Map(
  families.flatMap((family) => Array.from(family, (sound) => [sound, family] as const)),
);

/** 0 to 1; 0 means: another word. */
export function likeness(heard: string, known: string): number {
  if (heard === known) return 1;
  if (stem(heard) === stem(known)) return 0.97;
  if (/\d/.test(heard + known)) return 0;
  const shorter = Math.min(heard.length, known.length);
  if (shorter < shortestLetters) return 0;
  const changes = isSwapped(heard, known) ? 1 : distance(heard, known);
  const spelled = 1 - changes / Math.max(heard.length, known.length);
  const soundsEqual = spelled >= 0.6 && sharesSound(heard, known);
  if (soundsEqual) return Math.max(spelled, 0.88);
  return shorter > soundOnlyLetters && spelled >= 0.8 && beginAlike(heard, known) ? spelled : 0;
}

/** Words are told apart by their beginnings: "mountain" is no "fountain". */
function beginAlike(a: string, b: string): boolean {
  const [first = ''] = soundOf(a);
  const [other = ''] = soundOf(b);
  return a[0] === b[0] || first === other || familyOf.get(first)?.includes(other) === true;
}

/** Two neighbouring letters changed places: one slip of the finger. */
export function isSwapped(typed: string, word: string): boolean {
  if (typed.length !== word.length) return false;
  let at = 0;
  while (at < typed.length && typed[at] === word[at]) at += 1;
  const isCrossed = at < typed.length && typed[at] === word[at + 1] && typed[at + 1] === word[at];
  return isCrossed && typed.slice(at + 2) === word.slice(at + 2);
}

/** Words whose stem and sound are remembered: those of a large home, and what is said to it. */
const wordLimit = 20_000;

/** Without plural and possessive endings. */
export const stem = remembering(wordLimit, (word) => {
  const bare = word.replace(/'s?$/, '');
  if (bare.length > 4 && /(ch|sh|x|ss)es$/.test(bare)) return bare.slice(0, -2);
  return bare.length > 3 && /[^s]s$/.test(bare) ? bare.slice(0, -1) : bare;
});

/** Primary codes only: the secondary ones make "bathroom" sound like "bedroom". */
function sharesSound(a: string, b: string): boolean {
  const sound = soundOf(a);
  return sound !== '' && sound === soundOf(b);
}

export const soundOf = remembering(wordLimit, (word) => {
  const [sound] = doubleMetaphone(word);
  return sound;
});
