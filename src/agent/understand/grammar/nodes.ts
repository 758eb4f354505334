/** The parts that a compiled template is made of. Each knows what it can start with and what it needs: most are never tried. */
import { type Captures, joined, slotCapture } from './captures.ts';
import type { Match, MatchContext } from './match-context.ts';
import { meets, type Need, needsOfAll, needsOfAny } from './needs.ts';
import { type OpenSlot, slotBit } from './open-slots.ts';
import type { NumberRange } from './template.ts';

/** What a match can start with. */
type First = {
  readonly words: ReadonlySet<string>;
  /** Bits of open slots, as `slotBit` has them. */
  readonly slots: number;
};

export type Node = {
  match(context: MatchContext, at: number): readonly Match[];
  readonly first: First;
  /** It may also match nothing. */
  readonly isEmpty: boolean;
  /** Words it takes at least. */
  readonly shortest: number;
  /** Words that have to be in the sentence, the rarest first. */
  readonly needs: readonly Need[];
};

/** Words that the home, or the kind of slot, tells. */
export function openSlot(list: OpenSlot, slot: string, range: NumberRange | null, ending: string): Node {
  return {
    match: (context, at) =>
      context.fill(list, at).flatMap(({ end, value: spoken }) => {
        if (!spoken.endsWith(ending)) return [];
        const value = spoken.slice(0, spoken.length - ending.length);
        if (range !== null && !isIn(range, Number(value))) return [];
        return [{ end, captures: slotCapture(slot, value, at, end) }];
      }),
    first: { words: new Set(), slots: slotBit(list) },
    isEmpty: false,
    shortest: 1,
    needs: [],
  };
}

function isIn({ from, to, step }: NumberRange, value: number): boolean {
  return value >= from && value <= to && (value - from) % step === 0;
}

/** The same matches with other captures. */
export function wrap(node: Node, change: (match: Match, at: number) => Captures): Node {
  return {
    ...node,
    match: (context, at) =>
      node.match(context, at).map((match) => ({ end: match.end, captures: change(match, at) })),
  };
}

/** It is matched once at each place of a sentence; no two nodes have the same `id`. */
export function remembered(node: Node, id: number): Node {
  return { ...node, match: (context, at) => context.once(id, at, () => node.match(context, at)) };
}

const noMatch: readonly Match[] = [];
/** Made once: most of a sentence's words are matched and captured by nobody. */
const emptyMatches = Array.from({ length: 65 }, (_, end): readonly Match[] => [{ end, captures: undefined }]);

/** The words up to here, with nothing captured. */
function nothingUntil(end: number): readonly Match[] {
  return emptyMatches[end] ?? [{ end, captures: undefined }];
}

/** The end of "[x]". */
export const nothing: Node = {
  match: (_, at) => nothingUntil(at),
  first: { words: new Set(), slots: 0 },
  isEmpty: true,
  shortest: 0,
  needs: [],
};

function isNothing({ end, captures }: Match, at: number): boolean {
  return end === at && captures === undefined;
}

function both(some: readonly Match[], more: readonly Match[]): readonly Match[] {
  if (some.length === 0) return more;
  return more.length === 0 ? some : [...some, ...more];
}

export function word(text: string): Node {
  return {
    match: (context, at) => (context.words[at] === text ? nothingUntil(at + 1) : noMatch),
    first: { words: new Set([text]), slots: 0 },
    isEmpty: false,
    shortest: 1,
    needs: [new Set([text])],
  };
}

function startsAt({ first, isEmpty }: Node, context: MatchContext, at: number): boolean {
  if (isEmpty) return true;
  const next = context.words[at];
  if (next === undefined) return false;
  return first.words.has(next) || context.fillable(at, first.slots) !== 0;
}

/** Ways to the same word differ in what was captured, not in how it goes on. */
function onceEach(node: Node, context: MatchContext): (at: number) => readonly Match[] {
  const known: (readonly Match[])[] = [];
  return (at) => (known[at] ??= startsAt(node, context, at) ? node.match(context, at) : noMatch);
}

/** All of them, one behind the other. */
export function sequence(nodes: readonly Node[]): Node {
  /** Words that each node and those after it take at least: most templates are longer than what is left. */
  const needed = nodes.map((_, from) => nodes.slice(from).reduce((sum, { shortest }) => sum + shortest, 0));
  const needs = needsOfAll(nodes.map((node) => node.needs));
  const match = (context: MatchContext, at: number): readonly Match[] => {
    const { length } = context.words;
    let matches = nothingUntil(at);
    let place = 0;
    for (const node of nodes) {
      const rest = needed[place] ?? 0;
      place += 1;
      let further = noMatch;
      const nextFrom = matches.length > 1 ? onceEach(node, context) : undefined;
      for (const { end, captures } of matches) {
        if (end + rest > length) continue;
        const next = nextFrom?.(end) ?? (startsAt(node, context, end) ? node.match(context, end) : noMatch);
        if (next.length === 0) continue;
        further = both(further, captures === undefined ? next : next.map(after(captures)));
      }
      if (further.length === 0) return further;
      matches = further;
    }
    return matches;
  };
  const firstFull = nodes.findIndex(({ isEmpty }) => !isEmpty);
  const starters = firstFull < 0 ? nodes : nodes.slice(0, firstFull + 1);
  return { match, first: union(starters), isEmpty: firstFull < 0, shortest: needed[0] ?? 0, needs };
}

/** The same match with what was captured before it. */
const after =
  (before: Captures) =>
  (match: Match): Match => ({ end: match.end, captures: joined(before, match.captures) });

/** Options are found by the next word and by what slots it can begin; which those are is worked out once. */
export function choice(nodes: readonly Node[]): Node {
  const first = union(nodes);
  // Of readings that are as good, what begins with a word of its own comes first.
  const isOpen = ({ first: { slots }, isEmpty }: Node): boolean => isEmpty || slots !== 0;
  const inOrder = [...nodes.filter((node) => !isOpen(node)), ...nodes.filter(isOpen)];
  const nothingNeeded = nodes.filter(({ isEmpty }) => isEmpty);
  // One entry per word of the grammar and per set of slots that such a word began: the vocabulary bounds it.
  const known = new Map<string, Map<number, readonly Node[]>>();
  const optionsFor = (next: string, bits: number): readonly Node[] => {
    const before = known.get(next)?.get(bits);
    if (before) return before;
    const options = inOrder.filter(
      (node) => node.isEmpty || node.first.words.has(next) || (node.first.slots & bits) !== 0,
    );
    const ofWord = known.get(next) ?? new Map<number, readonly Node[]>();
    known.set(next, ofWord.set(bits, options));
    return options;
  };
  return {
    match: (context, at) => {
      const next = context.words[at];
      const options =
        next === undefined
          ? nothingNeeded
          : optionsFor(first.words.has(next) ? next : otherWord, context.fillable(at, first.slots));
      let matches = noMatch;
      for (const node of options) {
        if (at + node.shortest > context.words.length || !meets(context.known, node.needs)) continue;
        // Where x of "[x]" can be nothing itself, that is one way and not two.
        if (node === nothing && matches.some((match) => isNothing(match, at))) continue;
        matches = both(matches, node.match(context, at));
      }
      return matches;
    },
    first,
    isEmpty: nothingNeeded.length > 0,
    shortest: nodes.reduce((least, { shortest }) => Math.min(least, shortest), Infinity),
    needs: needsOfAny(nodes.map((node) => node.needs)),
  };
}

/** Stands for all words that begin no option. */
const otherWord = '';

function union(nodes: readonly Node[]): First {
  const [first] = nodes;
  if (first && nodes.length === 1) return first.first;
  const words = new Set<string>();
  let slots = 0;
  for (const node of nodes) {
    for (const one of node.first.words) words.add(one);
    slots |= node.first.slots;
  }
  return { words, slots };
}
