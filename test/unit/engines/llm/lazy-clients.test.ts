/** The clients take up to 25 MB and a fifth of a second: nobody pays that who asks no language model. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const sourceDir = fileURLToPath(new URL('../../../../src/', import.meta.url));
const clients = /^import (?!type )[^;]*?from '(?:ollama|openai|@anthropic-ai\/sdk)[^']*';/mu;

describe('clients of language models', () => {
  const sources = readdirSync(sourceDir, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.ts'),
  );
  const textOf = (path: string) => readFileSync(join(sourceDir, path), 'utf8');

  it('are loaded where they are used, and nowhere at the start', () => {
    expect(sources.filter((path) => clients.test(textOf(path)))).toEqual([]);
    expect(
      sources.filter((path) => /\bimport\('(?:ollama|openai|@anthropic)/u.test(textOf(path))),
    ).not.toEqual([]);
  });
});
