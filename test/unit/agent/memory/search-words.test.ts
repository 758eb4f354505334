import { describe, expect, it } from 'vitest';
import { searchWords } from '../../../../src/agent/memory/search-words.ts';

describe('words to search for', () => {
  it.each([
    ['the bins', ['bins']],
    ['what I said about my bike, and its lock', ['bike', 'lock']],
    ['die Mülltonne am Dienstag', ['mülltonne', 'dienstag']],
    ["l'anniversaire de Zoé", ['anniversaire', 'zoé']],
    ['el cumpleaños de mi tía', ['cumpleaños', 'tía']],
    ['de fiets van Anna', ['fiets', 'anna']],
    ['bins bins BINS', ['bins']],
    ['it and that', []],
    ['"); drop table', ['drop', 'table']],
  ])('of "%s" leave out those that say nothing', (text, words) => {
    expect(searchWords(text)).toEqual(words);
  });

  it('are few, however long the text is', () => {
    const text = Array.from({ length: 100 }, (_, index) => `word${index}`).join(' ');
    expect(searchWords(text)).toHaveLength(12);
  });
});
