import { describe, expect, it } from 'vitest';
import { devicesNamed } from '../../../../src/agent/llm/devices-named.ts';
import { demoModel } from '../../../support/home/demo-model.ts';

const model = demoModel();

describe('the devices a reply was about', () => {
  it.each([
    ['The thermostat in the living room is set to 24 degrees.', ['climate.thermostat']],
    ['Kitchen Ceiling and the coffee machine are off.', ['light.kitchen_ceiling', 'switch.coffee_machine']],
    ['Die Coffee Machine ist aus, die Coffee Machine!', ['switch.coffee_machine']],
    ['It rains tomorrow.', []],
    ['', []],
  ])('are those it names: %s', (reply, ids) => expect(devicesNamed(reply, model)).toEqual(ids));

  it('are none when it names half of the home', () => {
    const names = [...model.entities.values()].slice(0, 20).map(({ name }) => name);
    expect(devicesNamed(names.join(', '), model)).toEqual([]);
  });
});
