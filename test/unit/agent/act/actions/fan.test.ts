import { describe, expect, it } from 'vitest';
import { device } from '../../../../support/agent/test-action.ts';

const unsupported = { why: 'unsupported' };

describe('a fan', () => {
  const fan = device('fan.a', 'on', {
    supported_features: 1 | 2 | 8,
    percentage: 33,
    percentage_step: 100 / 3,
    preset_modes: ['sleep'],
  });

  it('goes to the speed whose range holds the figure', () => {
    const wish = { do: 'set_fan_speed', percent: 40 } as const;
    expect(fan.call(wish)).toEqual(['fan.set_percentage', { percentage: 40 }]);
    expect(fan.proof(wish, 'on', { percentage: 66 })).toBe('proven');
    expect(fan.proof(wish, 'on', { percentage: 100 })).toBe('neither');
    expect(fan.call({ do: 'set_fan_speed', percent: 0 })).toEqual(['fan.turn_off', {}]);
  });

  it('becomes faster by a step at least, and slower never means off', () => {
    expect(fan.call({ do: 'change_fan_speed', byPercent: 10 })).toEqual([
      'fan.set_percentage',
      { percentage: 66 },
    ]);
    expect(fan.call({ do: 'change_fan_speed', byPercent: -10 })).toEqual([
      'fan.set_percentage',
      { percentage: 33 },
    ]);
  });

  it('oscillates and has presets', () => {
    expect(fan.proof({ do: 'set_oscillation', on: true }, 'on', { oscillating: true })).toBe('proven');
    expect(fan.call({ do: 'set_preset', mode: 'Sleep' })).toEqual([
      'fan.set_preset_mode',
      { preset_mode: 'sleep' },
    ]);
  });

  it('with one speed has none to choose', () => {
    expect(device('fan.a', 'on').call({ do: 'set_fan_speed', percent: 40 })).toEqual(unsupported);
    expect(device('fan.a', 'on').call({ do: 'set_oscillation', on: true })).toEqual(unsupported);
  });
});
