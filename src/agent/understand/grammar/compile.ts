/** Templates → matchers. A matcher knows which words it can start with, so that most are never tried. */
import { digitsForWords } from '../number-words.ts';
import { intentKinds, sentenceRule } from './grammar.ts';
import type { GrammarFile, IntentKind, Rule, Written } from './grammar.ts';
import { endedBy } from './endings.ts';
import { orders } from './orders.ts';
import { type Captures, groupCapture, joined, slotCapture } from './captures.ts';
import type { Match, MatchContext } from './match-context.ts';
import { meets, type Need, needsOfAll, needsOfAny } from './needs.ts';
import { isOpenSlot, type OpenSlot, slotBit } from './open-slots.ts';
import type { NumberRange, Template } from './template.ts';

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

/** Rules are numbered for the memory of a match. */
type Compilation = {
  readonly file: GrammarFile;
  readonly rules: Map<string, Node>;
  /** By the text of the template: the same few words are written thousands of times. */
  readonly words: Map<string, Node>;
  nextId: number;
};

/** The frame of each kind with all its sentences. */
export function compileTemplates(file: GrammarFile): ReadonlyMap<IntentKind, Node> {
  const compilation: Compilation = { file, rules: new Map(), words: new Map(), nextId: 0 };
  const sentencesOf = new Map(intentKinds.map((kind) => [kind, compileSentences(kind, compilation)]));
  for (const [kind, node] of sentencesOf) compilation.rules.set(sentenceRule(kind), node);
  return new Map(
    intentKinds.map((kind) => {
      const sentences = sentencesOf.get(kind) ?? choice([]);
      compilation.rules.set(sentenceRule(null), sentences);
      const frame = file.frames.get(kind);
      const node = frame && choice(frame.map(({ template }) => compile(template, compilation)));
      return [kind, node ?? sentences];
    }),
  );
}

function compileSentences(kind: IntentKind, compilation: Compilation): Node {
  const { file } = compilation;
  const nodes = file.intents
    .filter((intent) => intent.kind === kind)
    .flatMap(({ name, sentences }) =>
      sentences.map((written) => {
        const node = compile(written.template, compilation);
        const clause = { kind, intent: name, source: sourceOf(written) };
        return wrap(node, ({ end, captures }, at) => groupCapture('clause', at, end, captures, clause));
      }),
    );
  return remembered(choice(nodes), compilation);
}

function sourceOf({ file, line }: Written): string {
  return `${file.slice(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1)}:${line}`;
}

function compile(template: Template, compilation: Compilation): Node {
  switch (template.kind) {
    case 'word':
      return wordNode(template.text, compilation);
    case 'sequence':
      return sequence(template.items.map((item) => compile(item, compilation)));
    case 'permutation':
      return choice(orders(template.items.map((item) => compile(item, compilation))).map(sequence));
    case 'choice':
      return choice(template.options.map((option) => compile(option, compilation)));
    case 'rule':
      return ruleNode(template.name, compilation);
    case 'slot': {
      const { list, slot, range, endings } = template;
      const withEnding = (ending: string): Node =>
        isOpenSlot(list) ? openSlot(list, slot, range, ending) : listSlot(list, slot, ending, compilation);
      return endings.length === 0 ? withEnding('') : choice(endings.map(withEnding));
    }
  }
}

function wordNode(text: string, { words }: Compilation): Node {
  const known = words.get(text);
  if (known) return known;
  // Sentences come with their numbers as digits, "the one" included.
  const node = word(digitsForWords([text]).join(' '));
  words.set(text, node);
  return node;
}

function ruleNode(name: string, compilation: Compilation): Node {
  const known = compilation.rules.get(name);
  if (known) return known;
  const rule = compilation.file.rules.get(name);
  const node = rule === undefined ? choice([]) : compileRule(rule, compilation);
  compilation.rules.set(name, node);
  return node;
}

function compileRule({ isTarget, options }: Rule, compilation: Compilation): Node {
  const any = choice(options.map(({ template }) => compile(template, compilation)));
  if (!isTarget) return remembered(any, compilation);
  const grouped = wrap(any, ({ end, captures }, at) => groupCapture('target', at, end, captures));
  return remembered(grouped, compilation);
}

function listSlot(list: string, slot: string, ending: string, compilation: Compilation): Node {
  const name = `{${list}:${slot}}${ending}`;
  const known = compilation.rules.get(name);
  if (known) return known;
  const nodes = (compilation.file.lists.get(list) ?? []).map(({ value, template }) =>
    wrap(compile(endedBy(ending, template, compilation.file), compilation), ({ end, captures }, at) =>
      joined(captures, slotCapture(slot, value, at, end)),
    ),
  );
  const node = remembered(choice(nodes), compilation);
  compilation.rules.set(name, node);
  return node;
}

function openSlot(list: OpenSlot, slot: string, range: NumberRange | null, ending: string): Node {
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

function wrap(node: Node, change: (match: Match, at: number) => Captures): Node {
  return {
    ...node,
    match: (context, at) =>
      node.match(context, at).map((match) => ({ end: match.end, captures: change(match, at) })),
  };
}

function remembered(node: Node, compilation: Compilation): Node {
  const id = compilation.nextId++;
  return { ...node, match: (context, at) => context.once(id, at, () => node.match(context, at)) };
}

const noMatch: readonly Match[] = [];
/** Made once: most of a sentence's words are matched and captured by nobody. */
const emptyMatches = Array.from({ length: 65 }, (_, end): readonly Match[] => [{ end, captures: undefined }]);

/** The words up to here, with nothing captured. */
function nothingUntil(end: number): readonly Match[] {
  return emptyMatches[end] ?? [{ end, captures: undefined }];
}

function both(some: readonly Match[], more: readonly Match[]): readonly Match[] {
  if (some.length === 0) return more;
  return more.length === 0 ? some : [...some, ...more];
}

function word(text: string): Node {
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
  return first.words.has(next) || (first.slots !== 0 && (first.slots & context.fillable(at)) !== 0);
}

/** Ways to the same word differ in what was captured, not in how it goes on. */
function onceEach(node: Node, context: MatchContext): (at: number) => readonly Match[] {
  const known: (readonly Match[])[] = [];
  return (at) => (known[at] ??= startsAt(node, context, at) ? node.match(context, at) : noMatch);
}

function sequence(nodes: readonly Node[]): Node {
  /** Words that each node and those after it take at least: most templates are longer than what is left. */
  const needed = nodes.map((_, from) => nodes.slice(from).reduce((sum, { shortest }) => sum + shortest, 0));
  const needs = needsOfAll(nodes.map((node) => node.needs));
  const match = (context: MatchContext, at: number): readonly Match[] => {
    const { length } = context.words;
    if (at + (needed[0] ?? 0) > length || !meets(context.known, needs)) return noMatch;
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
function choice(nodes: readonly Node[]): Node {
  const first = union(nodes);
  // Of readings that are as good, what begins with a word of its own comes first.
  const isOpen = ({ first: { slots }, isEmpty }: Node): boolean => isEmpty || slots !== 0;
  const inOrder = [...nodes.filter((node) => !isOpen(node)), ...nodes.filter(isOpen)];
  const nothingNeeded = nodes.filter(({ isEmpty }) => isEmpty);
  // One entry per word of the grammar and per set of slots that such a word began: the vocabulary bounds it.
  const known = new Map<string, Map<number, readonly Node[]>>();
  const optionsFor = (next: string, bits: number): readonly Node[] => {
    const ofWord = known.get(next) ?? new Map<number, readonly Node[]>();
    known.set(next, ofWord);
    const before = ofWord.get(bits);
    if (before) return before;
    const options = inOrder.filter(
      (node) => node.isEmpty || node.first.words.has(next) || (node.first.slots & bits) !== 0,
    );
    ofWord.set(bits, options);
    return options;
  };
  return {
    match: (context, at) => {
      const next = context.words[at];
      const options =
        next === undefined
          ? nothingNeeded
          : optionsFor(
              first.words.has(next) ? next : otherWord,
              first.slots === 0 ? 0 : first.slots & context.fillable(at),
            );
      let matches = noMatch;
      for (const node of options) matches = both(matches, node.match(context, at));
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
