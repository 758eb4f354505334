import { describe, expect, it } from 'vitest';
import { describeState } from '../../../../src/agent/act/describe-state.ts';
import { entityOf, stateOf } from '../../../support/agent/test-action.ts';

const words = (id: string, state: string, attributes: Record<string, unknown> = {}) =>
  describeState(entityOf(id, attributes), stateOf(state, attributes));

describe('a state in short words', () => {
  it.each([
    ['light.a', 'on', { brightness: 64 }, 'on 25 %'],
    ['light.a', 'off', { brightness: null }, 'off'],
    ['fan.a', 'off', { percentage: 0 }, 'off'],
    ['fan.a', 'on', { percentage: 50 }, 'on 50 %'],
    ['cover.a', 'closed', { current_position: 0 }, 'closed'],
    ['valve.a', 'open', { current_position: 40 }, 'open 40 %'],
    ['media_player.a', 'playing', { volume_level: 0.3 }, 'playing 30 %'],
    ['climate.a', 'heat', { temperature: 21.5 }, 'heat 21.5 °'],
    ['climate.a', 'off', { temperature: null }, 'off'],
    ['lock.a', 'locked', {}, 'locked'],
  ])('of %s %s %o is %s', (id, state, attributes, said) => {
    expect(words(id, state, attributes)).toBe(said);
  });

  it('is unknown where there is none', () => {
    expect(describeState(entityOf('light.a'), undefined)).toBe('unknown');
  });
});
