import { describe, expect, it } from 'vitest';
import { compileGrammar } from '../../../../src/agent/understand/grammar/matcher.ts';
import { readGrammar } from '../../../../src/agent/understand/load-grammar.ts';
import { normalise } from '../../../../src/agent/understand/normalise.ts';
import { wordingsOf } from '../../../../src/agent/understand/wordings.ts';

const grammar = compileGrammar(readGrammar('en'));

function wordings(text: string): readonly string[] {
  return wordingsOf(normalise(text), grammar, text).map((words) => words.join(' '));
}

describe('wordingsOf', () => {
  it('has the words as they are, and without courtesies', () => {
    expect(wordings('turn on the lamp please')).toEqual(['turn on the lamp please', 'turn on the lamp']);
  });

  it('has each once', () => {
    expect(wordings('turn on the lamp')).toEqual(['turn on the lamp']);
  });

  it('begins with the commas that part the words', () => {
    const [first, ...others] = wordings('lamp off, fan on');
    expect(first).not.toBe('lamp off fan on');
    expect(others).toContain('lamp off fan on');
  });
});
