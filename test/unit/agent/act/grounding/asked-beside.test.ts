import { describe, expect, it } from 'vitest';
import type { Wish } from '../../../../../src/agent/understand/wish.ts';
import { asked } from '../../../../support/agent/asked.ts';

describe('a request for one thing', () => {
  it.each([
    ['turns the lamp on', 'turn_on', 'light.living_room_lamp', 'turn the lamp on', 'living_room'],
    [
      'turns on what stands on another',
      'turn_on',
      'light.kitchen_counter',
      'switch on the counter',
      'kitchen',
    ],
    ['means all by a plain "light"', 'turn_off', 'light.bedroom_ceiling', 'light off', 'bedroom'],
    [
      'lets a remark stand beside it',
      'turn_off',
      'light.bed_light',
      'turn the TV off. good night',
      'bedroom',
    ],
  ] as const)('%s: %s of %s by "%s"', (_, wish, id, said, areaId) => {
    expect(asked(wish, id, said, { areaId })).toBe(true);
  });

  it.each([
    [
      'what else goes with the music',
      'turn_off',
      'light.living_room_lamp',
      'play some relaxing music',
      'living_room',
    ],
    [
      'what else goes with a dinner',
      'turn_on',
      'light.living_room_ceiling',
      'dim the lamp for dinner',
      'living_room',
    ],
    ['another lamp', 'turn_off', 'light.living_room_ceiling', 'lamp off', 'living_room'],
    [
      'what the thing stands on',
      'turn_on',
      'light.kitchen_counter',
      'turn off the radio on the kitchen counter',
      'kitchen',
    ],
    [
      'the opposite',
      'turn_on',
      'media_player.kitchen_speaker',
      'turn down the music on the kitchen speaker',
      'kitchen',
    ],
    ['lights elsewhere', 'turn_off', 'light.desk_lamp', 'all the lights in here off', 'living_room'],
    [
      'another figure by what is turned off',
      { do: 'set_temperature', degrees: 24, unit: null },
      'climate.thermostat',
      'turn the heating off',
      'living_room',
    ],
    ['light by what is ended', 'turn_on', 'light.living_room_ceiling', 'stop the film', 'living_room'],
    ['what is sent home', 'start_cleaning', 'vacuum.robot_vacuum', 'send the robot home', 'living_room'],
    [
      'what another room lacks',
      'turn_off',
      'media_player.tv',
      'switch everything off in the bathroom',
      'bathroom',
    ],
    ['what was so', 'turn_off', 'light.bed_light', 'I slept badly, the room was so bright', 'bedroom'],
    ['what somebody likes', 'turn_on', 'light.kitchen_ceiling', 'I like it bright when I work', 'kitchen'],
    [
      'the opening of what is to be closed',
      { do: 'set_position', percent: 100 },
      'cover.living_room_blinds',
      'close the blinds',
      'living_room',
    ],
    ['a switch either way', 'toggle', 'light.living_room_lamp', 'turn the lamp on', 'living_room'],
    ['anything, by a verb nobody knows', 'turn_off', 'media_player.tv', 'ignore the TV', 'living_room'],
    [
      'less heat for the cold',
      { do: 'set_temperature', degrees: 17, unit: null },
      'climate.thermostat',
      "I'm cold",
      'living_room',
    ],
  ] satisfies readonly (readonly [string, Wish['do'] | Wish, string, string, string])[])(
    'does not ask for %s: %s of %s by "%s"',
    (_, wish, id, said, areaId) => {
      expect(asked(wish, id, said, { areaId })).toBe(false);
    },
  );
});
