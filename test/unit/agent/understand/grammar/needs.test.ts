import { describe, expect, it } from 'vitest';
import { meets, needsOfAll, needsOfAny } from '../../../../../src/agent/understand/grammar/needs.ts';

const one = (...words: string[]) => [new Set(words)];

describe('needs', () => {
  it('of all parts are the needs of each', () => {
    const needs = needsOfAll([one('turn', 'switch'), [], one('on')]);
    expect(meets(new Set(['switch', 'on', 'it']), needs)).toBe(true);
    expect(meets(new Set(['switch', 'it']), needs)).toBe(false);
    expect(meets(new Set(['on', 'it']), needs)).toBe(false);
  });

  it('of any part are one word of any of them', () => {
    const needs = needsOfAny([one('dim'), needsOfAll([one('turn'), one('down', 'low')])]);
    expect(meets(new Set(['dim', 'it']), needs)).toBe(true);
    expect(meets(new Set(['turn', 'it']), needs)).toBe(true);
    expect(meets(new Set(['open', 'it']), needs)).toBe(false);
  });

  it('are none where one part needs no word of its own', () => {
    expect(needsOfAny([one('dim'), []])).toEqual([]);
    expect(needsOfAny([])).toEqual([]);
  });

  it('are none where nearly any word would do', () => {
    expect(needsOfAny(Array.from({ length: 30 }, (_, index) => one(`word${index}`)))).toEqual([]);
  });
});
