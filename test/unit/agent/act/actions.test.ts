import { describe, expect, it } from 'vitest';
import { actionFor } from '../../../../src/agent/act/actions.ts';
import type { Wish } from '../../../../src/agent/understand/plan.ts';
import { demoModel } from '../../../support/demo-model.ts';

const model = demoModel();
const action = (wish: Wish, id: string) => actionFor(wish, model.entities.get(id)!);
const state = (value: string, attributes: Record<string, unknown> = {}) => ({
  state: value,
  attributes,
  lastChangedMs: 0,
});

describe('actionFor', () => {
  it('asks a light for a brightness and accepts what lamps make of it', () => {
    const dim = action({ do: 'set_brightness', percent: 25 }, 'light.bed_light');
    expect([dim.service, dim.data]).toEqual(['turn_on', { brightness_pct: 25 }]);
    expect(dim.proves(state('on', { brightness: 63 }))).toBe(true);
    expect(dim.proves(state('on', { brightness: 255 }))).toBe(false);
    expect(dim.proves(state('on'))).toBe(false);
  });

  it('turns a light off at 0 percent', () => {
    expect(action({ do: 'set_brightness', percent: 0 }, 'light.bed_light').service).toBe('turn_off');
  });

  it('takes a media player that plays as on', () => {
    const on = action({ do: 'turn_on' }, 'media_player.tv');
    expect(
      ['playing', 'idle', 'off', 'standby', 'unavailable'].map((value) => on.proves(state(value))),
    ).toEqual([true, true, false, false, false]);
  });

  it('sees a cover under way, and a half-open one as not yet open', () => {
    const open = action({ do: 'open' }, 'cover.sliding_door');
    expect(open.underway(state('opening', { current_position: 10 }))).toBe(true);
    expect(open.proves(state('open', { current_position: 40 }))).toBe(false);
    expect(open.proves(state('open', { current_position: 100 }))).toBe(true);
    expect(open.proves(state('open'))).toBe(true);
  });
});
