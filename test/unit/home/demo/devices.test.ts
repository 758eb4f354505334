import { describe, expect, it } from 'vitest';
import { reactionOf } from '../../../../src/home/demo/devices.ts';
import { seededRandom } from '../../../../src/home/demo/random.ts';

const react = (
  domain: string,
  state: string,
  attributes: Record<string, unknown>,
  service: string,
  data = {},
) => reactionOf(domain, { state, attributes }, { service, data }, seededRandom(7));

describe('demo devices', () => {
  it('light a lamp at the asked brightness within a quarter of a second', () => {
    const [step] = react('light', 'off', { supported_color_modes: ['brightness'] }, 'turn_on', {
      brightness_pct: 25,
    });
    expect(step?.next).toEqual({
      state: 'on',
      attributes: { supported_color_modes: ['brightness'], brightness: 64 },
    });
    expect(step?.afterMs).toBeGreaterThanOrEqual(80);
    expect(step?.afterMs).toBeLessThanOrEqual(250);
  });

  it('pass through locking before a lock is locked', () => {
    const states = react('lock', 'unlocked', {}, 'lock').map(({ next }) => next.state);
    expect(states).toEqual(['locking', 'locked']);
  });

  it('move a cover through opening to open, with its position', () => {
    const steps = react('cover', 'closed', { current_position: 0 }, 'open_cover');
    expect(steps.map(({ next }) => [next.state, next.attributes['current_position']])).toEqual([
      ['opening', 0],
      ['opening', 50],
      ['open', 100],
    ]);
    expect(steps.at(-1)?.afterMs).toBeGreaterThanOrEqual(5_000);
  });

  it('do nothing for a domain without a device', () => {
    expect(react('sensor', '5', {}, 'turn_on')).toEqual([]);
  });

  it('repeat themselves with the same seed and differ with another', () => {
    const draw = (seed: number) => Array.from({ length: 3 }, seededRandom(seed));
    expect(draw(1)).toEqual(draw(1));
    expect(draw(1)).not.toEqual(draw(2));
  });
});
