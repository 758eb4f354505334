import { describe, expect, it } from 'vitest';
import { device } from '../../../../support/agent/test-action.ts';

const heater = {
  supported_features: 1 | 8 | 16 | 128 | 256,
  hvac_modes: ['off', 'heat', 'fan_only'],
  fan_modes: ['auto', 'low'],
  preset_modes: ['Eco', 'away'],
  min_temp: 7,
  max_temp: 30,
  temperature: 20,
};
const warm = device('climate.a', 'heat', heater);
const setTo = (degrees: number, unit: 'C' | 'F' | null = null) =>
  ({ do: 'set_temperature', degrees, unit }) as const;

describe('a thermostat', () => {
  it('is set in its own steps and proven by the temperature it aims at', () => {
    expect(warm.call(setTo(21.3))).toEqual(['climate.set_temperature', { temperature: 21.5 }]);
    expect(warm.proof(setTo(21), 'heat', { temperature: 21 })).toBe('proven');
    expect(warm.proof(setTo(21), 'heat', { temperature: 20 })).toBe('neither');
    expect(warm.proof(setTo(21), 'unavailable', { temperature: 21 })).toBe('neither');
  });

  it('takes the unit that was said into the unit of the home', () => {
    expect(warm.call(setTo(70, 'F'))).toEqual(['climate.set_temperature', { temperature: 21 }]);
    const american = { ...heater, min_temp: 45, max_temp: 90, target_temp_step: 1 };
    const there = device('climate.a', 'heat', american, 'F');
    expect(there.call(setTo(21, 'C'))).toEqual(['climate.set_temperature', { temperature: 70 }]);
    expect(there.call(setTo(70))).toEqual(['climate.set_temperature', { temperature: 70 }]);
  });

  it('refuses what it can not reach', () => {
    expect(warm.call(setTo(45))).toEqual({ why: 'out-of-range', min: 7, max: 30 });
    expect(warm.call({ do: 'change_temperature', byDegrees: -15 })).toMatchObject({ why: 'out-of-range' });
  });

  it('becomes warmer from what it is set to, if it is set to anything', () => {
    expect(warm.call({ do: 'change_temperature', byDegrees: 1.5 })).toEqual([
      'climate.set_temperature',
      { temperature: 21.5 },
    ]);
    const without = { ...heater, temperature: null };
    const change = { do: 'change_temperature', byDegrees: 1 } as const;
    expect(device('climate.a', 'off', without).call(change)).toEqual({ why: 'is-off' });
    expect(device('climate.a', 'auto', without).call(change)).toEqual({ why: 'not-now' });
  });

  it('goes into the modes it lists, by service or by mode', () => {
    expect(warm.call({ do: 'set_hvac_mode', mode: 'fan_only' })).toEqual([
      'climate.set_hvac_mode',
      { hvac_mode: 'fan_only' },
    ]);
    expect(warm.call({ do: 'set_hvac_mode', mode: 'cool' })).toEqual({
      why: 'unknown-choice',
      choices: heater.hvac_modes,
    });
    expect(warm.call({ do: 'turn_off' })).toEqual(['climate.turn_off', {}]);
    const older = device('climate.a', 'off', { ...heater, supported_features: 1 });
    expect(older.call({ do: 'turn_on' })).toEqual(['climate.set_hvac_mode', { hvac_mode: 'heat' }]);
    expect(older.call({ do: 'turn_off' })).toEqual(['climate.set_hvac_mode', { hvac_mode: 'off' }]);
    expect(older.proof({ do: 'turn_on' }, 'heat')).toBe('proven');
  });

  it('knows presets and fan modes by its own spelling', () => {
    expect(warm.call({ do: 'set_preset', mode: 'eco' })).toEqual([
      'climate.set_preset_mode',
      { preset_mode: 'Eco' },
    ]);
    expect(warm.call({ do: 'set_fan_mode', mode: 'Low' })).toEqual([
      'climate.set_fan_mode',
      { fan_mode: 'low' },
    ]);
    expect(warm.call({ do: 'set_preset', mode: 'party' })).toMatchObject({ why: 'unknown-choice' });
  });

  it('that aims at nothing can not be set', () => {
    expect(device('climate.a', 'heat', { supported_features: 2 }).call(setTo(20))).toEqual({
      why: 'unsupported',
    });
  });
});

describe('a humidifier and a water heater', () => {
  it('take what they have', () => {
    const humidifier = device('humidifier.a', 'on', { min_humidity: 30, max_humidity: 70 });
    const humid = (percent: number) => humidifier.call({ do: 'set_humidity', percent });
    expect(humid(50)).toEqual(['humidifier.set_humidity', { humidity: 50 }]);
    expect(humid(90)).toEqual({ why: 'out-of-range', min: 30, max: 70 });
    const heating = device('water_heater.a', 'eco', { supported_features: 1, min_temp: 40, max_temp: 60 });
    expect(heating.call(setTo(55))).toEqual(['water_heater.set_temperature', { temperature: 55 }]);
    expect(heating.call({ do: 'turn_off' })).toEqual({ why: 'unsupported' });
  });
});
