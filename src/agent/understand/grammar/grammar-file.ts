/**
 * Sentence files → rules, lists and intents. Blocks start at the margin, their lines are indented, `#` starts a
 * comment:
 *
 *     rule turn = turn | switch
 *     target target
 *       [the] {name}
 *     list class
 *       light = light[s] | lamp[s]
 *     frame command = [please] <sentence>
 *     gist verb
 *       down = lower | reduce
 *     command turn_on
 *       <turn> on <target>
 *     question is_state
 *       (is|are) <target> {state}
 *
 * `command turn_on ... [<somewhere>]` lets every sentence of the block end so.
 *
 * `gist` names words by what they mean wherever they stand (`phrases.ts`).
 *
 * A `target` is a rule whose values together mean devices. `skip words = please | just` are left out where a
 * sentence does not fit with them.
 */
import { checkReferences } from './check-references.ts';
import { type GrammarFile, grammarMistake, intentKinds, isIntentKind } from './grammar.ts';
import type { IntentKind, ListValue, Written } from './grammar.ts';
import { parseTemplate } from './template.ts';

/** One file of a language. `name` is for messages. */
export type SentenceSource = { readonly name: string; readonly text: string };

const skipLine = /^skip words = (.+)$/;
const assignment = /^(rule|target|frame) ([a-z_]+) *= */;
/** `command brighter ... [<loose>]`: what follows "..." may stand after every sentence of the block. */
const blockStart = /^([a-z]+) ([a-z_]+)(?: \.\.\. (.+))?$/;
const listLine = /^( +)([a-z0-9_-]+) *= */;

type Mutable = {
  readonly rules: Map<string, { isTarget: boolean; options: Written[] }>;
  readonly lists: Map<string, ListValue[]>;
  readonly frames: Map<IntentKind, Written[]>;
  readonly intents: { kind: IntentKind; name: string; sentences: Written[] }[];
  readonly gist: Map<string, ListValue[]>;
  readonly skip: (readonly string[])[];
};

/**
 * Reads all files of a language; they may refer to each other.
 * @throws ConfigError `CONFIG_INVALID` naming file, line and column of the first mistake.
 */
export function parseGrammarFiles(sources: readonly SentenceSource[]): GrammarFile {
  const grammar: Mutable = {
    rules: new Map(),
    lists: new Map(),
    frames: new Map(),
    intents: [],
    gist: new Map(),
    skip: [],
  };
  for (const source of sources) readFile(source, grammar);
  checkReferences(grammar);
  return grammar;
}

type AddLine = (line: string, number: number) => void;

function readFile({ name: file, text }: SentenceSource, grammar: Mutable): void {
  let addLine: AddLine | undefined;
  const read = (line: string, number: number, from: number): Written => {
    const parsed = parseTemplate(line.slice(from), from + 1);
    if (!parsed.ok) grammarMistake(file, number, parsed.mistake.column, parsed.mistake.message);
    return { template: parsed.template, file, line: number };
  };
  for (const [index, raw] of text.split('\n').entries()) {
    const number = index + 1;
    const line = raw.replace(/#.*$/, '').trimEnd();
    if (line === '') continue;
    if (line.startsWith('\t')) grammarMistake(file, number, 1, 'indent with spaces');
    if (line.startsWith(' ')) {
      if (addLine === undefined) grammarMistake(file, number, 1, 'this line belongs to no block');
      addLine(line, number);
      continue;
    }
    const skipped = skipLine.exec(line);
    if (skipped) {
      grammar.skip.push(...(skipped[1] ?? '').split('|').map((phrase) => phrase.trim().split(/ +/)));
      addLine = undefined;
      continue;
    }
    const assigned = assignment.exec(line);
    const [head = '', kind = '', name = '', ending] = assigned ?? blockStart.exec(line) ?? [];
    const add = startBlock(grammar, kind, name, (message) => grammarMistake(file, number, 1, message));
    if (ending !== undefined && !isIntentKind(kind))
      grammarMistake(file, number, line.indexOf('...') + 1, 'only sentences take an ending');
    const last = ending === undefined ? undefined : read(line, number, line.length - ending.length);
    addLine = (indented, at) => {
      const start = indented.length - indented.trimStart().length;
      if (kind !== 'list' && kind !== 'gist') add(ended(read(indented, at, start), last), '');
      else {
        const [front = '', , value = ''] =
          listLine.exec(indented) ?? grammarMistake(file, at, 1, 'expected "value = template"');
        add(read(indented, at, front.length), value);
      }
    };
    if (assigned) {
      add(read(line, number, head.length), '');
      addLine = undefined;
    }
  }
}

/** The sentence with the ending of its block. */
function ended(written: Written, last: Written | undefined): Written {
  if (last === undefined) return written;
  return { ...written, template: { kind: 'sequence', items: [written.template, last.template] } };
}

type AddTemplate = (written: Written, value: string) => void;

/** What to do with the templates of a block. */
function startBlock(
  grammar: Mutable,
  kind: string,
  name: string,
  fail: (message: string) => never,
): AddTemplate {
  if (kind === 'rule' || kind === 'target') {
    if (grammar.rules.has(name)) fail(`rule ${name} is there twice`);
    const options: Written[] = [];
    grammar.rules.set(name, { isTarget: kind === 'target', options });
    return (written) => options.push(written);
  }
  if (kind === 'list' || kind === 'gist') {
    const lists = kind === 'list' ? grammar.lists : grammar.gist;
    if (lists.has(name)) fail(`${kind} ${name} is there twice`);
    const values: ListValue[] = [];
    lists.set(name, values);
    return (written, value) => values.push({ ...written, value });
  }
  if (kind === 'frame') {
    if (!isIntentKind(name)) return fail(`a frame is for one of ${intentKinds.join(', ')}`);
    const options: Written[] = [];
    grammar.frames.set(name, options);
    return (written) => options.push(written);
  }
  if (!isIntentKind(kind))
    return fail(`expected rule, target, list, gist, frame, ${intentKinds.join(', ')} and a name`);
  const sentences: Written[] = [];
  grammar.intents.push({ kind, name, sentences });
  return (written) => sentences.push(written);
}
