/** Reads and compiles the sentences of a language, once per process. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { writtenBeside } from '../../core/built-files.ts';
import { parseGrammarFiles } from './grammar/grammar-file.ts';
import type { GrammarFile } from './grammar/grammar.ts';
import { compileGrammar } from './grammar/matcher.ts';
import type { Grammar } from './grammar/matcher.ts';

const sentencesDir = writtenBeside('sentences/', import.meta.url);

const loaded = new Map<string, Grammar>();

/** @throws ConfigError naming file, line and column when a file has a mistake. */
export function loadGrammar(language: string): Grammar {
  const known = loaded.get(language);
  if (known) return known;
  const grammar = compileGrammar(readGrammar(language));
  loaded.set(language, grammar);
  return grammar;
}

/** All `.sentences` files of the language's folder, in the order of their names. */
export function readGrammar(language: string): GrammarFile {
  const folder = new URL(`${language}/`, sentencesDir);
  const files = readdirSync(folder).filter((file) => file.endsWith('.sentences'));
  return parseGrammarFiles(
    files.sort().map((file) => {
      const url = new URL(file, folder);
      return { name: fileURLToPath(url), text: readFileSync(url, 'utf8') };
    }),
  );
}
