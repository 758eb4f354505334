/** Known words that a heard word may be: found by sound, by stem, or by nearly equal letters. Built once per home. */
import { remembering } from '../../core/remembering.ts';
import { likeness, soundOf, stem } from './word-likeness.ts';

/** Words remembered with what they may be; a home's visitors say few different words. */
const memoryLimit = 2_000;

type Spelled = { readonly word: string; readonly letters: number };

export class HeardWords {
  readonly #bySound = new Map<string, string[]>();
  readonly #byStem = new Map<string, string[]>();
  readonly #byLength = new Map<number, Spelled[]>();
  /** Known words with their likeness, 0 to 1; those that are another word are left out. */
  readonly like = remembering(memoryLimit, (heard) => this.#similar(heard));

  constructor(words: Iterable<string>) {
    for (const word of words) {
      addTo(this.#byStem, stem(word), word);
      // A number misheard is another number.
      if (/\d/.test(word)) continue;
      addTo(this.#bySound, soundOf(word), word);
      addTo(this.#byLength, word.length, { word, letters: lettersOf(word) });
    }
  }

  #similar(heard: string): ReadonlyMap<string, number> {
    const similar = new Map<string, number>();
    for (const word of this.#candidates(heard)) {
      const score = likeness(heard, word);
      if (score > 0) similar.set(word, score);
    }
    return similar;
  }

  *#candidates(heard: string): Iterable<string> {
    yield* this.#byStem.get(stem(heard)) ?? [];
    if (/\d/.test(heard)) return;
    yield* this.#bySound.get(soundOf(heard)) ?? [];
    const letters = lettersOf(heard);
    const most = Math.floor(heard.length / 4);
    for (let length = heard.length - most; length <= heard.length + most; length += 1) {
      for (const known of this.#byLength.get(length) ?? []) {
        if (differing(known.letters, letters) <= 2 * most) yield known.word;
      }
    }
  }
}

function addTo<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

/** One bit per letter that occurs: words of few changes differ in few of them. */
function lettersOf(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at += 1) letters |= 1 << (word.charCodeAt(at) % 31);
  return letters;
}

function differing(a: number, b: number): number {
  let bits = a ^ b;
  let count = 0;
  for (; bits !== 0; count += 1) bits &= bits - 1;
  return count;
}
