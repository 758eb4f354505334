/** Names by their words: how much of each name a sentence says, in any order and nearly spelled. Built once per home. */
import { remembering } from '../../core/remembering.ts';
import { HeardWords } from '../understand/heard-words.ts';
import { stem } from '../understand/word-likeness.ts';
import { foldedWords } from './folded-words.ts';

/** Words of a sentence with what they count, 0 to 1. */
export type SaidWords = ReadonlyMap<string, number>;

type Name<T> = { readonly of: T; readonly weight: number };

/** A shorter part of a compound tells nothing ("bad" in "badminton"). */
const shortestPart = 4;
/** How sure the same stem, a part of a compound, and a word that sounds alike are. */
const stemLikeness = 0.97;
const partLikeness = 0.85;
const soundLikeness = 0.8;
/** Words remembered with what they may be; a home's visitors say few different words. */
const memoryLimit = 2_000;

export class NamedThings<T> {
  readonly #names: Name<T>[] = [];
  /** Word → the names that hold it. */
  readonly #byWord = new Map<string, number[]>();
  readonly #byStem = new Map<string, string[]>();
  readonly #weights = new Map<string, number>();
  readonly #like = remembering(memoryLimit, (said) =>
    this.#byWord.has(said) ? new Map([[said, 1]]) : this.#nearly(said),
  );
  readonly #long: readonly string[];
  #heard: HeardWords | undefined;

  /** `empty` words tell nothing in a name that has others. */
  constructor(names: Iterable<readonly [name: string, of: T]>, empty: ReadonlySet<string> = new Set()) {
    const spelled = Array.from(names, ([name, of]) => ({ of, words: tellingWords(name, empty) }));
    for (const [at, { words }] of spelled.entries()) for (const word of words) addTo(this.#byWord, word, at);
    for (const [word, { length }] of this.#byWord) {
      this.#weights.set(word, Math.log(1 + spelled.length / length));
      addTo(this.#byStem, stem(word), word);
    }
    for (const { of, words } of spelled)
      this.#names.push({ of, weight: words.reduce((sum, word) => sum + this.#weightOf(word), 0) });
    this.#long = [...this.#byWord.keys()].filter(({ length }) => length >= shortestPart);
  }

  /** Every thing of which something was said, with the share of its best name that was, 0 to 1. */
  said(words: SaidWords): ReadonlyMap<T, number> {
    const sums = new Map<number, number>();
    for (const [word, likeness] of this.#meant(words)) {
      const weight = this.#weightOf(word) * likeness;
      for (const at of this.#byWord.get(word) ?? []) sums.set(at, (sums.get(at) ?? 0) + weight);
    }
    const shares = new Map<T, number>();
    for (const [at, sum] of sums) {
      const name = this.#names[at];
      if (name === undefined) continue;
      const share = sum / name.weight;
      if (share > (shares.get(name.of) ?? 0)) shares.set(name.of, share);
    }
    return shares;
  }

  /** Words of names that the sentence may mean, with the best likeness of each. */
  #meant(words: SaidWords): ReadonlyMap<string, number> {
    const meant = new Map<string, number>();
    for (const [said, counts] of words)
      for (const [word, likeness] of this.#like(said))
        meant.set(word, Math.max(meant.get(word) ?? 0, likeness * counts));
    return meant;
  }

  /** Of a word that is in no name. */
  #nearly(said: string): ReadonlyMap<string, number> {
    const same = this.#byStem.get(stem(said));
    if (same) return new Map(same.map((word) => [word, stemLikeness]));
    const parts =
      said.length < shortestPart
        ? []
        : this.#long.filter((word) => said.startsWith(word) || said.endsWith(word) || word.startsWith(said));
    if (parts.length > 0) return new Map(parts.map((word) => [word, partLikeness]));
    this.#heard ??= new HeardWords(this.#byWord.keys());
    return new Map([...this.#heard.like(said)].map(([word, likeness]) => [word, likeness * soundLikeness]));
  }

  #weightOf(word: string): number {
    return this.#weights.get(word) ?? 0;
  }
}

function tellingWords(name: string, empty: ReadonlySet<string>): readonly string[] {
  const words = [...new Set(foldedWords(name))];
  const telling = words.filter((word) => !empty.has(word));
  return telling.length > 0 ? telling : words;
}

function addTo<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
