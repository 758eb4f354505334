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
      ['opening', 25],
      ['opening', 50],
      ['opening', 75],
      ['open', 100],
    ]);
    expect(steps.at(-1)?.afterMs).toBeGreaterThanOrEqual(5_000);
  });

  it('let a valve without a position run through opening', () => {
    const states = react('valve', 'closed', {}, 'open_valve').map(({ next }) => next.state);
    expect(states.at(0)).toBe('opening');
    expect(states.at(-1)).toBe('open');
  });

  it('keep a stopped cover where it is', () => {
    const steps = react('cover', 'opening', { current_position: 50 }, 'stop_cover');
    expect(steps.map(({ next }) => next)).toEqual([{ state: 'open', attributes: { current_position: 50 } }]);
  });

  it('dim by a step from what is lit', () => {
    const lamp = { supported_color_modes: ['brightness'], brightness: 100 };
    const [step] = react('light', 'on', lamp, 'turn_on', { brightness_step_pct: -20 });
    expect(step?.next).toMatchObject({ state: 'on', attributes: { brightness: 49 } });
  });

  it('heat only while it is colder than asked', () => {
    const room = { hvac_modes: ['off', 'heat'], current_temperature: 20, temperature: 18 };
    const [step] = react('climate', 'heat', room, 'set_temperature', { temperature: 22 });
    expect(step?.next).toMatchObject({
      state: 'heat',
      attributes: { temperature: 22, hvac_action: 'heating' },
    });
  });

  it('give the household time to leave before the alarm is armed, and none when it stays', () => {
    const states = (service: string) =>
      react('alarm_control_panel', 'disarmed', {}, service).map(({ next }) => next.state);
    expect(states('alarm_arm_away')).toEqual(['arming', 'armed_away']);
    expect(states('alarm_arm_night')).toEqual(['armed_night']);
  });

  it('send a robot home through returning, by itself too when its round is over', () => {
    const states = (domain: string, state: string, service: string) =>
      react(domain, state, {}, service).map(({ next }) => next.state);
    expect(states('vacuum', 'docked', 'start')).toEqual(['cleaning', 'returning', 'docked']);
    expect(states('vacuum', 'cleaning', 'return_to_base')).toEqual(['returning', 'docked']);
    expect(states('lawn_mower', 'mowing', 'dock')).toEqual(['returning', 'docked']);
  });

  it('play, pause and go on to the next title', () => {
    const [step] = react('media_player', 'paused', { media_title: 'Slow River' }, 'media_next_track');
    expect(step?.next).toMatchObject({ state: 'playing', attributes: { media_title: 'Paper Boats' } });
    const [muted] = react('media_player', 'playing', {}, 'volume_mute', { is_volume_muted: true });
    expect(muted?.next).toEqual({ state: 'playing', attributes: { is_volume_muted: true } });
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
