import { describe, expect, it } from 'vitest';
import { loadGrammar } from '../../../../src/agent/understand/load-grammar.ts';
import { understand } from '../../../../src/agent/understand/understand.ts';
import { demoModel } from '../../../support/home/demo-model.ts';

const grammar = loadGrammar('en');
const model = demoModel();
const plan = (text: string, areaId: string | null = 'living_room') =>
  understand(text, { model, areaId, lastEntityIds: [] }, grammar).plan;

describe('a place that is to be switched', () => {
  it.each([
    ['turn off the kitchen', 'light', 'Kitchen'],
    ['switch on the hallway please', 'light', 'Hallway'],
    ['turn off this room', 'light', 'Living Room'],
    ['turn on the room', 'light', 'Living Room'],
    ['cut the power', 'everything', 'Living Room'],
  ])('is asked about: %j', (text, className, place) => {
    expect(plan(text)).toMatchObject({ kind: 'unsure', about: { className, place: { name: place } } });
  });

  it('may be the whole home', () => {
    expect(plan('switch off the house')).toMatchObject({
      kind: 'unsure',
      about: { className: 'light', place: null, everywhere: true },
    });
  });

  it('may be two rooms', () => {
    expect(plan('turn off the living room and the office')).toMatchObject({
      kind: 'unsure',
      about: { by: 'name' },
      entities: [{}, {}, {}, {}],
    });
  });

  it('is no room beside what is not known', () => {
    expect(plan('turn off the kitchen and the chapel').kind).not.toBe('unsure');
  });

  it.each([
    ['turn off this room', null],
    ['turn off the chapel', 'living_room'],
    ['turn on the power', 'living_room'],
  ])('is not known: %j', (text, areaId) => {
    expect(plan(text, areaId)).toMatchObject({ kind: 'unlinked', why: { kind: 'unknown-name' } });
  });

  it.each(['do not turn off the kitchen', 'is the kitchen on', 'open the kitchen'])(
    'is not asked about: %j',
    (text) => {
      expect(plan(text).kind).not.toBe('unsure');
    },
  );
});
