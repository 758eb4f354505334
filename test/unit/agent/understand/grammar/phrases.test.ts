import { describe, expect, it } from 'vitest';
import { parseGrammarFiles } from '../../../../../src/agent/understand/grammar/grammar-file.ts';
import { phraseBook } from '../../../../../src/agent/understand/grammar/phrases.ts';

const book = (...lines: readonly string[]) =>
  phraseBook(parseGrammarFiles([{ name: 'x', text: lines.join('\n') }]));
const found = (lines: readonly string[], text: string, at = 0) =>
  book(...lines)
    .at(text.split(' '), at)
    .map(({ role, value, words }) => `${role} ${value}: ${words.join(' ')}`);

const colors = ['list color', '  red = red | dark red'];
const verbs = ['gist verb', '  down = turn down | dim', '  put = turn'];

describe('phraseBook', () => {
  it('finds the words of gist blocks in any place, the longest first', () => {
    expect(found(verbs, 'please turn down the lamp', 1)).toEqual(['verb down: turn down', 'verb put: turn']);
  });

  it('spells out options and endings', () => {
    expect(found(['gist thing', '  light = [smart] (light[s]|lamp)'], 'smart lights')).toEqual([
      'thing light: smart lights',
    ]);
  });

  it('knows the lists that mean the same anywhere', () => {
    expect(found([...verbs, ...colors], 'dark red')).toEqual(['color red: dark red']);
  });

  it('is empty without gist blocks', () => {
    expect(found(colors, 'red')).toEqual([]);
  });

  it('refuses a block that holds more than words', () => {
    expect(() => book(...colors, 'gist verb', '  put = make {color}')).toThrow('x:4:1: ');
  });
});
