import { describe, expect, it } from 'vitest';
import type { Wish } from '../../../../../src/agent/understand/wish.ts';
import { asked } from '../../../../support/agent/asked.ts';

const colour = (color: string): Wish => ({ do: 'set_color', color });
const source = (name: string): Wish => ({ do: 'select_source', source: name });
const preset = (mode: string): Wish => ({ do: 'set_preset', mode });
const mode = (one: 'off' | 'heat' | 'cool'): Wish => ({ do: 'set_hvac_mode', mode: one });
const arm = (one: 'home' | 'night' | 'away'): Wish => ({ do: 'arm', mode: one });

describe('the word a model chose', () => {
  it.each([
    ['a colour of another name', colour('crimson'), 'light.bed_light', 'make the bed light red'],
    ['a colour of its choice', colour('teal'), 'light.bed_light', 'change the colour of the bed light'],
    ['a source', source('Films'), 'media_player.tv', 'switch the TV to films'],
    ['a preset by another word', preset('eco'), 'climate.thermostat', 'put the thermostat on energy saving'],
    ['an end', mode('off'), 'climate.thermostat', 'turn the thermostat off'],
    ['heat', mode('heat'), 'climate.thermostat', 'turn the thermostat on'],
    ['cold air', mode('cool'), 'climate.air_conditioner', "turn on the air conditioner, it's hot"],
    ['how to arm', arm('night'), 'alarm_control_panel.home_alarm', 'arm the alarm for the night'],
  ] as const)("is the speaker's: %s", (_, wish, id, said) => {
    expect(asked(wish, id, said)).toBe(true);
  });

  it.each([
    ['another colour', colour('red'), 'light.bed_light', 'make the bed light blue'],
    ['a colour that belongs to no remark', colour('red'), 'light.bed_light', "I can't sleep"],
    ['another source', source('Games'), 'media_player.tv', 'switch the TV to films'],
    ['a source that was not said', source('Games'), 'media_player.tv', 'put the TV on'],
    ['another preset', preset('away'), 'climate.thermostat', 'put the thermostat on eco'],
    ['an end that was not said', mode('off'), 'climate.thermostat', 'turn the thermostat on'],
    ['heat for the hot', mode('heat'), 'climate.air_conditioner', "turn on the air conditioner, it's hot"],
    ['another way to arm', arm('home'), 'alarm_control_panel.home_alarm', 'arm the alarm for the night'],
  ] as const)("is not the speaker's: %s", (_, wish, id, said) => {
    expect(asked(wish, id, said)).toBe(false);
  });
});
