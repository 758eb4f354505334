/** Is the grammar written for people or for a test? A long template that serves one sentence only is suspect. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { GrammarFile, Written } from '../../agent/understand/grammar/grammar.ts';
import type { Grammar } from '../../agent/understand/grammar/matcher.ts';
import type { Template } from '../../agent/understand/grammar/template.ts';
import { understand } from '../../agent/understand/understand.ts';
import { demoModel } from '../../home/demo/demo-model.ts';

/** A template with at least so many fixed words must serve more than one sentence of the sets, or none. */
const manyWords = 5;

const files = ['ha-intents/en.jsonl', 'slurp.jsonl', 'clinc.jsonl'];
const rowSchema = z.looseObject({ sentence: z.string() });

/** `file:line` of long templates that were followed for exactly one sentence of the sets. */
export async function suspectTemplates(
  evalDir: string,
  file: GrammarFile,
  grammar: Grammar,
): Promise<readonly string[]> {
  const long = new Set(
    file.intents
      .flatMap(({ sentences }) => sentences)
      .filter(({ template }) => fixedWords(template) >= manyWords)
      .map(sourceOf),
  );
  const served = new Map<string, Set<string>>();
  const model = demoModel();
  for (const name of files) {
    const lines = (await readFile(join(evalDir, 'text', name), 'utf8')).trim().split('\n');
    for (const line of lines) {
      const { sentence } = rowSchema.parse(JSON.parse(line));
      const situation = { model, areaId: 'living_room', lastEntityIds: [] };
      for (const { source } of understand(sentence, situation, grammar).chosen?.clauses ?? []) {
        if (long.has(source))
          served.set(source, (served.get(source) ?? new Set()).add(sentence.toLowerCase()));
      }
    }
  }
  return [...served].filter(([, sentences]) => sentences.size === 1).map(([source]) => source);
}

function sourceOf({ file, line }: Written): string {
  return `${file.slice(file.lastIndexOf('/') + 1)}:${line}`;
}

/** Words a sentence must hold to fit, at least. */
function fixedWords(template: Template): number {
  switch (template.kind) {
    case 'word':
      return 1;
    case 'sequence':
    case 'permutation':
      return template.items.reduce((sum, item) => sum + fixedWords(item), 0);
    case 'choice':
      return Math.min(...template.options.map(fixedWords));
    case 'rule':
    case 'slot':
      return 0;
  }
}
