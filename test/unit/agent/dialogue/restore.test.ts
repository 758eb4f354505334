import { describe, expect, it } from 'vitest';
import { restoringSteps, stateBefore } from '../../../../src/agent/dialogue/restore.ts';
import type { Wish } from '../../../../src/agent/understand/wish.ts';
import type { EntityState } from '../../../../src/home/model/home-model.ts';
import { demoModel } from '../../../support/home/demo-model.ts';

const model = demoModel();
const about = { by: 'name', className: null, place: null, everywhere: false } as const;
const state = (name: string, attributes: Record<string, unknown> = {}): EntityState => ({
  state: name,
  attributes,
  lastChangedMs: 0,
});

/** What is asked of one device to undo the wish. */
const undo = (entityId: string, before: EntityState, done: Wish): Wish | undefined =>
  restoringSteps(
    { steps: [{ wish: done, entityIds: [entityId], about }], before: [stateBefore(entityId, before)] },
    model,
  )[0]?.wish;

describe('taking back a wish', () => {
  it.each([
    ['light.bed_light', state('off'), { do: 'turn_on' }, { do: 'turn_off' }],
    [
      'light.bed_light',
      state('on', { brightness: 128 }),
      { do: 'turn_off' },
      { do: 'set_brightness', percent: 50 },
    ],
    [
      'light.bed_light',
      state('on', { brightness: 128, color_mode: 'color_temp', color_temp_kelvin: 3000 }),
      { do: 'set_color_temperature', kelvin: 5000 },
      { do: 'set_color_temperature', kelvin: 3000 },
    ],
    ['switch.coffee_machine', state('on'), { do: 'turn_off' }, { do: 'turn_on' }],
    [
      'fan.bedroom_fan',
      state('on', { percentage: 33 }),
      { do: 'turn_off' },
      { do: 'set_fan_speed', percent: 33 },
    ],
    ['cover.bedroom_blinds', state('closed', { current_position: 0 }), { do: 'open' }, { do: 'close' }],
    [
      'cover.bedroom_blinds',
      state('open', { current_position: 40 }),
      { do: 'close' },
      { do: 'set_position', percent: 40 },
    ],
    ['cover.bedroom_blinds', state('opening', { current_position: 20 }), { do: 'close' }, { do: 'open' }],
    ['lock.front_door', state('unlocking'), { do: 'lock' }, { do: 'unlock' }],
    ['lock.front_door', state('unlocked'), { do: 'lock' }, { do: 'unlock' }],
    ['lock.front_door', state('locked'), { do: 'unlock' }, { do: 'lock' }],
    [
      'climate.thermostat',
      state('heat', { temperature: 20.5 }),
      { do: 'change_temperature', byDegrees: 2 },
      { do: 'set_temperature', degrees: 20.5, unit: null },
    ],
    ['climate.thermostat', state('heat'), { do: 'turn_off' }, { do: 'set_hvac_mode', mode: 'heat' }],
    [
      'media_player.tv',
      state('playing', { volume_level: 0.3 }),
      { do: 'set_volume', percent: 80 },
      { do: 'set_volume', percent: 30 },
    ],
    ['media_player.tv', state('playing'), { do: 'pause' }, { do: 'play' }],
    [
      'todo.shopping_list',
      state('2'),
      { do: 'add_items', items: ['milk'] },
      { do: 'remove_items', items: ['milk'] },
    ],
    ['alarm_control_panel.home_alarm', state('disarmed'), { do: 'arm', mode: 'away' }, { do: 'disarm' }],
  ] as const)('of %s that was %j and was asked to %j asks for %j', (id, before, done, wish) => {
    expect(undo(id, before, done)).toEqual(wish);
  });

  it.each([
    ['scene.movie_night', state('2020-01-01T00:00:00'), { do: 'activate' }],
    ['light.bed_light', state('on', { color_mode: 'rgb' }), { do: 'set_color', color: 'red' }],
    ['light.gone', state('off'), { do: 'turn_on' }],
    ['light.bed_light', state('unavailable'), { do: 'turn_on' }],
  ] as const)('of %s that was %j and was asked to %j is not possible', (id, before, done) => {
    expect(undo(id, before, done)).toBeUndefined();
  });

  it('puts devices with the same way back into one step', () => {
    const before = ['light.bed_light', 'light.night_light', 'lock.front_door'].map((id) =>
      stateBefore(id, state(id.startsWith('lock') ? 'locked' : 'off')),
    );
    const steps = restoringSteps({ steps: [], before }, model);
    expect(steps.map(({ wish, entities }) => [wish.do, entities.length])).toEqual([
      ['turn_off', 2],
      ['lock', 1],
    ]);
  });
});
