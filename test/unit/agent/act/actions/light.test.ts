import { describe, expect, it } from 'vitest';
import { device } from '../../../../support/agent/test-action.ts';

const dimmable = { supported_color_modes: ['brightness'] };
const colourful = { supported_color_modes: ['hs', 'color_temp'], min_color_temp_kelvin: 2200 };
const unsupported = { why: 'unsupported' };

describe('brightness', () => {
  it('is asked for in per cent and accepted as lamps round it', () => {
    const lamp = device('light.a', 'off', dimmable);
    const wish = { do: 'set_brightness', percent: 25 } as const;
    expect(lamp.call(wish)).toEqual(['light.turn_on', { brightness_pct: 25 }]);
    expect(lamp.proof(wish, 'on', { brightness: 63 })).toBe('proven');
    expect(lamp.proof(wish, 'on', { brightness: 255 })).toBe('neither');
    expect(lamp.proof(wish, 'on')).toBe('neither');
  });

  it('of 0 is off', () => {
    const wish = { do: 'set_brightness', percent: 0 } as const;
    expect(device('light.a', 'on', dimmable).call(wish)).toEqual(['light.turn_off', {}]);
  });

  it('changes from what shines now, never to off and never above all', () => {
    const lamp = device('light.a', 'on', { ...dimmable, brightness: 128 });
    const change = (byPercent: number) => lamp.call({ do: 'change_brightness', byPercent });
    expect(change(25)).toEqual(['light.turn_on', { brightness_pct: 75 }]);
    expect(change(-80)).toEqual(['light.turn_on', { brightness_pct: 1 }]);
    expect(change(80)).toEqual(['light.turn_on', { brightness_pct: 100 }]);
  });

  it('of a lamp that is off rises from nothing, and darker leaves it off', () => {
    const lamp = device('light.a', 'off', dimmable);
    expect(lamp.call({ do: 'change_brightness', byPercent: 25 })).toEqual([
      'light.turn_on',
      { brightness_pct: 25 },
    ]);
    expect(lamp.proof({ do: 'change_brightness', byPercent: -25 }, 'off')).toBe('proven');
  });

  it('is nothing a plain lamp has', () => {
    const plain = device('light.a', 'on', { supported_color_modes: ['onoff'] });
    expect(plain.call({ do: 'set_brightness', percent: 50 })).toEqual(unsupported);
    expect(plain.call({ do: 'change_brightness', byPercent: 50 })).toEqual(unsupported);
  });
});

describe('colour', () => {
  const lamp = device('light.a', 'on', { ...colourful, brightness: 200 });

  it('goes by hue and saturation and is proven by one near it', () => {
    const blue = { do: 'set_color', color: 'blue' } as const;
    expect(lamp.call(blue)).toEqual(['light.turn_on', { hs_color: [240, 100] }]);
    expect(lamp.proof(blue, 'on', { hs_color: [232, 93] })).toBe('proven');
    expect(lamp.proof(blue, 'on', { hs_color: [120, 100] })).toBe('neither');
    expect(lamp.proof(blue, 'on', { hs_color: null })).toBe('neither');
    expect(lamp.proof(blue, 'off', { hs_color: [240, 100] })).toBe('neither');
  });

  it('knows a name of several words, and that red lies on both ends of the circle', () => {
    expect(lamp.call({ do: 'set_color', color: 'Light Blue' })).toEqual([
      'light.turn_on',
      { hs_color: [194.7, 24.8] },
    ]);
    expect(lamp.proof({ do: 'set_color', color: 'red' }, 'on', { hs_color: [355, 98] })).toBe('proven');
  });

  it('white needs no hue', () => {
    expect(lamp.proof({ do: 'set_color', color: 'white' }, 'on', { hs_color: [30, 8] })).toBe('proven');
    expect(lamp.proof({ do: 'set_color', color: 'white' }, 'on', { hs_color: [30, 80] })).toBe('neither');
  });

  it('is nothing a white lamp has, and an unknown name is no colour', () => {
    const white = device('light.a', 'on', { supported_color_modes: ['color_temp'] });
    expect(white.call({ do: 'set_color', color: 'blue' })).toEqual(unsupported);
    expect(lamp.call({ do: 'set_color', color: 'blurple' })).toEqual(unsupported);
  });
});

describe('white', () => {
  it('is kept within what the lamp has and accepted in its steps', () => {
    const lamp = device('light.a', 'on', colourful);
    expect(lamp.call({ do: 'set_color_temperature', kelvin: 2000 })).toEqual([
      'light.turn_on',
      { color_temp_kelvin: 2200 },
    ]);
    const wish = { do: 'set_color_temperature', kelvin: 4000 } as const;
    expect(lamp.proof(wish, 'on', { color_temp_kelvin: 4016 })).toBe('proven');
    expect(lamp.proof(wish, 'on', { color_temp_kelvin: 3000 })).toBe('neither');
  });

  it('changes from what shines now', () => {
    const lamp = device('light.a', 'on', { ...colourful, color_temp_kelvin: 3000 });
    expect(lamp.call({ do: 'change_color_temperature', byKelvin: -500 })).toEqual([
      'light.turn_on',
      { color_temp_kelvin: 2500 },
    ]);
  });

  it('is nothing a dimmable lamp has', () => {
    expect(device('light.a', 'on', dimmable).call({ do: 'set_color_temperature', kelvin: 4000 })).toEqual(
      unsupported,
    );
  });
});
