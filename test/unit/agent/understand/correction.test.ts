import { describe, expect, it } from 'vitest';
import { splitCorrection } from '../../../../src/agent/understand/correction.ts';
import { loadGrammar } from '../../../../src/agent/understand/load-grammar.ts';
import { understand } from '../../../../src/agent/understand/understand.ts';
import { demoModel } from '../../../support/home/demo-model.ts';

const grammar = loadGrammar('en');
const model = demoModel();

function done(text: string): string {
  const { plan } = understand(text, { model, areaId: null, lastEntityIds: [] }, grammar);
  if (plan.kind !== 'act') return plan.kind;
  return [plan.wish.do, ...plan.entities.map(({ entityId }) => entityId)].join(' ');
}

describe('a sentence that corrects itself', () => {
  it.each([
    ['turn on the bed light, no, the desk lamp', 'turn_on light.desk_lamp'],
    ['turn on the bed light no wait the desk lamp', 'turn_on light.desk_lamp'],
    [
      'turn off the kitchen lights, I mean the office lights',
      'turn_off light.desk_lamp light.office_ceiling',
    ],
    ['turn on the kitchen lights sorry the bedroom', 'turn_on light.bed_light light.bedroom_ceiling'],
    ['turn on the bed light, no, turn off the desk lamp', 'turn_off light.desk_lamp'],
    ['close the bedroom blinds, wait, open them', 'open cover.bedroom_blinds'],
    ['turn on the bed light, no, forget it', 'never-mind'],
    ['turn on the bed light, no, the spaceship', 'not-understood'],
  ])('%j comes to %j', (text, expected) => {
    expect(done(text)).toBe(expected);
  });

  it('needs words before and after the correction', () => {
    expect(splitCorrection(['no', 'the', 'lamp'])).toBeUndefined();
    expect(splitCorrection(['the', 'lamp', 'no'])).toBeUndefined();
  });
});
