/** Reads and compiles the sentences of a language, once per process. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseGrammarFile } from './grammar/grammar-file.ts';
import { compileGrammar } from './grammar/matcher.ts';
import type { Grammar } from './grammar/matcher.ts';

/** The compiler leaves the files where they are written, so both `src` and `dist` read them there. */
const sentencesDir = new URL('../../../src/agent/understand/sentences/', import.meta.url);

/** @throws ConfigError naming file, line and column when the file has a mistake. */
export function loadGrammar(language: string): Grammar {
  const url = new URL(`${language}.sentences`, sentencesDir);
  return compileGrammar(parseGrammarFile(readFileSync(url, 'utf8'), fileURLToPath(url)));
}
