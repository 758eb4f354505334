/** A sentences file compiled once into closures; matching lists every way a sentence fits the whole of a template. */
import { intentKinds, openSlots } from './grammar-file.ts';
import type { GrammarFile, IntentKind } from './grammar-file.ts';
import type { Template } from './template.ts';

export type Capture = {
  readonly slot: string;
  /** The list's value, or the words themselves. */
  readonly value: string;
  /** First word and the word after the last. */
  readonly start: number;
  readonly end: number;
};

export type Parse = {
  readonly kind: IntentKind;
  readonly intent: string;
  /** Line of the template in its file. */
  readonly line: number;
  readonly captures: readonly Capture[];
};

export type Grammar = { parse(words: readonly string[]): readonly Parse[] };

/** Longer sentences are no commands: matching stops before it costs time. */
const wordLimit = 40;
/** Far more than any real sentence has; a bound against a grammar that repeats itself. */
const parseLimit = 500;
/** Longest names in words, as people give them. */
const slotWords: Readonly<Record<string, number>> = { name: 7, place: 4, timer_name: 3 };

type Link = Capture & { readonly previous: Link | undefined };
type Context = { readonly words: readonly string[]; readonly found: Parse[] };
type Node = (context: Context, at: number, captures: Link | undefined) => void;

export function compileGrammar(file: GrammarFile): Grammar {
  const starts = intentKinds.map((kind) => compileKind(file, kind));
  return {
    parse(words) {
      if (words.length === 0 || words.length > wordLimit) return [];
      const context: Context = { words, found: [] };
      for (const start of starts) start(context, 0, undefined);
      return context.found;
    },
  };
}

function compileKind(file: GrammarFile, kind: IntentKind): Node {
  const bare: Template = { kind: 'rule', name: 'sentence', column: 1 };
  const frame = file.frames.get(kind) ?? bare;
  const sentences = (next: Node): Node => {
    const nodes = file.intents
      .filter((intent) => intent.kind === kind)
      .flatMap(({ name, sentences: list }) =>
        list.map(({ template, line }) => {
          const node = compile(file, template, next, sentences);
          const enter: Node = (context, at, captures) =>
            node(context, at, { slot: 'intent', value: name, start: line, end: line, previous: captures });
          return enter;
        }),
      );
    return (context, at, captures) => {
      for (const node of nodes) node(context, at, captures);
    };
  };
  const finish: Node = (context, at, captures) => {
    if (at === context.words.length && context.found.length < parseLimit)
      context.found.push(readParse(kind, captures));
  };
  return compile(file, frame, finish, sentences);
}

function compile(file: GrammarFile, template: Template, next: Node, sentences: (next: Node) => Node): Node {
  const inner = (part: Template, after: Node) => compile(file, part, after, sentences);
  switch (template.kind) {
    case 'word': {
      const { text } = template;
      return (context, at, captures) => {
        if (context.words[at] === text) next(context, at + 1, captures);
      };
    }
    case 'sequence':
      return template.items.reduceRight((after, item) => inner(item, after), next);
    case 'choice': {
      const nodes = template.options.map((option) => inner(option, next));
      return (context, at, captures) => {
        for (const node of nodes) node(context, at, captures);
      };
    }
    case 'rule': {
      if (template.name === 'sentence') return sentences(next);
      const rule = file.rules.get(template.name);
      return rule === undefined ? () => undefined : inner(rule, next);
    }
    case 'slot':
      return openSlots.has(template.name)
        ? openSlot(template.name, next, articlesOf(file))
        : listSlot(file, template.name, next, inner);
  }
}

function listSlot(
  file: GrammarFile,
  slot: string,
  next: Node,
  inner: (part: Template, after: Node) => Node,
): Node {
  const values = (file.lists.get(slot) ?? []).map(({ value, template }) => ({
    value,
    node: inner(template, next),
  }));
  return (context, at, captures) => {
    for (const { value, node } of values)
      node(context, at, { slot, value, start: at, end: at, previous: captures });
  };
}

/** Words of the rule `the`: they stand before a name and are never part of it. */
function articlesOf(file: GrammarFile): ReadonlySet<string> {
  const rule = file.rules.get('the');
  const options = rule?.kind === 'choice' ? rule.options : [];
  return new Set(options.flatMap((option) => (option.kind === 'word' ? [option.text] : [])));
}

function openSlot(slot: string, next: Node, articles: ReadonlySet<string>): Node {
  const longest = slotWords[slot];
  if (longest === undefined) {
    return (context, at, captures) => {
      const value = context.words[at] ?? '';
      if (!isNumber(value, slot)) return;
      next(context, at + 1, { slot, value, start: at, end: at + 1, previous: captures });
    };
  }
  return (context, at, captures) => {
    if (articles.has(context.words[at] ?? '')) return;
    const last = Math.min(context.words.length, at + longest);
    for (let end = at + 1; end <= last; end += 1) {
      const value = context.words.slice(at, end).join(' ');
      next(context, end, { slot, value, start: at, end, previous: captures });
    }
  };
}

function isNumber(word: string, slot: string): boolean {
  if (!/^\d+(\.\d+)?$/.test(word)) return false;
  return slot !== 'percent' || Number(word) <= 100;
}

function readParse(kind: IntentKind, last: Link | undefined): Parse {
  const captures: Capture[] = [];
  let intent = '';
  let line = 0;
  for (let link = last; link !== undefined; link = link.previous) {
    const { slot, value, start, end } = link;
    if (slot === 'intent') [intent, line] = [value, start];
    else captures.unshift({ slot, value, start, end });
  }
  return { kind, intent, line, captures };
}
