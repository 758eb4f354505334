import { describe, expect, it } from 'vitest';
import { device } from '../../../../support/agent/test-action.ts';

const unsupported = { why: 'unsupported' };

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
