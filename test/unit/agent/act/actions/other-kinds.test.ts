import { describe, expect, it } from 'vitest';
import type { PlainWish } from '../../../../../src/agent/understand/wish.ts';
import { device } from '../../../../support/test-action.ts';

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

describe('a robot', () => {
  const vacuum = device('vacuum.a', 'docked', { supported_features: 4 | 16 | 512 | 8192 | 16384 });
  const mower = device('lawn_mower.a', 'docked', { supported_features: 1 | 2 | 4 });

  it('starts, pauses and drives home, seen on its way', () => {
    expect(vacuum.call({ do: 'start_cleaning' })).toEqual(['vacuum.start', {}]);
    expect(vacuum.proof({ do: 'start_cleaning' }, 'cleaning')).toBe('proven');
    expect(vacuum.proof({ do: 'return_to_base' }, 'returning')).toBe('underway');
    expect(vacuum.proof({ do: 'return_to_base' }, 'docked')).toBe('proven');
    expect(mower.call({ do: 'dock' })).toEqual(['lawn_mower.dock', {}]);
    expect(mower.proof({ do: 'start_mowing' }, 'error')).toBe('neither');
  });

  it('in its dock has nothing to pause', () => {
    expect(vacuum.call({ do: 'pause_cleaning' })).toEqual({ why: 'not-now' });
    const busy = device('lawn_mower.a', 'mowing', { supported_features: 2 });
    expect(busy.proof({ do: 'pause_mowing' }, 'paused')).toBe('proven');
    expect(busy.proof({ do: 'pause_mowing' }, 'docked')).toBe('neither');
  });

  it('that cleans already proves a room only by its answer', () => {
    const wish = { do: 'clean_area', areaId: 'kitchen' } as const;
    expect(vacuum.call(wish)).toEqual(['vacuum.clean_area', { cleaning_area_id: ['kitchen'] }]);
    expect(vacuum.proof(wish, 'cleaning')).toBe('proven');
    const busy = device('vacuum.a', 'cleaning', { supported_features: 16384 });
    expect(busy.proof(wish, 'cleaning')).toBe('neither');
    expect(busy.action(wish).isProvenByReply).toBe(true);
    expect(vacuum.action({ do: 'locate' }).isProvenByReply).toBe(true);
  });

  it('is asked for what its kind can', () => {
    expect(mower.call({ do: 'start_cleaning' })).toEqual(unsupported);
    expect(device('vacuum.a', 'docked').call({ do: 'locate' })).toEqual(unsupported);
  });
});

describe('an alarm panel', () => {
  const panel = (attributes: Record<string, unknown> = {}) =>
    device('alarm_control_panel.a', 'disarmed', { supported_features: 1 | 2, ...attributes });

  it('arms in the ways it has, seen while people leave', () => {
    const away = { do: 'arm', mode: 'away' } as const;
    expect(panel().call(away)).toEqual(['alarm_control_panel.alarm_arm_away', {}]);
    expect(panel().proof(away, 'arming')).toBe('underway');
    expect(panel().proof(away, 'armed_away')).toBe('proven');
    expect(panel().proof(away, 'armed_home')).toBe('neither');
    expect(panel().call({ do: 'arm', mode: 'night' })).toEqual(unsupported);
  });

  it('with a code is not disarmed, and armed only where arming needs none', () => {
    const coded = panel({ code_format: 'number', code_arm_required: false });
    expect(coded.call({ do: 'disarm' })).toEqual({ why: 'needs-code' });
    expect(coded.call({ do: 'arm', mode: 'home' })).toEqual(['alarm_control_panel.alarm_arm_home', {}]);
    expect(panel({ code_format: 'number' }).call({ do: 'arm', mode: 'home' })).toEqual({ why: 'needs-code' });
  });
});

describe('what the household made itself', () => {
  const before = '2026-11-01T10:00:00+00:00';
  const later = '2026-11-01T11:00:00+00:00';

  it('a scene is begun when its time changed, and done when the home says so', () => {
    const scene = device('scene.a', before);
    expect(scene.call({ do: 'activate' })).toEqual(['scene.turn_on', {}]);
    expect(scene.proof({ do: 'activate' }, later)).toBe('underway');
    expect(scene.proof({ do: 'activate' }, before)).toBe('neither');
    expect(scene.action({ do: 'activate' }).isProvenByReply).toBe(true);
    expect(device('scene.a', 'unknown').proof({ do: 'turn_on' }, later)).toBe('underway');
    expect(scene.call({ do: 'turn_off' })).toEqual(unsupported);
  });

  it('a script runs when it was started anew', () => {
    const script = device('script.a', 'off', { last_triggered: before });
    expect(script.proof({ do: 'activate' }, 'on', { last_triggered: later })).toBe('proven');
    expect(script.proof({ do: 'activate' }, 'on')).toBe('neither');
    expect(script.call({ do: 'turn_off' })).toEqual(['script.turn_off', {}]);
    const automation = device('automation.a', 'on');
    expect(automation.call({ do: 'activate' })).toEqual(['automation.trigger', {}]);
    expect(automation.call({ do: 'turn_off' })).toEqual(['automation.turn_off', {}]);
  });

  it('a button was pressed when its time changed', () => {
    const button = device('button.a', before);
    expect(button.call({ do: 'press' })).toEqual(['button.press', {}]);
    expect(button.proof({ do: 'press' }, later)).toBe('proven');
    expect(device('light.a', 'on').call({ do: 'press' })).toEqual(unsupported);
  });
});

describe('switching', () => {
  it('goes over to the other state', () => {
    expect(device('switch.a', 'on').call({ do: 'toggle' })).toEqual(['switch.turn_off', {}]);
    expect(device('light.a', 'off').call({ do: 'toggle' })).toEqual(['light.turn_on', {}]);
  });

  it.each(['sensor.a', 'lock.a', 'cover.a', 'weather.a'])('means nothing to %s', (id) => {
    expect(device(id, 'on').call({ do: 'turn_on' })).toEqual(unsupported);
  });

  it.each(['open', 'close', 'stop', 'play', 'dock', 'disarm', 'start_cleaning'] satisfies PlainWish[])(
    'a lamp can not %s',
    (wish) => {
      const lamp = device('light.a', 'on', { supported_color_modes: ['onoff'] });
      expect(lamp.call({ do: wish })).toEqual(unsupported);
    },
  );
});
