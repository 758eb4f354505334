import { describe, expect, it } from 'vitest';
import { loadGrammar } from '../../../../src/agent/understand/load-grammar.ts';
import { spellingsOf, withoutTypingSlips } from '../../../../src/agent/understand/typing-slips.ts';
import { understand } from '../../../../src/agent/understand/understand.ts';
import { demoModel } from '../../../support/home/demo-model.ts';

const spellings = [spellingsOf(new Set('turn on the light lights lamp kitchen switch they'.split(' ')))];
const mended = (text: string) =>
  withoutTypingSlips(text.split(' '), spellings, (word) => word === 'lihgt').join(' ');

describe('withoutTypingSlips', () => {
  it('mends swapped letters, and one letter of a longer word', () => {
    expect(mended('trun on the lihgts')).toBe('turn on the lights');
    expect(mended('swich on the kitchn lmap')).toBe('switch on the kitchen lamp');
  });

  it('leaves names, short words, known words and words with two likely meanings', () => {
    expect(mended('turn on the lihgt')).toBe('turn on the lihgt');
    expect(mended('damp te tehy')).toBe('damp te they');
    expect(mended('lightx')).toBe('lightx');
  });

  it('returns the very same words where there is nothing to mend', () => {
    const words = ['turn', 'on'];
    expect(withoutTypingSlips(words, spellings, () => false)).toBe(words);
  });
});

describe('a sentence with typing slips', () => {
  const read = (text: string) =>
    understand(text, { model: demoModel(), areaId: null, lastEntityIds: [] }, loadGrammar('en'));

  it('is a guess at what was meant', () => {
    const { plan, isGuess } = read('trun on the kithcen lihgts');
    expect(isGuess).toBe(true);
    expect(plan).toMatchObject({ kind: 'act', wish: { do: 'turn_on' } });
  });

  it('is no request where the mended words are none', () => {
    expect(read('trun on the bed light wehn I come home').plan.kind).toBe('not-understood');
    expect(read('tehy turn on the bed light').plan.kind).not.toBe('act');
  });
});
