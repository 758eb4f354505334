/**
 * A sentences file → rules, lists and intents. Blocks start at the margin, their lines are indented, `#` starts
 * a comment:
 *
 *     rule turn = turn | switch
 *     rule target
 *       [the] {name}
 *     list class
 *       light = light[s] | lamp[s]
 *     frame command = [please] <sentence>
 *     command turn_on
 *       <turn> on <target>
 *     question is_state
 *       (is|are) <target> {state}
 */
import { ConfigError } from '../../../core/errors.ts';
import { parseTemplate } from './template.ts';
import type { Template } from './template.ts';

/** A command may act on devices; a question never acts; timers and talk (yes, again, undo) need no device. */
export const intentKinds = ['command', 'question', 'timer', 'talk'] as const;
export type IntentKind = (typeof intentKinds)[number];

type ListValue = { readonly value: string; readonly template: Template };

type IntentBlock = {
  readonly kind: IntentKind;
  readonly name: string;
  readonly sentences: readonly { readonly template: Template; readonly line: number }[];
};

export type GrammarFile = {
  readonly rules: ReadonlyMap<string, Template>;
  readonly lists: ReadonlyMap<string, readonly ListValue[]>;
  /** What may stand around a sentence of a kind; it holds `<sentence>`. */
  readonly frames: ReadonlyMap<IntentKind, Template>;
  readonly intents: readonly IntentBlock[];
};

const assignment = /^(rule|frame) ([a-z_]+) *= */;
const blockStart = /^(rule|list|command|question|timer|talk) ([a-z_]+)$/;
const listLine = /^( +)([a-z0-9_]+) *= */;

/**
 * Reads a whole file. `file` is the name for messages.
 * @throws ConfigError `CONFIG_INVALID` naming file, line and column of the first mistake.
 */
export function parseGrammarFile(source: string, file: string): GrammarFile {
  const rules = new Map<string, Template>();
  const lists = new Map<string, ListValue[]>();
  const frames = new Map<IntentKind, Template>();
  const intents: { kind: IntentKind; name: string; sentences: { template: Template; line: number }[] }[] = [];
  let addLine: ((line: string, number: number) => void) | undefined;

  const fail = (line: number, column: number, message: string): never => {
    throw new ConfigError('CONFIG_INVALID', `${file}:${line}:${column}: ${message}`, {
      details: { file, line, column },
    });
  };
  const read = (line: string, number: number, from: number): Template => {
    const parsed = parseTemplate(line.slice(from), from + 1);
    return parsed.ok ? parsed.template : fail(number, parsed.mistake.column, parsed.mistake.message);
  };

  for (const [index, raw] of source.split('\n').entries()) {
    const number = index + 1;
    const line = raw.replace(/#.*$/, '').trimEnd();
    if (line === '') continue;
    if (line.startsWith('\t')) fail(number, 1, 'indent with spaces');
    if (line.startsWith(' ')) {
      if (addLine === undefined) fail(number, 1, 'this line belongs to no block');
      addLine?.(line, number);
      continue;
    }
    const assigned = assignment.exec(line);
    if (assigned) {
      const [head, kind, name = ''] = assigned;
      const template = read(line, number, head.length);
      if (kind === 'rule') {
        if (rules.has(name)) fail(number, 1, `rule ${name} is there twice`);
        rules.set(name, template);
      } else if (isIntentKind(name)) frames.set(name, template);
      else fail(number, 7, `a frame is for one of ${intentKinds.join(', ')}`);
      addLine = undefined;
      continue;
    }
    const [, kind, name = ''] =
      blockStart.exec(line) ??
      fail(number, 1, 'expected rule, list, frame, command, question, timer or talk and a name');
    if (kind === 'rule') {
      const options: Template[] = [];
      rules.set(name, { kind: 'choice', options });
      addLine = (text, at) => {
        options.push(read(text, at, text.length - text.trimStart().length));
      };
    } else if (kind === 'list') {
      const values: ListValue[] = [];
      lists.set(name, values);
      addLine = (text, at) => {
        const [head = '', , value = ''] = listLine.exec(text) ?? fail(at, 1, 'expected "value = template"');
        values.push({ value, template: read(text, at, head.length) });
      };
    } else if (isIntentKind(kind)) {
      const sentences: { template: Template; line: number }[] = [];
      intents.push({ kind, name, sentences });
      addLine = (text, at) => {
        sentences.push({ template: read(text, at, text.length - text.trimStart().length), line: at });
      };
    }
  }
  const grammar = { rules, lists, frames, intents };
  checkReferences(grammar, source, fail);
  return grammar;
}

/** Slots that are not lists: names of the home, and numbers. */
export const openSlots: ReadonlySet<string> = new Set([
  'name',
  'place',
  'timer_name',
  'percent',
  'number',
  'second_number',
]);

function isIntentKind(word: string | undefined): word is IntentKind {
  return intentKinds.some((kind) => kind === word);
}

function checkReferences(
  grammar: GrammarFile,
  source: string,
  fail: (line: number, column: number, message: string) => never,
): void {
  const lines = source.split('\n');
  const lineOf = (reference: string) =>
    lines.findIndex((line) => line.replace(/#.*$/, '').includes(reference)) + 1;
  const check = (template: Template, path: readonly string[]): void => {
    if (template.kind === 'sequence') for (const item of template.items) check(item, path);
    else if (template.kind === 'choice') for (const option of template.options) check(option, path);
    else if (template.kind === 'slot' && !openSlots.has(template.name) && !grammar.lists.has(template.name)) {
      fail(lineOf(`{${template.name}}`), template.column, `there is no list {${template.name}}`);
    } else if (template.kind === 'rule' && template.name !== 'sentence') {
      const rule = grammar.rules.get(template.name);
      if (rule === undefined)
        fail(lineOf(`<${template.name}>`), template.column, `there is no rule <${template.name}>`);
      else if (path.includes(template.name))
        fail(lineOf(`<${template.name}>`), template.column, `rule <${template.name}> contains itself`);
      else check(rule, [...path, template.name]);
    }
  };
  for (const intent of grammar.intents) for (const { template } of intent.sentences) check(template, []);
  for (const frame of grammar.frames.values()) check(frame, []);
  for (const [name, rule] of grammar.rules) check(rule, [name]);
}
