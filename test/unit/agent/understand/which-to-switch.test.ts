import { describe, expect, it } from 'vitest';
import { loadGrammar } from '../../../../src/agent/understand/load-grammar.ts';
import { understand } from '../../../../src/agent/understand/understand.ts';
import { demoModel } from '../../../support/home/demo-model.ts';

const grammar = loadGrammar('en');
const model = demoModel();
const plan = (text: string, areaId: string | null) =>
  understand(text, { model, areaId, lastEntityIds: ['light.bed_light'] }, grammar).plan;

describe('a switch without a device', () => {
  it.each(['turn off', 'power off please', 'could you switch off'])('is asked which: %j', (text) => {
    expect(plan(text, 'bathroom')).toMatchObject({
      kind: 'unlinked',
      wish: { do: 'turn_off' },
      why: { kind: 'ambiguous', entities: [{ areaId: 'bathroom' }, { areaId: 'bathroom' }] },
    });
  });

  it('is not understood where the room is not known, or in the middle of something', () => {
    expect(plan('turn on', null).kind).toBe('not-understood');
    expect(plan('turn on the bed light and turn off', 'bathroom').kind).toBe('not-understood');
    expect(plan('do not turn off', 'bathroom').kind).toBe('not-understood');
  });
});
