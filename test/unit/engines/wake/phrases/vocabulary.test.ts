import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readVocabulary } from '../../../../../src/engines/wake/phrases/vocabulary.ts';

let dir: string;
beforeEach(async () => void (dir = await mkdtemp(join(tmpdir(), 'vocabulary-'))));
afterEach(() => rm(dir, { recursive: true }));

async function read(vocabulary: string, tokens: string) {
  const files = { bpeVocab: join(dir, 'bpe.vocab'), tokens: join(dir, 'tokens.txt') };
  await writeFile(files.bpeVocab, vocabulary);
  await writeFile(files.tokens, tokens);
  return readVocabulary({
    id: 'kws',
    engine: 'sherpa-kws',
    languages: ['en'],
    files,
    settings: {},
    licence: 'Apache-2.0',
    attribution: { name: 'nobody', url: 'https://example.org' },
    fingerprint: '1',
  });
}

describe('readVocabulary', () => {
  it('reads pieces and scores, without control symbols', async () => {
    const { scores, longest } = await read('<blk>\t0\n▁THE\t-3.5\nS\t-2\n', '<blk> 0\n▁THE 1\nS 2\n');
    expect([...scores]).toEqual([
      ['▁THE', -3.5],
      ['S', -2],
    ]);
    expect(longest).toBe(4);
  });

  it.each([
    ['S\t-2\nT\t-3\n', 'S 0\n', 'has the piece "T", which is no token of the model'],
    ['S\tmany\n', 'S 0\n', 'has a piece without a score'],
    ['\u0000\u0001\n', 'S 0\n', 'has no pieces'],
  ])('refuses a vocabulary that would end the native spotter', async (vocabulary, tokens, why) => {
    await expect(read(vocabulary, tokens)).rejects.toMatchObject({
      code: 'MODEL_CORRUPT',
      message: `model kws: bpeVocab ${why}`,
    });
  });
});
