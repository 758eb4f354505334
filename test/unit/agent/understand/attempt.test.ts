import { describe, expect, it } from 'vitest';
import { isWhole, tryEach, tryUnknown, tryWords } from '../../../../src/agent/understand/attempt.ts';
import { indexOf } from '../../../../src/agent/understand/home-index.ts';
import { loadGrammar } from '../../../../src/agent/understand/load-grammar.ts';
import type { LinkContext } from '../../../../src/agent/understand/mention.ts';
import { demoModel } from '../../../support/home/demo-model.ts';

const model = demoModel();
const situation = { model, areaId: 'living_room', lastEntityIds: [] };
const context: LinkContext = { ...situation, index: indexOf(model), allowMisheard: true, mayWiden: false };
const grammar = loadGrammar('en');
const words = (text: string) => text.split(' ');

describe('tryWords', () => {
  it('gives no reading of words that fit nothing', () => {
    const { parses, readings } = tryWords(words('the sea is deep'), situation, context, grammar);
    expect([parses, readings]).toEqual([[], []]);
  });

  it('takes a question for no command where names may be those that sound like the words', () => {
    const question = words('is the kitchn light on');
    const { parses } = tryWords(question, situation, { ...context, takeNear: true }, grammar);
    expect(parses.length).toBeGreaterThan(0);
    expect(parses.every(({ kind }) => kind === 'question')).toBe(true);
  });
});

describe('tryEach', () => {
  const tried = (...variants: readonly string[]) =>
    tryEach(variants.map(words), situation, context, grammar).map((attempt) => attempt.words.join(' '));

  it('stops at the first way to write the sentence that leaves nothing open', () => {
    expect(tried('turn on the lights', 'turn off the lights')).toEqual(['turn on the lights']);
    expect(tried('blue moon', 'turn on the lights', 'turn off the lights')).toEqual([
      'blue moon',
      'turn on the lights',
    ]);
  });

  it('goes on where a room or name is not known', () => {
    expect(tried('turn on the lights in the crypt', 'turn on the lights')).toHaveLength(2);
  });
});

describe('tryUnknown', () => {
  it('reads only what some name or room is not known of', () => {
    const attempt = tryUnknown(words('turn on the lights in the crypt'), situation, context, grammar);
    expect(attempt?.readings.length).toBeGreaterThan(0);
    expect(attempt?.readings.some(isWhole)).toBe(false);
  });

  it('takes no single name for a sentence', () => {
    expect(tryUnknown(words('the crypt'), situation, context, grammar)).toBeUndefined();
  });
});
