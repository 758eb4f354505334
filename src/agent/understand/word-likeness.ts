/** How likely two different words are one word misheard, from sound and spelling. */
import { doubleMetaphone } from 'double-metaphone';
import { distance } from 'fastest-levenshtein';

/** Shorter words carry too little sound to tell a mishearing from another word ("bed", "red"). */
const shortestLetters = 4;
/** Up to this length one changed letter makes another word ("night", "light"): the sound must be equal. */
const soundOnlyLetters = 5;

/** 0 to 1; 0 means: another word. */
export function likeness(heard: string, known: string): number {
  if (heard === known) return 1;
  if (stem(heard) === stem(known)) return 0.97;
  if (/\d/.test(heard + known)) return 0;
  const shorter = Math.min(heard.length, known.length);
  if (shorter < shortestLetters) return 0;
  const spelled = 1 - distance(heard, known) / Math.max(heard.length, known.length);
  const soundsEqual = spelled >= 0.6 && sharesSound(heard, known);
  if (soundsEqual) return Math.max(spelled, 0.88);
  return shorter > soundOnlyLetters && spelled >= 0.8 ? spelled : 0;
}

/** Without plural and possessive endings. */
export function stem(word: string): string {
  const bare = word.replace(/'s?$/, '');
  if (bare.length > 4 && /(ch|sh|x|ss)es$/.test(bare)) return bare.slice(0, -2);
  return bare.length > 3 && /[^s]s$/.test(bare) ? bare.slice(0, -1) : bare;
}

/** Primary codes only: the secondary ones make "bathroom" sound like "bedroom". */
function sharesSound(a: string, b: string): boolean {
  const sound = soundOf(a);
  return sound !== '' && sound === soundOf(b);
}

export function soundOf(word: string): string {
  return doubleMetaphone(word)[0];
}
