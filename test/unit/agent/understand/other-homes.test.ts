/** Homes that are not the demo home: names, rooms and gaps as they occur. */
import { describe, expect, it } from 'vitest';
import { loadGrammar } from '../../../../src/agent/understand/load-grammar.ts';
import type { Plan } from '../../../../src/agent/understand/plan.ts';
import { understand } from '../../../../src/agent/understand/understand.ts';
import type { DemoHouse } from '../../../../src/home/demo/demo-entity.ts';
import { demoModel } from '../../../support/home/demo-model.ts';

const grammar = loadGrammar('en');
const dimmable = { supported_color_modes: ['brightness'] };

const rooms = ['Master Bedroom', 'Bedroom 1', 'Bedroom 2', 'Study', 'Patio', 'Garage'];
const house: DemoHouse = {
  floors: [{ id: 'top', name: 'Upstairs', level: 1 }],
  areas: rooms.map((name) => ({ id: name, name, floor: name.includes('Bedroom') ? 'top' : null })),
  entities: [
    ...rooms.map((area, at) => ({
      id: `light.l${at}`,
      name: `${area} Light`,
      area,
      state: 'off',
      attributes: dimmable,
    })),
    {
      id: 'light.plain',
      name: 'Study Lamp',
      area: 'Study',
      state: 'off',
      attributes: { supported_color_modes: ['onoff'] },
    },
    {
      id: 'vacuum.robo',
      name: 'Roborock Downstairs',
      area: 'Study',
      state: 'docked',
      attributes: { supported_features: 12_319 },
    },
    { id: 'lock.rear', name: 'Rear Door Lock', area: 'Garage', state: 'unlocked' },
    { id: 'lock.smart', name: 'Smart Lock', area: 'Study', state: 'unlocked' },
    {
      id: 'cover.garage',
      name: 'Opener',
      area: 'Garage',
      state: 'closed',
      attributes: { device_class: 'garage', supported_features: 15 },
    },
    {
      id: 'valve.sprinklers',
      name: 'Sprinklers',
      area: 'Patio',
      state: 'closed',
      attributes: { supported_features: 3 },
    },
    {
      id: 'todo.trader',
      name: "Trader Joe's",
      area: null,
      state: '0',
      attributes: { supported_features: 7 },
    },
    {
      id: 'todo.tasks',
      name: 'Personal Tasks',
      area: null,
      state: '0',
      attributes: { supported_features: 7 },
    },
    { id: 'switch.kettle', name: 'Kettle', area: 'Garage', state: 'off' },
    { id: 'switch.pump', name: 'Pump', area: 'Garage', state: 'off' },
    { id: 'switch.washer', name: 'Washer', area: null, state: 'off' },
    { id: 'switch.coffee', name: 'Espresso Machine', area: null, state: 'off' },
    { id: 'switch.car', name: 'Charger', area: null, state: 'off' },
    { id: 'switch.plug1', name: 'Plug 1', area: null, state: 'off' },
    { id: 'switch.tree', name: 'Xmas Tree', area: null, state: 'off' },
    { id: 'switch.radio', name: 'Aquarium', area: 'Study', state: 'off' },
    {
      id: 'switch.wall',
      name: 'Heat Lamp',
      area: 'Patio',
      state: 'off',
      attributes: { device_class: 'outlet' },
    },
    { id: 'scene.relax', name: 'Relax', area: null, state: 'unknown' },
    { id: 'scene.date', name: 'Date Night', area: 'Study', state: 'unknown' },
    {
      id: 'binary_sensor.motion',
      name: 'Camera',
      area: 'Patio',
      state: 'off',
      attributes: { device_class: 'motion' },
    },
  ],
};
const model = demoModel({ house });

function show(plan: Plan): string {
  if (plan.kind === 'unlinked') return plan.why.kind;
  if (plan.kind !== 'act' && plan.kind !== 'answer') return plan.kind;
  const ids = plan.entities.map(({ entityId }) => entityId).join(' ');
  return `${plan.kind === 'act' ? plan.wish.do : plan.question.ask} ${ids}`;
}

const sentences: readonly (readonly [text: string, plan: string])[] = [
  ['turn on the bedroom lights', 'ambiguous'],
  ['turn on all the bedroom lights', 'turn_on light.l0 light.l1 light.l2'],
  ['turn on the lights in the bedrooms', 'turn_on light.l0 light.l1 light.l2'],
  ['turn on all the bedroom lights upstairs', 'turn_on light.l0 light.l1 light.l2'],
  ['turn on the light in bedroom two', 'turn_on light.l2'],
  ['turn on the outdoor lights', 'turn_on light.l4'],
  ['dim the study lamp', 'unfit'],
  ['dim the study lights', 'change_brightness light.l3'],
  ['dim the lights in the study', 'change_brightness light.l3'],
  ['lower the lights in bedroom two', 'change_brightness light.l2'],
  ['dim the lights in two', 'unknown-place'],
  ['turn off the lights in the second bedroom', 'turn_off light.l2'],
  ['turn off the light in bedroom number one', 'turn_off light.l1'],
  ['bedroom two dim the lights', 'change_brightness light.l2'],
  ['turn off the lights in the third bedroom', 'unknown-place'],
  ['start roborock', 'start_cleaning vacuum.robo'],
  ['activate the roborock', 'start_cleaning vacuum.robo'],
  ['disable roborock downstairs', 'return_to_base vacuum.robo'],
  ['roborock on', 'start_cleaning vacuum.robo'],
  ['open roborock', 'start_cleaning vacuum.robo'],
  ['start the kettle', 'turn_on switch.kettle'],
  ['off kettle', 'turn_off switch.kettle'],
  ['on aquarium', 'turn_on switch.radio'],
  ['mark the aquarium as off', 'turn_off switch.radio'],
  ['mark the apples off', 'no-place'],
  ['start the dishwasher', 'unknown-name'],
  ['do the dishes', 'unknown-name'],
  ['start the laundry', 'turn_on switch.washer'],
  ['turn off the washing machine', 'turn_off switch.washer'],
  ['make some coffee', 'turn_on switch.coffee'],
  ['make me a coffee', 'turn_on switch.coffee'],
  ['turn on the coffee maker', 'turn_on switch.coffee'],
  ['start charging my car', 'turn_on switch.car'],
  ['stop charging', 'turn_off switch.car'],
  ['boil the kettle', 'turn_on switch.kettle'],
  ['heat some water', 'turn_on switch.kettle'],
  ['switch on plug number one', 'turn_on switch.plug1'],
  ['christmas tree on', 'turn_on switch.tree'],
  ['turn on the fridge', 'unknown-name'],
  ['power off', 'not-understood'],
  ['clean the study', 'start_cleaning vacuum.robo'],
  ['clean the garage', 'clean_area vacuum.robo'],
  ['lock the house', 'lock lock.rear lock.smart'],
  ['lock all the doors', 'lock lock.rear lock.smart'],
  ['unlock all the doors', 'no-place'],
  ['open the garage door', 'open cover.garage'],
  ['turn on the sprinklers', 'open valve.sprinklers'],
  ['put apples on the shopping list', 'add_items todo.trader'],
  ['add homework to my todo list', 'add_items todo.tasks'],
  ['is there any motion on the patio', 'state binary_sensor.motion'],
  ['turn on the porch light', 'unknown-name'],
  ['turn off the light in the office', 'turn_off light.l3'],
  ['turn on the lights on the terrace', 'turn_on light.l4'],
  ['turn on the garage socket', 'ambiguous'],
  ['turn on the plug in the garage', 'ambiguous'],
  ['turn on all the sockets in the garage', 'turn_on switch.kettle switch.pump'],
  ['turn off the garage plugs', 'turn_off switch.kettle switch.pump'],
  ['turn on the study socket', 'ambiguous'],
  ['turn on the patio socket', 'turn_on switch.wall'],
  ['relax', 'activate scene.relax'],
  ['date night', 'activate scene.date'],
  ['activate date night', 'activate scene.date'],
  ['date night scene please', 'activate scene.date'],
  ['date', 'not-understood'],
  ['the study', 'not-understood'],
  ['turn on the lights in the porch', 'unknown-place'],
];

describe('understand, in another home', () => {
  it.each(sentences)('reads %j as %j', (text, expected) => {
    const situation = { model, areaId: null, lastEntityIds: [] };
    expect(show(understand(text, situation, grammar).plan)).toBe(expected);
  });
});
