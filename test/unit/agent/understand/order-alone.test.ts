import { describe, expect, it } from 'vitest';
import { indexOf } from '../../../../src/agent/understand/home-index.ts';
import { loadGrammar } from '../../../../src/agent/understand/load-grammar.ts';
import { normalise } from '../../../../src/agent/understand/normalise.ts';
import { orderAlone } from '../../../../src/agent/understand/order-alone.ts';
import { demoModel } from '../../../support/home/demo-model.ts';

const grammar = loadGrammar('en');
const model = demoModel();

function planOf(text: string, asked = false) {
  const said = { model, areaId: 'bedroom', lastEntityIds: [] };
  const context = { ...said, index: indexOf(model), allowMisheard: true, mayWiden: false };
  const situation = asked ? { ...said, asked: { kind: 'confirmation' as const, entityIds: [] } } : said;
  return orderAlone(normalise(text), situation, context, grammar)?.plan;
}

describe('an order beside its reason', () => {
  it.each([
    ['blinds down, it is windy', 'close', 'cover.bedroom_blinds'],
    ['bed light on, we are coming in with the twins', 'turn_on', 'light.bed_light'],
  ])('is done: %j', (text, wish, entityId) => {
    expect(planOf(text)).toMatchObject({ kind: 'act', wish: { do: wish }, entities: [{ entityId }] });
  });

  it.each([
    'blinds down, it is what she said',
    'blinds down, we are not sure',
    'is the bed light on, we are coming in with the twins',
    'we are coming in with the twins',
  ])('is none of ours: %j', (text) => {
    expect(planOf(text)).toBeUndefined();
  });

  it('is no answer to a question', () => {
    expect(planOf('blinds down, it is windy', true)).toBeUndefined();
  });
});
