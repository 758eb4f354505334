/** Rooms and robots of other homes than the demo home. */
import { describe, expect, it } from 'vitest';
import { loadGrammar } from '../../../../src/agent/understand/load-grammar.ts';
import type { Step } from '../../../../src/agent/understand/plan.ts';
import type { Situation } from '../../../../src/agent/understand/situation.ts';
import { understand } from '../../../../src/agent/understand/understand.ts';
import type { DemoEntity, DemoHouse } from '../../../../src/home/demo/demo-entity.ts';
import { demoModel } from '../../../support/home/demo-model.ts';

const grammar = loadGrammar('en');
const start = 8_192;
const cleanArea = 16_384;

function robot(id: string, area: string, features: number): DemoEntity {
  const attributes = { supported_features: features };
  return { id: `vacuum.${id}`, name: id, area, state: 'docked', attributes };
}

function homeWith(...robots: readonly DemoEntity[]) {
  const house: DemoHouse = {
    floors: [{ id: 'top', name: 'Upstairs', level: 1 }],
    areas: [
      { id: 'kitchen', name: 'Kitchen', floor: null },
      { id: 'pantry', name: 'Pantry', floor: null },
      { id: 'red', name: 'Red Bedroom', floor: 'top' },
      { id: 'blue', name: 'Blue Bedroom', floor: 'top' },
      { id: 'terrace', name: 'Terrace', floor: 'top' },
    ],
    entities: [...robots, { id: 'light.pantry', name: 'Pantry Lamp', area: 'pantry', state: 'off' }],
  };
  return demoModel({ house });
}

const one = homeWith(robot('dusty', 'kitchen', start + cleanArea));
const simple = homeWith(robot('dusty', 'kitchen', start));
const two = homeWith(robot('dusty', 'kitchen', start + cleanArea), robot('rolly', 'red', start + cleanArea));

function read(text: string, model = one, more: Partial<Situation> = {}): string {
  const situation = { model, areaId: null, lastEntityIds: [], lastWish: null, ...more };
  const { plan } = understand(text, situation, grammar);
  return (plan.kind === 'several' ? plan.steps : [plan]).map(show).join(' + ');
}

function show(step: Step): string {
  if (step.kind !== 'act' && step.kind !== 'unlinked') return step.kind;
  const { wish } = step;
  const rooms = wish?.do === 'clean_area' ? ` ${wish.areaIds.join(' ')}` : '';
  const asked = `${wish?.do}${rooms}`;
  if (step.kind === 'unlinked') return `${step.why.kind}: ${asked}`;
  return `${asked}: ${step.entities.map(({ name }) => name).join(' ')}`;
}

describe('several rooms to clean', () => {
  it.each([
    ['clean the pantry and the kitchen', 'clean_area pantry kitchen: dusty'],
    ['clean the kitchen, the kitchen and the pantry', 'clean_area kitchen pantry: dusty'],
    ['vacuum all the bedrooms and the pantry', 'clean_area red blue pantry: dusty'],
    ['vacuum every bedroom', 'clean_area red blue: dusty'],
    ['hoover the kitchen and upstairs', 'clean_area kitchen red blue: dusty'],
    ['vacuum upstairs', 'start_cleaning: dusty'],
    ['have dusty vacuum the pantry and the red bedroom', 'clean_area pantry red: dusty'],
    ['vacuum the pantry and hoover the kitchen', 'clean_area pantry kitchen: dusty'],
  ])('"%s" is one order', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each([
    ['clean the kitchen and the cellar', 'unknown-place: start_cleaning'],
    ['clean the cellar, the kitchen and the pantry', 'unknown-place: start_cleaning'],
    ['clean the kitchen and in here', 'no-place: start_cleaning'],
    ['do not clean the kitchen and the pantry', 'not-understood'],
    ['did you clean the kitchen and the pantry', 'not-understood'],
    ['clean the kitchen but not the pantry', 'not-understood'],
    ['she cleaned the kitchen and the pantry', 'not-understood'],
    ['clean the kitchen and the', 'not-understood'],
  ])('"%s" moves no robot', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it('are no order for a lamp', () => {
    const more = { lastEntityIds: ['light.pantry'] };
    expect(read('turn it on in the kitchen and the pantry', one, more)).not.toContain('clean');
  });

  it('are not for a robot that knows none; the room it stands in is', () => {
    expect(read('clean the kitchen', simple)).toBe('start_cleaning: dusty');
    // The action says that it can not.
    expect(read('clean the kitchen and the pantry', simple)).toBe('clean_area kitchen pantry: dusty');
  });

  it('are cleaned by the robot that stands in one of them, that was named, or that is asked for', () => {
    expect(read('clean the kitchen and the pantry', two)).toBe('clean_area kitchen pantry: dusty');
    expect(read('let rolly clean the kitchen and the pantry', two)).toBe('clean_area kitchen pantry: rolly');
    expect(read('clean the pantry and the blue bedroom', two)).toBe('ambiguous: clean_area pantry blue');
    expect(read('clean the kitchen and the red bedroom', two)).toBe('ambiguous: clean_area kitchen red');
  });

  it('are added to, or replaced', () => {
    const lastWish = { do: 'clean_area', areaIds: ['kitchen'] } as const;
    const more = { lastEntityIds: ['vacuum.dusty'], lastWish };
    expect(read('and the pantry too', one, more)).toBe('clean_area kitchen pantry: dusty');
    expect(read('and the cellar too', one, more)).not.toContain('clean_area');
    expect(read('I meant the pantry', one, more)).toBe('clean_area pantry: dusty');
  });
});
