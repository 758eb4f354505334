import { describe, expect, it } from 'vitest';
import { loadGrammar } from '../../../../src/agent/understand/load-grammar.ts';
import { understand } from '../../../../src/agent/understand/understand.ts';
import type { DemoHouse } from '../../../../src/home/demo/demo-entity.ts';
import { demoModel } from '../../../support/home/demo-model.ts';

const grammar = loadGrammar('en');

const houseWith = (
  ...locks: readonly (readonly [id: string, name: string, area: string | null])[]
): DemoHouse => ({
  floors: [],
  areas: ['Foyer', 'Garage', 'Porch', 'Pantry'].map((name) => ({ id: name, name, floor: null })),
  entities: [
    ...locks.map(([id, name, area]) => ({ id: `lock.${id}`, name, area, state: 'unlocked' })),
    { id: 'light.foyer', name: 'Chandelier', area: 'Foyer', state: 'off' },
  ],
});

const house = houseWith(['a', 'Nuki', 'Foyer'], ['b', 'Rear Bolt', 'Garage'], ['c', 'Shed', null]);

function meant(text: string, inHouse = house): string {
  const situation = { model: demoModel({ house: inHouse }), areaId: null, lastEntityIds: [] };
  const { plan } = understand(text, situation, grammar);
  if (plan.kind !== 'act' && plan.kind !== 'answer') return 'nothing';
  const what =
    plan.kind === 'act' ? plan.wish.do : `${plan.question.ask === 'state' ? plan.question.state : ''}?`;
  return [what, ...plan.entities.map(({ entityId }) => entityId)].join(' ');
}

describe('a door by the side it is on', () => {
  it.each([
    ['lock the front door', 'lock lock.a'],
    ['please lock the main door', 'lock lock.a'],
    ['unlock the front door', 'unlock lock.a'],
    ['is the front door locked', 'locked? lock.a'],
    ['lock the entrance', 'lock lock.a'],
    ['lock the back door', 'lock lock.b'],
    ['lock the rear door', 'lock lock.b'],
    ['lock the front door and the back door', 'lock lock.a lock.b'],
    ['lock the doors', 'lock lock.a lock.b lock.c'],
  ])('%j', (text, expected) => {
    expect(meant(text)).toBe(expected);
  });

  it.each([
    'lock the side door',
    'lock the upper door',
    'unlock the front',
    'unlock the doors',
    'turn on the front light',
    'she locked the front door',
    'never lock the front door',
  ])('nothing for %j', (text) => {
    expect(meant(text)).toBe('nothing');
  });

  it('is not guessed where two stand there, or one elsewhere', () => {
    const two = houseWith(['a', 'Nuki', 'Foyer'], ['b', 'Yale', 'Porch']);
    expect(meant('unlock the front door', two)).toBe('nothing');
    expect(meant('unlock the front door', houseWith(['c', 'Yale', 'Pantry']))).toBe('nothing');
  });

  it('is the one called so before one in a hall', () => {
    const called = houseWith(['a', 'Nuki', 'Foyer'], ['b', 'Front Gate', null]);
    expect(meant('lock the front door', called)).toBe('lock lock.b');
  });
});
