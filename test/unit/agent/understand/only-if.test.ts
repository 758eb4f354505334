import { describe, expect, it } from 'vitest';
import { loadGrammar } from '../../../../src/agent/understand/load-grammar.ts';
import { understand } from '../../../../src/agent/understand/understand.ts';
import type { DemoHouse } from '../../../../src/home/demo/demo-entity.ts';
import { demoModel } from '../../../support/home/demo-model.ts';

const grammar = loadGrammar('en');
const thermostat = (current: number) => ({
  supported_features: 385,
  hvac_modes: ['off', 'heat', 'cool'],
  current_temperature: current,
  temperature: 20,
});

const house: DemoHouse = {
  floors: [],
  areas: ['Attic', 'Larder', 'Hall'].map((name) => ({ id: name.toLowerCase(), name, floor: null })),
  entities: [
    {
      id: 'climate.attic',
      name: 'Attic Thermostat',
      area: 'attic',
      state: 'cool',
      attributes: thermostat(24),
    },
    {
      id: 'fan.larder',
      name: 'Larder Fan',
      area: 'larder',
      state: 'off',
      attributes: { supported_features: 57 },
    },
    {
      id: 'sensor.larder',
      name: 'Larder Temperature',
      area: 'larder',
      state: '11.5',
      attributes: { device_class: 'temperature', unit_of_measurement: '°C' },
    },
    { id: 'switch.kettle', name: 'Kettle', area: 'larder', state: 'on' },
    { id: 'light.hall', name: 'Hall Lamp', area: 'hall', state: 'off' },
    { id: 'light.larder', name: 'Larder Lamp', area: 'larder', state: 'on' },
    { id: 'lock.hall', name: 'Garden Door', area: 'hall', state: 'unlocked' },
  ],
};
const model = demoModel({ house });

function meant(text: string): string {
  const { plan } = understand(text, { model, areaId: null, lastEntityIds: [] }, grammar);
  if (plan.kind !== 'act' && plan.kind !== 'answer') return 'nothing';
  const what = plan.kind === 'act' ? plan.wish.do : `${plan.question.ask}?`;
  return [what, ...plan.entities.map(({ entityId }) => entityId)].join(' ');
}

describe('a condition about the devices of the command', () => {
  it.each([
    ['turn off the kettle if it is on', 'turn_off switch.kettle'],
    ["turn off the kettle if it's still running", 'turn_off switch.kettle'],
    ["lock the garden door if it isn't locked", 'lock lock.hall'],
    ['turn off all the lamps if they are on', 'turn_off light.larder'],
    ['set the attic thermostat to 22 if it is above 23', 'set_temperature climate.attic'],
    ['set the attic to 22 degrees if the temperature is over 23 degrees', 'set_temperature climate.attic'],
    [
      'if the temperature in the attic is above 23, set the thermostat to 22',
      'set_temperature climate.attic',
    ],
    ['if the attic is warmer than 23 degrees set the thermostat to 22', 'set_temperature climate.attic'],
    ['turn on the larder fan if it is below 12 degrees', 'turn_on fan.larder'],
  ])('that is so has it done: %j', (text, expected) => {
    expect(meant(text)).toBe(expected);
  });

  it.each([
    ['turn off the hall lamp if it is on', 'state? light.hall'],
    ['unlock the garden door if it is locked', 'state? lock.hall'],
    ['set the attic thermostat to 22 if it is below 23', 'value? climate.attic'],
    ['turn on the larder fan if it is above 12', 'value? sensor.larder'],
    ['if the temperature in the attic is below 20 set the thermostat to 22', 'value? climate.attic'],
  ])('that is not so is told, and nothing is done: %j', (text, expected) => {
    expect(meant(text)).toBe(expected);
  });

  it.each([
    'turn on the hall lamp if the garden door is unlocked',
    'turn off the kettle if it gets hot',
    'turn off the kettle if it was on',
    'turn on the hall lamp if it is dark',
    'turn on the hall lamp if it is above 23',
    'if the kettle is on turn on the hall lamp',
    'if the hall is above 23 set the attic thermostat to 22',
    'set the attic thermostat to 22 if it is above 73 fahrenheit',
    "don't turn off the kettle if it is on",
    'she said turn off the kettle if it is on',
    'would you turn off the kettle if it were on',
    'what if it is on',
    'is the kettle off if it is on',
  ])('is another than this: %j', (text) => {
    expect(meant(text)).toBe('nothing');
  });
});
