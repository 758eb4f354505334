/** Finds what a name means: exactly, but for plurals and spaces, or misheard with a margin. Built once per home. */
import { remembering } from '../../core/remembering.ts';
import { HeardWords } from './heard-words.ts';
import { type NearName, NearNames } from './near-names.ts';
import { inOtherWords } from './same-things.ts';
import { stem } from './word-likeness.ts';
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
/** Spans of words remembered with what they may be; a home's visitors say few different sentences. */
const memoryLimit = 2_000;

/** A word in more names than this tells nothing. */
const tellingLimit = 12;

const articles = /^(the|my|our|a|an) /;

/** A name as the index has it: plain words without an article. */
export function nameKey(name: string): string {
  return normalise(name).join(' ').replace(articles, '');
}

export class NameIndex {
  /** All words of the names. */
  readonly words: ReadonlySet<string>;
  readonly #exact = new Map<string, Known>();
  readonly #stemmed = new Map<string, Set<Known>>();
  /** Word → names that hold it. */
  readonly #byWord = new Map<string, Set<Known>>();
  /** Names by one word, its place, and how many words they have. */
  readonly #byPlace = new Map<string, Known[]>();
  /** Ids of names that hold all of these words, and more. */
  readonly holding = remembering(memoryLimit, (text) => this.#namesWith(text));
  readonly #asSaid = remembering(memoryLimit, (text) => this.#spelled(text) ?? null);
  readonly #asHeard = remembering(memoryLimit, (text) => this.#misheard(text.split(' ')) ?? null);
  #heardWords: HeardWords | undefined;
  #nearNames: NearNames | undefined;

  constructor(names: Iterable<readonly [name: string, id: string]>) {
    for (const [name, id] of names) this.#add(nameKey(name), id);
    this.words = new Set(this.#byWord.keys());
  }

  /**
   * What these words (normalised, without article) name; undefined when nothing, or when two would do.
   * `allowMisheard` false takes the words as they are.
   */
  find(text: string, allowMisheard: boolean): NameHit | undefined {
    return this.#asSaid(text) ?? (allowMisheard ? this.#asHeard(text) : null) ?? undefined;
  }

  /** Names that sound like all of these words together, the nearest first. */
  near(text: string): readonly NearName[] {
    return this.#near().like(text);
  }

  /** Whether `near` has any. */
  hasNear(text: string): boolean {
    return this.#near().hasLike(text);
  }

  #namesWith(text: string): readonly string[] {
    const words = text.split(' ');
    if (words.every((word) => linking.has(word) || isNumber.test(word))) return [];
    const holders: ReadonlySet<Known>[] = [];
    for (const word of words) {
      const names = this.#byWord.get(word);
      if (names === undefined) return [];
      holders.push(names);
    }
    const rarest = holders.reduce((best, set) => (set.size < best.size ? set : best));
    if (rarest.size > tellingLimit) return [];
    const names = [...rarest].filter((known) => holders.every((set) => set.has(known)));
    return [...new Set(names.flatMap(({ ids }) => [...ids]))];
  }

  /** Ids of longer names whose last word this is. */
  endingWith(word: string): readonly string[] {
    const names = [...(this.#byWord.get(word) ?? [])].filter(
      ({ words }) => words.length > 1 && words.at(-1) === word,
    );
    return [...new Set(names.flatMap(({ ids }) => [...ids]))];
  }

  #add(text: string, id: string): void {
    if (text === '') return;
    const before = this.#exact.get(text);
    before?.ids.add(id);
    if (before) return;
    const known = { words: text.split(' '), ids: new Set([id]) };
    this.#exact.set(text, known);
    for (const [at, word] of known.words.entries()) {
      const key = placeKey(word, at, known.words.length);
      const same = this.#byPlace.get(key);
      if (same) same.push(known);
      else this.#byPlace.set(key, [known]);
    }
    const stemmed = stemKey(text);
    this.#stemmed.set(stemmed, (this.#stemmed.get(stemmed) ?? new Set()).add(known));
    for (const word of known.words) this.#byWord.set(word, (this.#byWord.get(word) ?? new Set()).add(known));
  }

  /** Exactly, but for plurals and spaces. */
  #spelled(text: string): NameHit | undefined {
    const exact = this.#exact.get(text);
    if (exact) return { ids: [...exact.ids], tier: 'exact', score: 1 };
    const stemmed = this.#stemmed.get(stemKey(text));
    if (stemmed === undefined) return this.#otherwise(text);
    return { ids: [...new Set([...stemmed].flatMap(({ ids }) => [...ids]))], tier: 'stem', score: 0.97 };
  }

  /** The only name that means the same. */
  #otherwise(text: string): NameHit | undefined {
    const [name, ...others] = new Set(inOtherWords(text).flatMap((other) => this.#exact.get(other) ?? []));
    return name === undefined || others.length > 0
      ? undefined
      : { ids: [...name.ids], tier: 'stem', score: 0.95 };
  }

  #misheard(words: readonly string[]): NameHit | undefined {
    const options = words.map((word) => this.#heard().like(word));
    if (options.some(({ size }) => size === 0)) return undefined;
    const candidates = this.#candidates(options);
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

  /** Names with one of the words in its place, by the place where fewest have one. */
  #candidates(options: readonly ReadonlyMap<string, number>[]): readonly Known[] {
    const inPlace = options.map((option, at) =>
      [...option.keys()].flatMap((word) => this.#byPlace.get(placeKey(word, at, options.length)) ?? []),
    );
    return inPlace.reduce((fewest, names) => (names.length < fewest.length ? names : fewest));
  }

  #near(): NearNames {
    return (this.#nearNames ??= new NearNames(
      Array.from(this.#exact, ([name, { ids }]) => [name, ids] as const),
    ));
  }

  #heard(): HeardWords {
    return (this.#heardWords ??= new HeardWords(this.#byWord.keys()));
  }
}

/** Alone they tell no name: "to" is no "to do list", and "Bedroom 2" is not called "2". */
const linking: ReadonlySet<string> = new Set('a an and at by for from in my of on the to with'.split(' '));
const isNumber = /^\d+$/;

function placeKey(word: string, at: number, length: number): string {
  return `${word} ${at}/${length}`;
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
