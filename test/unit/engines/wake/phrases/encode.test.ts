import { describe, expect, it } from 'vitest';
import { encode } from '../../../../../src/engines/wake/phrases/encode.ts';
import { parseVocabulary } from '../../../../../src/engines/wake/phrases/vocabulary.ts';

const pieces = (text: string, lines: readonly string[]) => encode(text, parseVocabulary(lines.join('\n')));

describe('encode', () => {
  it('takes the spelling with the highest sum of scores, not the longest pieces', () => {
    expect(pieces('AB', ['▁AB\t-9', '▁A\t-2', 'B\t-3'])).toEqual({ kind: 'pieces', pieces: ['▁A', 'B'] });
  });

  it('marks the start of each word, however wide the space', () => {
    expect(pieces('  A \t A ', ['▁A\t-1'])).toEqual({ kind: 'pieces', pieces: ['▁A', '▁A'] });
  });

  it('names the first character that no piece holds', () => {
    expect(pieces('A?!', ['▁A\t-1'])).toEqual({ kind: 'unknown', character: '?' });
  });

  it('names a character when pieces hold each one but do not join up', () => {
    expect(pieces('BA', ['▁A\t-1', 'B\t-1'])).toEqual({ kind: 'unknown', character: 'B' });
  });

  it('never spells with control symbols', () => {
    expect(pieces('A', ['▁\t-1', '<A>\t0', 'A\t-1'])).toEqual({ kind: 'pieces', pieces: ['▁', 'A'] });
  });
});
