import { describe, expect, it } from 'vitest';
import { loadGrammar } from '../../../../src/agent/understand/load-grammar.ts';
import { understand } from '../../../../src/agent/understand/understand.ts';
import { demoModel } from '../../../support/home/demo-model.ts';

const grammar = loadGrammar('en');
const model = demoModel();
const read = (text: string) => understand(text, { model, areaId: 'living_room', lastEntityIds: [] }, grammar);

describe('a sentence with words that are not known', () => {
  it.each([
    ['would you fetch me a darker living room', 'change_brightness'],
    ['turn on disco lights and let the party begin', 'turn_on'],
    ['please brighten up the kitchen lights a tad more for grandma', 'change_brightness'],
    ['please get the hoover whizzing through the living room', 'clean_area'],
    ['make the lights blue for my unicorn cake', 'set_color'],
  ])('is asked about: %j', (text, wish) => {
    const { plan, isGuess, isFirm } = read(text);
    expect(plan).toMatchObject({ kind: 'unsure', wish: { do: wish } });
    expect({ isGuess, isFirm }).toEqual({ isGuess: true, isFirm: undefined });
  });

  it.each([
    // Nobody asks.
    'I left the lights on by accident',
    'grandma adores the kitchen lights red',
    'silence is golden',
    'what lights does grandma adore',
    'turn the lights red for grandma?',
    // What is not known takes something back, or leaves something out.
    'turn off the lights because no wait leave them',
    'turn off the kitchen lights unless grandma wakes',
    'turn off all the lights except the gizmo ones',
    // Half a sentence.
    'clean the kitchen and the',
    'turn on the gizmo bed light and turn off',
    // Others are asked first.
    'hand me the remote and mute the tv',
    // Two wishes at once.
    'turn off the blinking lights and turn up the blaring music',
  ])('is no question of ours: %j', (text) => {
    expect(read(text).plan.kind).not.toBe('unsure');
    expect(read(text).plan.kind).not.toBe('act');
  });

  it('tells the name of a sort of lights that nobody has, and offers those that are there', () => {
    expect(read('turn off the disco lights').plan).toMatchObject({
      kind: 'unsure',
      unknownName: 'disco lights',
      entities: [{ areaId: 'living_room' }, { areaId: 'living_room' }],
    });
  });

  it.each([
    ['turn on the lava lamp', 'unknown-name'],
    ['turn off the attic lights', 'unknown-name'],
    ['turn off the lights in the crypt', 'unknown-place'],
    ['brighten the cupboard under the stairs', 'unknown-place'],
  ])('offers nothing else: %j', (text, why) => {
    expect(read(text).plan).toMatchObject({ kind: 'unlinked', why: { kind: why } });
  });
});
