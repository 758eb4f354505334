/** Templates → the nodes that match them. */
import { digitsForWords } from '../number-words.ts';
import { clauseCapture, joined, slotCapture, targetCapture } from './captures.ts';
import { endedBy } from './endings.ts';
import { intentKinds, sentenceRule } from './grammar.ts';
import type { GrammarFile, IntentKind, Rule, Written } from './grammar.ts';
import { choice, type Node, nothing, openSlot, remembered, sequence, word, wrap } from './nodes.ts';
import { isOpenSlot } from './open-slots.ts';
import { orders } from './orders.ts';
import type { Template } from './template.ts';

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
        const sentence = { kind, intent: name, source: sourceOf(written) };
        return wrap(node, ({ end, captures }, at) => clauseCapture(sentence, at, end, captures));
      }),
    );
  return remembered(choice(nodes), compilation.nextId++);
}

function sourceOf({ file, line }: Written): string {
  return `${file.slice(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1)}:${line}`;
}

function compile(template: Template, compilation: Compilation): Node {
  switch (template.kind) {
    case 'word':
      return wordNode(template.text, compilation);
    case 'sequence':
      return template.items.length === 0
        ? nothing
        : sequence(template.items.map((item) => compile(item, compilation)));
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
  if (!isTarget) return remembered(any, compilation.nextId++);
  const grouped = wrap(any, ({ end, captures }, at) => targetCapture(at, end, captures));
  return remembered(grouped, compilation.nextId++);
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
  const node = remembered(choice(nodes), compilation.nextId++);
  compilation.rules.set(name, node);
  return node;
}
