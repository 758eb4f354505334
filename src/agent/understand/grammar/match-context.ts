/** One sentence on its way through a compiled grammar. */
import { type Captures, keyOf } from './captures.ts';
import { type Filling, type Lexicon, type OpenSlot, openSlots, slotBit } from './open-slots.ts';

/** A part that fits from one word on, up to the word before `end`. */
export type Match = { readonly end: number; readonly captures: Captures };

/** No part of a real sentence fits in more ways; a bound against a grammar that repeats itself. */
const matchLimit = 1_000;

const slotsByBit = openSlots.map((slot) => [slotBit(slot), slot] as const);

export class MatchContext {
  readonly words: readonly string[];
  /** The words, wherever they are. */
  readonly known: ReadonlySet<string>;
  readonly #lexicon: Lexicon;
  /** By place: bits of the slots that were asked for, and of those that something fills. */
  readonly #fillable: { asked: number; filled: number }[] = [];
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

  /** Of these slots, as bits, those that something fills from here on; no others are looked up. */
  fillable(at: number, slots: number): number {
    if (slots === 0) return 0;
    const known = (this.#fillable[at] ??= { asked: 0, filled: 0 });
    for (const [bit, slot] of slotsByBit) {
      if ((slots & ~known.asked & bit) !== 0 && this.fill(slot, at).length > 0) known.filled |= bit;
    }
    known.asked |= slots;
    return known.filled & slots;
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
