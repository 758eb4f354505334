import { describe, expect, it } from 'vitest';
import { device } from '../../../../support/agent/test-action.ts';

const unsupported = { why: 'unsupported' };

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
