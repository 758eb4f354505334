import { describe, expect, it } from 'vitest';
import { kindsSaid } from '../../../../src/agent/llm/kind-words.ts';
import { wordsOfSentence } from '../../../../src/agent/llm/sentence-words.ts';

describe('the kinds of devices a sentence names', () => {
  it.each([
    ['close the blinds and the garage door', ['blind', 'garage_door']],
    ['mach das Küchenlicht an', ['light']],
    ['ferme les volets', ['shutter']],
    ['apaga las luces y el ventilador', ['fan', 'light']],
    ['zijn de gordijnen dicht', ['curtain']],
    ['tell me a joke', []],
  ])('are heard in "%s"', (text, kinds) => {
    expect(kindsSaid(wordsOfSentence(text).words)).toEqual(expect.arrayContaining(kinds));
    if (kinds.length === 0) expect(kindsSaid(wordsOfSentence(text).words)).toEqual([]);
  });
});
