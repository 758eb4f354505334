/** Short and loose sentences in a home with odd names, several of which rooms share. */
import { describe, expect, it } from 'vitest';
import { loadGrammar } from '../../../../src/agent/understand/load-grammar.ts';
import type { Plan } from '../../../../src/agent/understand/plan.ts';
import { understand } from '../../../../src/agent/understand/understand.ts';
import { demoModel } from '../../../support/home/demo-model.ts';
import { millHouse } from '../../../support/home/mill-house.ts';

const grammar = loadGrammar('en');
const model = demoModel({ house: millHouse });

function show(plan: Plan): string {
  if (plan.kind === 'unlinked') return plan.why.kind;
  if (plan.kind !== 'act' && plan.kind !== 'answer') return plan.kind;
  const ids = plan.entities.map(({ entityId }) => entityId.replace(/^\w+\./, '')).sort();
  if (plan.kind === 'answer') return [plan.question.ask, ...ids].join(' ');
  const { do: verb, ...details } = plan.wish;
  return [verb, ...Object.values(details).filter((value) => value !== null), ...ids].join(' ');
}

const inside = 'bathroom_ceiling bedroom_ceiling blue_lamp hob landing left mirror parlour_ceiling piano';

const sentences: Readonly<Record<string, readonly (readonly [text: string, plan: string])[]>> = {
  'a room alone as its lamps': [
    ['bathroom off', 'turn_off bathroom_ceiling mirror'],
    ['the bathroom off please', 'turn_off bathroom_ceiling mirror'],
    ['turn the blue room on', 'turn_on blue_lamp'],
    ['greenhouse off', 'turn_off grow'],
    ['kitchen lights on please', 'turn_on hob scullery_ceiling'],
    ['turn the ceiling one off', 'turn_off parlour_ceiling'],
    ['the ceiling one off', 'turn_off parlour_ceiling'],
    ['dim the ceiling one', 'change_brightness -20 parlour_ceiling'],
    ['the left one on', 'turn_on left'],
    ['the ceiling one', 'on-or-off'],
  ],
  'a volume below one as a share': [
    ['volume to 0.25', 'set_volume 25 gramophone'],
    ['gramophone volume 0.6', 'set_volume 60 gramophone'],
    ['half volume please', 'set_volume 50 gramophone'],
    ['volume to a quarter', 'set_volume 25 gramophone'],
    ['volume to 1', 'set_volume 1 gramophone'],
  ],
  'a plain number for a room as what it can mean there': [
    ['set the bedroom to 19', 'set_temperature 19 bedroom'],
    ['set the blue room to 21', 'set_temperature 21 blue'],
    ['blue room to 21', 'set_temperature 21 blue'],
    ['blue room 21', 'set_temperature 21 blue'],
    ['make the bedroom 21', 'set_temperature 21 bedroom'],
    ['bedroom a bit warmer', 'change_temperature 1 bedroom'],
    ['bedroom cooler', 'change_temperature -2 bedroom'],
    ['set the bedroom at 20 please', 'set_temperature 20 bedroom'],
    ['set the bedroom to 30 percent', 'set_brightness 30 bedroom_ceiling left right'],
    ['set the bedroom to 60', 'set_brightness 60 bedroom_ceiling left right'],
    ['set the bedroom lights to 20', 'set_brightness 20 bedroom_ceiling left right'],
    ['set the scullery to 20', 'set_brightness 20 scullery_ceiling'],
    ['dim the bedroom to 20', 'set_brightness 20 bedroom_ceiling left right'],
  ],
  'everyone as all people': [
    ['where is everyone', 'where bertie margot theo'],
    ['where is everybody', 'where bertie margot theo'],
    ['where are margot and theo', 'where margot theo'],
    ["where's Theo", 'where theo'],
  ],
  'the inside of the house as all rooms but those out of doors': [
    ['turn on the interior lights', `turn_on ${inside} reading_corner right scullery_ceiling`],
    ['indoor lights on', `turn_on ${inside} reading_corner right scullery_ceiling`],
    ['turn on all the lights inside', `turn_on ${inside} reading_corner right scullery_ceiling`],
    ["it's dark inside", 'turn_on parlour_ceiling piano reading_corner'],
    ['turn on the inside lights', `turn_on ${inside} reading_corner right scullery_ceiling`],
    ['turn off the outdoor lights', 'turn_off festoon grow lantern'],
    [
      'turn off everything inside',
      'turn_off bathroom_ceiling bedroom_ceiling blue_lamp dresser extractor gramophone hob kettle landing left mirror ' +
        'parlour_ceiling piano reading_corner right scullery_ceiling telly towels',
    ],
  ],
};

describe('the agent understands', () => {
  it('the lamps by a plain number, where they were just dimmed', () => {
    const lastEntityIds = ['light.bedroom_ceiling'];
    const lastWish = { do: 'set_brightness', percent: 40 } as const;
    const situation = { model, areaId: null, lastEntityIds, lastWish };
    const { plan } = understand('set the bedroom to 20', situation, grammar);
    expect(show(plan)).toBe('set_brightness 20 bedroom_ceiling left right');
  });

  it.each([
    'the bathroom is off',
    'is the bathroom off',
    'the parlour was on',
    'turn on the bathroom',
    'bedroom 19 was nice',
    'I set the bedroom to 19',
    'set the bedroom to 19 tomorrow',
    'he ticked off milk',
    'the lights inside are off',
    'and biscuits',
  ])('no order in %j', (text) => {
    const situation = { model, areaId: 'parlour', lastEntityIds: [], lastWish: null };
    expect(show(understand(text, situation, grammar).plan)).not.toMatch(/^(?:set|turn|change|add|complete)_/);
  });

  it.each(Object.entries(sentences))('%s', (_, said) => {
    const got = said.map(([text]) => {
      const situation = { model, areaId: 'parlour', lastEntityIds: [], lastWish: null };
      return [text, show(understand(text, situation, grammar).plan)];
    });
    expect(got).toEqual(said);
  });
});
