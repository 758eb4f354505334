/** Heating and cooling, humidity, fans. */
import type { HvacMode, Wish } from '../wish.ts';
import { isRoomTemperature } from '../room-temperature.ts';
import { amount, levelOf, ofDomain, plain, type CommandIntent, type Said } from './command-intent.ts';

const degreeSteps = { bit: 1, normal: 2, lot: 3 };
const speedSteps = { bit: 10, normal: 25, lot: 50 };

const isClimate = ofDomain('climate', 'water_heater');
const heats = ofDomain('climate', 'water_heater', 'switch', 'input_boolean');
const isFan = ofDomain('fan');
const hvacModes: readonly HvacMode[] = ['off', 'heat', 'cool', 'heat_cool', 'auto', 'dry', 'fan_only'];

const climate = (wish: (said: Said) => Wish | null): CommandIntent => ({
  wish,
  fits: isClimate,
  impliedClass: 'climate',
});
const fan = (wish: (said: Said) => Wish | null): CommandIntent => ({
  wish,
  fits: isFan,
  impliedClass: 'fan',
});

function unitOf(said: Said): 'C' | 'F' | null {
  const scale = said('scale');
  return scale === 'c' ? 'C' : scale === 'f' ? 'F' : null;
}

export const climateIntents: Readonly<Record<string, CommandIntent>> = {
  set_temperature: climate((said) => ({
    do: 'set_temperature',
    degrees: Number(said('number')),
    unit: unitOf(said),
  })),
  set_room_temperature: {
    ...climate((said) => ({ do: 'set_temperature', degrees: Number(said('number')), unit: null })),
    suits: isRoomTemperature,
  },
  heat_on: plain('turn_on', heats, 'climate'),
  // A heater that has no temperature to be raised.
  heater_on: plain('turn_on', ofDomain('switch', 'input_boolean'), 'climate'),
  heat_off: plain('turn_off', heats, 'climate'),
  warmer: climate((said) => ({ do: 'change_temperature', byDegrees: amount(said, degreeSteps) })),
  cooler: climate((said) => ({ do: 'change_temperature', byDegrees: -amount(said, degreeSteps) })),
  set_hvac_mode: climate((said) => {
    const mode = hvacModes.find((known) => known === said('hvac'));
    return mode === undefined ? null : { do: 'set_hvac_mode', mode };
  }),
  set_preset: climate((said) => {
    const mode = said('preset');
    return mode === undefined ? null : { do: 'set_preset', mode };
  }),
  set_humidity: {
    wish: (said) => ({ do: 'set_humidity', percent: Number(said('percent')) }),
    fits: ofDomain('humidifier', 'climate'),
    impliedClass: 'humidifier',
  },
  set_fan_speed: fan((said) => ({ do: 'set_fan_speed', percent: Number(said('speed') ?? levelOf(said)) })),
  fan_faster: fan((said) => ({ do: 'change_fan_speed', byPercent: amount(said, speedSteps) })),
  fan_slower: fan((said) => ({ do: 'change_fan_speed', byPercent: -amount(said, speedSteps) })),
  oscillate_on: fan(() => ({ do: 'set_oscillation', on: true })),
  oscillate_off: fan(() => ({ do: 'set_oscillation', on: false })),
};
