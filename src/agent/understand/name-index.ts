/** Finds what a name means: exactly, but for plurals and spaces, or misheard with a margin. Built once per home. */
import { likeness, stem } from './word-likeness.ts';
import { normalise } from './normalise.ts';

type Tier = 'exact' | 'stem' | 'misheard';

export type NameHit = {
  readonly ids: readonly string[];
  readonly tier: Tier;
  /** 0 to 1. */
  readonly score: number;
};

type Known = { readonly words: readonly string[]; readonly ids: Set<string> };

/** Below this a misheard name is not taken for the known one. */
const acceptScore = 0.86;
/** The next best other name must be this much worse. */
const margin = 0.08;
/** Words remembered with what they may be; a home's visitors say few different words. */
const memoryLimit = 2_000;

/** A word in more names than this tells nothing. */
const tellingLimit = 12;

const articles = /^(the|my|our|a|an) /;

/** A name as the index has it: plain words without an article. */
export function nameKey(name: string): string {
  return normalise(name).join(' ').replace(articles, '');
}

export class NameIndex {
  readonly #exact = new Map<string, Known>();
  readonly #stemmed = new Map<string, Set<string>>();
  /** Word → names that hold it. */
  readonly #byWord = new Map<string, Set<Known>>();
  readonly #similar = new Map<string, ReadonlyMap<string, number>>();

  constructor(names: Iterable<readonly [name: string, id: string]>) {
    for (const [name, id] of names) this.#add(nameKey(name), id);
  }

  /**
   * What these words (normalised, without article) name; undefined when nothing, or when two would do.
   * `allowMisheard` false takes the words as they are.
   */
  find(text: string, allowMisheard: boolean): NameHit | undefined {
    const exact = this.#exact.get(text);
    if (exact) return { ids: [...exact.ids], tier: 'exact', score: 1 };
    const stemmed = this.#stemmed.get(stemKey(text));
    if (stemmed) return { ids: [...stemmed], tier: 'stem', score: 0.97 };
    return allowMisheard ? this.#misheard(text.split(' ')) : undefined;
  }

  /** Ids of names that hold all of these words, and more. */
  holding(text: string): readonly string[] {
    const holders = text.split(' ').map((word) => this.#byWord.get(word) ?? new Set<Known>());
    const rarest = holders.reduce((best, set) => (set.size < best.size ? set : best));
    if (rarest.size > tellingLimit) return [];
    const names = [...rarest].filter((known) => holders.every((set) => set.has(known)));
    return [...new Set(names.flatMap(({ ids }) => [...ids]))];
  }

  #add(text: string, id: string): void {
    if (text === '') return;
    const known = this.#exact.get(text) ?? { words: text.split(' '), ids: new Set() };
    known.ids.add(id);
    this.#exact.set(text, known);
    const key = stemKey(text);
    this.#stemmed.set(key, (this.#stemmed.get(key) ?? new Set()).add(id));
    for (const word of known.words) this.#byWord.set(word, (this.#byWord.get(word) ?? new Set()).add(known));
  }

  #misheard(words: readonly string[]): NameHit | undefined {
    const options = words.map((word) => this.#wordsLike(word));
    const rarest = options.reduce((best, option) => (option.size < best.size ? option : best));
    const candidates = new Set([...rarest.keys()].flatMap((word) => [...(this.#byWord.get(word) ?? [])]));
    let best: { readonly known: Known; readonly score: number } | undefined;
    let next = 0;
    for (const known of candidates) {
      const score = alignedScore(known.words, options);
      if (score === 0) continue;
      if (best === undefined || score > best.score) {
        next = Math.max(next, best?.score ?? 0);
        best = { known, score };
      } else next = Math.max(next, score);
    }
    if (best === undefined || best.score < acceptScore || best.score - next < margin) return undefined;
    return { ids: [...best.known.ids], tier: 'misheard', score: best.score };
  }

  /** Known words the heard word may be, with their likeness. */
  #wordsLike(heard: string): ReadonlyMap<string, number> {
    const remembered = this.#similar.get(heard);
    if (remembered) return remembered;
    const similar = new Map<string, number>();
    for (const word of this.#byWord.keys()) {
      if (Math.abs(word.length - heard.length) > 3) continue;
      const score = likeness(heard, word);
      if (score > 0) similar.set(word, score);
    }
    if (this.#similar.size >= memoryLimit) this.#similar.clear();
    this.#similar.set(heard, similar);
    return similar;
  }
}

/** Mean likeness when every word of the name was heard in its place; else 0. */
function alignedScore(name: readonly string[], options: readonly ReadonlyMap<string, number>[]): number {
  if (name.length !== options.length) return 0;
  let sum = 0;
  for (const [index, word] of name.entries()) {
    const score = options[index]?.get(word) ?? 0;
    if (score === 0) return 0;
    sum += score;
  }
  return sum / name.length;
}

/** Equal for "kitchen's lights" and "kitchen light", "bed light" and "bedlight". */
function stemKey(text: string): string {
  return text.split(' ').map(stem).join('');
}
