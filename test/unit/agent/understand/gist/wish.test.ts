import { describe, expect, it } from 'vitest';
import type { Mark } from '../../../../../src/agent/understand/gist/marks.ts';
import { gistOf } from '../../../../../src/agent/understand/gist/wish.ts';

/** `role:value` in the order of a sentence → the command with what fills its slots. */
function gist(text: string, domains: readonly string[] = []): string | undefined {
  const marks = text.split(' ').map((part, start): Mark => {
    const [role = '', value = ''] = part.split(':');
    return { role, value, start, end: start + 1 };
  });
  const found = gistOf(marks, domains);
  return found && [found.intent, ...found.said.map(({ slot, mark }) => `${slot}=${mark.value}`)].join(' ');
}

describe('the words together', () => {
  it.each([
    ['verb:put thing:light color:blue', 'set_color color=blue'],
    ['verb:put thing:light level:90 color:blue', 'set_color color=blue'],
    ['verb:vary thing:light thing:hue', 'set_color color=random'],
    ['verb:put thing:light white:2700', 'set_color_temperature kelvin=2700'],
    ['verb:put thing:light state:warmer', 'warmer_light'],
    ['verb:put thing:brightness number:40', 'set_brightness percent=40'],
    ['verb:up thing:light filler:by number:40', 'brighter percent=40'],
    ['verb:up thing:light filler:to number:40', 'set_brightness percent=40'],
    ['verb:down thing:light bit:bit', 'dimmer bit=bit'],
    ['state:off thing:light', 'light_off'],
    ['state:louder', 'louder'],
    ['state:louder filler:the thing:volume be:is level:20', 'louder'],
    ['verb:put thing:light state:brighter thing:hue', 'brighter'],
    ['thing:volume level:50', 'set_volume percent=50'],
    ['verb:off thing:volume', 'mute'],
    ['verb:told thing:vacuum state:clean', 'start_cleaning'],
    ['verb:clean place:kitchen', 'clean_area'],
    ['verb:clean place:kitchen filler:and filler:the place:hall', 'clean_area'],
    ['verb:off thing:vacuum', 'return_to_base'],
    ['verb:start thing:socket', 'turn_on'],
  ])('"%s" are %s', (marks, expected) => {
    expect(gist(marks)).toBe(expected);
  });

  it('take the kind of a named device from its domain', () => {
    expect(gist('verb:down name:orb', ['light'])).toBe('dimmer');
    expect(gist('verb:down name:orb', ['cover'])).toBeUndefined();
  });

  it.each([
    ['two kinds of devices', 'verb:off thing:light thing:socket'],
    ['two ways', 'verb:up thing:light state:down'],
    ['two wishes', 'verb:off thing:light color:blue'],
    ['half of the lights', 'verb:put level:50 thing:light color:blue'],
    ['two rooms', 'verb:off thing:light place:kitchen place:hall'],
    ['a way between rooms', 'verb:start thing:vacuum place:kitchen filler:to place:hall'],
    ['no kind of device', 'verb:off place:kitchen'],
    ['nothing to be done', 'verb:put thing:light'],
    ['warmth of nothing that shines', 'verb:put state:warmer place:kitchen'],
    ['to be told to a light', 'verb:told thing:light state:off'],
    ['a player switched off', 'verb:off thing:speaker'],
    ['a step of a colour', 'verb:vary state:up thing:hue thing:light'],
    ['a robot set off', 'verb:put thing:vacuum state:off'],
    ['more light than there is', 'ask:want bit:bit thing:light'],
    ['more of a mood, of sound', 'verb:put thing:speaker state:up mood:2700'],
    ['a level of a socket', 'verb:put thing:socket number:30'],
  ])('mean nothing where they are %s', (_, marks) => {
    expect(gist(marks)).toBeUndefined();
  });
});
