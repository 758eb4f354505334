/** Clauses of one sentence that lean on each other, in the demo home. */
import { describe, expect, it } from 'vitest';
import { loadGrammar } from '../../../../src/agent/understand/load-grammar.ts';
import type { Step } from '../../../../src/agent/understand/plan.ts';
import { understand } from '../../../../src/agent/understand/understand.ts';
import { demoModel } from '../../../support/home/demo-model.ts';

const grammar = loadGrammar('en');
const model = demoModel();

function stepsOf(text: string): readonly Step[] {
  const { plan } = understand(text, { model, areaId: null, lastEntityIds: ['light.desk_lamp'] }, grammar);
  return plan.kind === 'several' ? plan.steps : [plan];
}

function idsOf(text: string): readonly (readonly string[])[] {
  return stepsOf(text).map((step) =>
    step.kind === 'act' ? step.entities.map(({ entityId }) => entityId) : [],
  );
}

describe('readParses', () => {
  it('takes "it" for what the clause before was about, not the sentence before', () => {
    expect(idsOf('turn on the bed light and dim it to 10 percent')).toEqual([
      ['light.bed_light'],
      ['light.bed_light'],
    ]);
  });

  it('takes "it" for what the sentence before was about where its own clauses name nothing', () => {
    expect(idsOf('dim it')).toEqual([['light.desk_lamp']]);
  });

  it('does a wish once that is said twice', () => {
    expect(stepsOf('turn the tv down, it is far too loud')).toHaveLength(1);
  });

  it('leaves out what is to stay as it is', () => {
    const [first = []] = idsOf('turn off all the lights but leave the office on');
    expect(first).toContain('light.living_room_ceiling');
    expect(first).not.toContain('light.desk_lamp');
  });
});
