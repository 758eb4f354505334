import { describe, expect, it } from 'vitest';
import { loadGrammar } from '../../../../src/agent/understand/load-grammar.ts';
import { readHeard } from '../../../../src/agent/understand/read-heard.ts';
import type { AskedUs } from '../../../../src/agent/understand/situation.ts';
import { demoModel } from '../../../support/home/demo-model.ts';

const grammar = loadGrammar('en');
const model = demoModel();
const office = ['light.desk_lamp', 'light.office_ceiling'];
const ofOffice: AskedUs = { kind: 'confirmation', entityIds: office };

/** "these light.desk_lamp", "yes", "turn_off light.hallway_light", joined by " + "; else the kind of the plan. */
function answer(text: string, asked: AskedUs, lastEntityIds: readonly string[] = office): string {
  const situation = { model, areaId: null, lastEntityIds, lastWish: { do: 'turn_off' } as const, asked };
  const { plan } = readHeard([text], situation, grammar);
  const steps = plan.kind === 'several' ? plan.steps : [plan];
  const ids = (entities: readonly { readonly entityId: string }[]) =>
    entities.map(({ entityId }) => entityId).join(' ');
  return steps
    .map((step) => {
      if (step.kind === 'act') return `${step.wish.do} ${ids(step.entities)}`;
      if (step.kind !== 'reply') return step.kind;
      return step.answer.said === 'these' ? `these ${ids(step.answer.entities)}` : step.answer.said;
    })
    .join(' + ');
}

describe('an answer to "Shall I turn off the office lights?"', () => {
  it.each([
    ['only the desk lamp', 'these light.desk_lamp'],
    ['just the ceiling one please', 'these light.office_ceiling'],
    ['the office ceiling', 'these light.office_ceiling'],
    ['yes but only the desk lamp', 'these light.desk_lamp'],
    ['no just the desk lamp', 'these light.desk_lamp'],
    ['both', 'these light.desk_lamp light.office_ceiling'],
    ['all but the desk lamp', 'these light.office_ceiling'],
    ['yes but not the ceiling', 'these light.desk_lamp'],
    ['yeah go on', 'yes'],
    ['oh wait no', 'no'],
    ['not the desk lamp', 'not-understood'],
    ['the printer', 'turn_off switch.printer'],
    ['the second one', 'unlinked'],
    ['no, the living room', 'turn_off light.living_room_ceiling light.living_room_lamp'],
  ])('%j is %s', (text, expected) => {
    expect(answer(text, ofOffice)).toBe(expected);
  });

  it('may ask for something else instead, or besides', () => {
    expect(answer('yes but dim them instead', ofOffice)).toBe(
      'change_brightness light.desk_lamp light.office_ceiling',
    );
    expect(answer('no, dim them instead', ofOffice)).toBe(
      'change_brightness light.desk_lamp light.office_ceiling',
    );
    expect(answer('yes, but turn on the hallway light', ofOffice)).toBe('yes + turn_on light.hallway_light');
  });
});

describe('a single device that was asked about', () => {
  it('is not agreed to by its name', () => {
    const asked: AskedUs = { kind: 'confirmation', entityIds: ['lock.front_door'] };
    // The same once more: it will be asked about again.
    expect(answer('the front door', asked, ['lock.front_door'])).not.toMatch(/these|yes/);
  });
});

describe('two kinds of devices that were asked about', () => {
  const asked: AskedUs = { kind: 'confirmation', entityIds: ['cover.garage_door', 'cover.garden_gate'] };

  it('are told apart by their kind, and only by that', () => {
    expect(answer('only the gate', asked, asked.entityIds)).toBe('these cover.garden_gate');
    expect(answer('only the lights', ofOffice)).not.toMatch(/these|yes/);
  });
});

describe('an answer to "Which one?"', () => {
  const asked: AskedUs = { kind: 'which', entityIds: office };

  it.each([
    ['the second one', 'these light.office_ceiling'],
    ['only the desk lamp', 'these light.desk_lamp'],
    ['both except the ceiling', 'these light.desk_lamp'],
  ])('%j is %s', (text, expected) => {
    expect(answer(text, asked)).toBe(expected);
  });
});
