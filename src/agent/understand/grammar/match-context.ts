/** One sentence on its way through a compiled grammar. */
import { type Captures, keyOf } from './captures.ts';
import { type Filling, type Lexicon, type OpenSlot, openSlots, slotBit } from './open-slots.ts';

/** A part that fits from one word on, up to the word before `end`. */
export type Match = { readonly end: number; readonly captures: Captures };

/** No part of a real sentence fits in more ways; a bound against a grammar that repeats itself. */
const matchLimit = 1_000;

export class MatchContext {
  readonly words: readonly string[];
  /** The words, wherever they are. */
  readonly known: ReadonlySet<string>;
  readonly #lexicon: Lexicon;
  readonly #fillable: number[] = [];
  /** Results by rule and place: a rule is matched once wherever it is used. */
  readonly #results = new Map<number, readonly Match[]>();

  constructor(lexicon: Lexicon) {
    this.words = lexicon.words;
    this.known = new Set(lexicon.words);
    this.#lexicon = lexicon;
  }

  fill(slot: OpenSlot, at: number): readonly Filling[] {
    return this.#lexicon.fill(slot, at);
  }

  /** Bits of the slots that something fills from here on. */
  fillable(at: number): number {
    return (this.#fillable[at] ??= openSlots.reduce(
      (bits, slot) => (this.fill(slot, at).length > 0 ? bits | slotBit(slot) : bits),
      0,
    ));
  }

  once(id: number, at: number, work: () => readonly Match[]): readonly Match[] {
    const key = id * 64 + at;
    const known = this.#results.get(key);
    if (known) return known;
    const matches = distinct(work());
    this.#results.set(key, matches);
    return matches;
  }
}

/** The same words can reach one reading over several templates. */
function distinct(matches: readonly Match[]): readonly Match[] {
  if (matches.length < 2) return matches;
  const seen = new Map<string, Match>();
  for (const match of matches) {
    const key = `${match.end} ${keyOf(match.captures)}`;
    if (!seen.has(key)) seen.set(key, match);
    if (seen.size >= matchLimit) break;
  }
  return [...seen.values()];
}
