import { describe, expect, it } from 'vitest';
import { isAmountAsked } from '../../../../../src/agent/act/grounding/amounts.ts';
import { english } from '../../../../../src/agent/act/grounding/en.ts';
import type { Wish } from '../../../../../src/agent/understand/wish.ts';
import { demoModel } from '../../../../support/home/demo-model.ts';

const model = demoModel();

function isAsked(wish: Wish, id: string, said: string): boolean {
  const entity = model.entities.get(id);
  if (entity === undefined) throw new TypeError(`no ${id}`);
  return isAmountAsked(wish, entity, said, model, { language: 'en', lexicon: english() });
}

describe('the figure a model chose', () => {
  const temperature = (degrees: number, said: string) =>
    isAsked({ do: 'set_temperature', degrees, unit: null }, 'climate.thermostat', said);

  it.each([
    [20, 'set the thermostat to 20', true],
    [28, 'set the thermostat to 20', false],
    // It stands at 21.
    [19, 'turn the heating down 2 degrees', true],
    [10, 'turn the heating down 2 degrees', false],
    [22, 'a touch warmer', true],
    [30, 'a touch warmer', false],
    [22, "warmer at 8 o'clock", true],
    [19, 'a touch warmer', false],
    [23, 'turn the thermostat down a bit', false],
  ] as const)('of a thermostat at 21: %d for "%s": %s', (degrees, said, expected) => {
    expect(temperature(degrees, said)).toBe(expected);
  });

  const volume = (percent: number, said: string) =>
    isAsked({ do: 'set_volume', percent }, 'media_player.tv', said);

  it.each([
    [60, 'turn the tv up a little', true],
    [100, 'turn the tv up a little', false],
    [100, 'turn the tv up full', true],
    [30, 'tv to volume 3', true],
    [50, 'tv at half volume', true],
    [90, 'tv at half volume', false],
    [5, 'quieter', true],
    [60, 'turn the tv down', false],
    [75, 'louder', false],
    [50, 'turn the tv down to 50', true],
    [20, 'volume up', false],
  ] as const)('of a television at 40: %d for "%s": %s', (percent, said, expected) => {
    expect(volume(percent, said)).toBe(expected);
  });

  it('may be any where nothing but light is at stake and no figure was said', () => {
    const light = (percent: number, said: string) =>
      isAsked({ do: 'set_brightness', percent }, 'light.desk_lamp', said);
    expect(light(15, 'make it cosy')).toBe(true);
    expect(light(30, 'set the desk lamp to 30')).toBe(true);
    expect(light(80, 'set the desk lamp to 30')).toBe(false);
  });
});
