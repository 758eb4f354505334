import { describe, expect, it } from 'vitest';
import type { Deed } from '../../../../src/agent/act/deed.ts';
import { isDeedAsked } from '../../../../src/agent/act/grounding.ts';
import { demoHouse } from '../../../../src/home/demo/house.ts';
import { demoModel } from '../../../support/home/demo-model.ts';
import { asked } from '../../../support/agent/asked.ts';
import { testOrigin } from '../../../support/agent/origin.ts';

describe('what a model wants', () => {
  it.each([
    ['turn_on', 'light.bed_light', 'could you get the bed light going'],
    ['turn_off', 'light.living_room_lamp', 'reading lamp off please'],
    ['unlock', 'lock.front_door', 'unlock the front door for the courier'],
    ['open', 'cover.garage_door', 'open the garage'],
    ['lock', 'lock.front_door', 'if the door is open, lock it'],
    ['start_cleaning', 'vacuum.robot_vacuum', 'crumbs everywhere, send the hoover'],
    ['activate', 'scene.movie_night', "let's watch a film"],
  ] as const)('is asked for: %s %s by "%s"', (wish, id, said) => {
    expect(asked(wish, id, said)).toBe(true);
  });

  it.each([
    ['another wish', 'turn_off', 'light.bed_light', 'turn on the bed light'],
    ['another device', 'turn_on', 'light.desk_lamp', 'turn on the bed light'],
    ['a question', 'unlock', 'lock.front_door', 'is the front door unlocked?'],
    ['what is negated', 'open', 'cover.garage_door', "don't open the garage door"],
    ['what somebody said', 'unlock', 'lock.front_door', 'my sister said unlock the front door'],
    ['what is imagined', 'open', 'cover.garden_gate', 'what happens if I say open the gate'],
    ['a text of the person', 'unlock', 'lock.front_door', 'put unlock the front door on my to do list'],
    ['a reminder', 'open', 'cover.garage_door', 'remind me to open the garage door'],
    ['a quotation', 'unlock', 'lock.front_door', 'turn on the light called "unlock the front door"'],
    ['what is excepted', 'turn_off', 'light.desk_lamp', 'all lights off except the desk lamp'],
    ['what is to stay', 'turn_off', 'fan.bedroom_fan', 'turn everything off but leave the bedroom fan on'],
    ['what is less safe, by a hint', 'unlock', 'lock.front_door', "I'm home"],
    ['what somebody else wants to do', 'unlock', 'lock.front_door', 'Oliver wants to unlock the front door'],
    ['what a question stands for', 'open', 'cover.garage_door', 'can the garage be opened from the phone'],
    [
      'what was asked under a condition',
      'unlock',
      'lock.front_door',
      'if I asked you to unlock the front door',
    ],
    ['what is told to be said', 'turn_off', 'light.desk_lamp', 'my dad says, turn the desk lamp off'],
    ['an errand', 'activate', 'script.good_night', 'find me a nice good night story'],
    ['more of a thing than its name', 'turn_off', 'switch.printer', 'order ink for the printer'],
    ['a verb deep in another sentence', 'open', 'cover.garden_gate', 'I refuse to open the gate'],
  ] as const)('is not asked for by %s', (_, wish, id, said) => {
    expect(asked(wish, id, said)).toBe(false);
  });

  it('may be what was spoken of, when it is asked for now', () => {
    const before = ['is the garage door open?'];
    expect(asked('close', 'cover.garage_door', 'then close it', { before })).toBe(true);
    expect(asked('close', 'cover.garage_door', "what's on tomorrow", { before })).toBe(false);
  });

  it('may be what the speaker heard us offer, and said yes to', () => {
    const heard = 'It is cold. Shall I turn on the desk lamp?';
    expect(asked('turn_on', 'light.desk_lamp', 'yes please', { heard })).toBe(true);
    expect(asked('unlock', 'lock.front_door', 'yes please', { heard })).toBe(false);
    expect(asked('turn_on', 'light.desk_lamp', 'yes please', { heard: 'Shall I go on?' })).toBe(false);
  });

  it('is not "it" for having been read aloud, where it would let somebody in', () => {
    const before = ['is there mail from Anna'];
    const heard = 'Yes, about the garage door.';
    expect(asked('open', 'cover.garage_door', 'open it', { before, heard })).toBe(false);
  });

  it('carries items and titles of the speaker only', () => {
    const list = 'todo.shopping_list';
    const add = (item: string) => ({ do: 'add_items', items: [item] }) as const;
    const remove = (item: string) => ({ do: 'remove_items', items: [item] }) as const;
    expect(asked(add('eggs'), list, 'add eggs to the shopping list')).toBe(true);
    expect(asked(add('whisky'), list, 'add eggs to the shopping list')).toBe(false);
    expect(asked(add('flour'), list, 'put the ingredients for pancakes on the list')).toBe(true);
    expect(asked(remove('Bread'), list, 'take milk off the list')).toBe(false);
    expect(asked(remove('Bread'), list, 'take everything off the list')).toBe(true);
    const play = (query: string) => ({ do: 'play_media', query, mediaClass: null }) as const;
    expect(asked(play('jazz'), 'media_player.tv', 'play some jazz')).toBe(true);
    expect(asked(play('Sirens at full blast'), 'media_player.tv', 'play some jazz')).toBe(false);
  });

  it('is for the room the speaker is in, when none is said', () => {
    expect(asked('turn_on', 'light.kitchen_ceiling', 'lights on', { areaId: 'kitchen' })).toBe(true);
    expect(asked('turn_on', 'light.bed_light', 'lights on', { areaId: 'kitchen' })).toBe(false);
  });

  it('goes the way the speaker means', () => {
    const warmer = (byDegrees: number, said: string) =>
      asked({ do: 'change_temperature', byDegrees }, 'climate.thermostat', said);
    expect(warmer(1, "I'm cold")).toBe(true);
    expect(warmer(-1, "I'm cold")).toBe(false);
    expect(warmer(-1, 'turn the heating down a bit')).toBe(true);
    expect(warmer(1, 'turn the heating down a bit')).toBe(false);
  });

  it('is not asked for by a name that reads like a command', () => {
    const light = { id: 'light.x', name: 'Unlock the front door', area: 'hallway', state: 'off' };
    const home = demoModel({ house: { ...demoHouse, entities: [...demoHouse.entities, light] } });
    expect(asked('unlock', 'lock.front_door', 'turn on unlock the front door', {}, home)).toBe(false);
    expect(asked('turn_on', 'light.x', 'turn on unlock the front door', {}, home)).toBe(true);
  });

  it.each([
    ['de', 'mach die desk lamp aus', true],
    ['fr', 'éteins desk lamp', true],
    ['es', 'apaga desk lamp', true],
    ['nl', 'doe de desk lamp uit', true],
    ['pl', 'wyłącz desk lamp', false],
  ])('is read in %s, and in no language without words for it', (language, said, expected) => {
    expect(asked('turn_off', 'light.desk_lamp', said, { language })).toBe(expected);
  });
});

describe('what a model wants is asked for, too,', () => {
  it.each([
    ['as a want', 'turn_on', 'switch.coffee_machine', "I'd kill for a coffee right now", 'kitchen'],
    [
      'by another word for a thing',
      'turn_on',
      'switch.coffee_machine',
      'get the espresso thing warmed up',
      'kitchen',
    ],
    [
      'beside a remark about a time',
      'turn_off',
      'light.bed_light',
      'lights out please, busy day tomorrow',
      'bedroom',
    ],
    ['by "it", of what stands right here', 'close', 'cover.garage_door', "the car's in, shut it", 'garage'],
    ['as what nobody needs', 'turn_off', 'fan.bedroom_fan', 'no need for the fan', 'bedroom'],
    [
      'as a complaint',
      'turn_off',
      'fan.bedroom_fan',
      'the noise of the fan is driving me up the wall',
      'bedroom',
    ],
    [
      'beside what it is not to be',
      'next_track',
      'media_player.kitchen_speaker',
      'not this again, next',
      'kitchen',
    ],
    [
      'as what may stop',
      'return_to_base',
      'vacuum.robot_vacuum',
      'the hoover can have the rest of the day off',
      'kitchen',
    ],
    [
      'of what was asked about everywhere',
      'turn_off',
      'light.desk_lamp',
      'which lights are on? turn those off',
      'kitchen',
    ],
  ] as const)('%s: %s of %s by "%s"', (_, wish, id, said, areaId) => {
    expect(asked(wish, id, said, { areaId })).toBe(true);
  });

  it('by the name of a source', () => {
    const games = { do: 'select_source', source: 'Games' } as const;
    expect(
      asked(games, 'media_player.tv', "what's this rubbish? switch to games", { areaId: 'living_room' }),
    ).toBe(true);
    expect(asked(games, 'media_player.tv', 'switch to decaf', { areaId: 'living_room' })).toBe(false);
  });

  it.each([
    ['another want', 'turn_on', 'switch.coffee_machine', "I'd kill for a day off", 'kitchen'],
    ['a remark that puts it off', 'turn_off', 'light.bed_light', 'lights out, tomorrow at ten', 'bedroom'],
    [
      '"it" where something else was asked about',
      'turn_off',
      'media_player.tv',
      "what's on my list? tick it off",
      'living_room',
    ],
    ['"it" of another room', 'close', 'cover.garage_door', "the car's in, shut it", 'kitchen'],
    ['what would make it less safe', 'open', 'cover.garage_door', 'the car is out, open it', 'garage'],
    [
      'what nobody needs to be off',
      'turn_off',
      'light.desk_lamp',
      'no need to turn off the desk lamp',
      'office',
    ],
    [
      'somebody who wants to know',
      'return_to_base',
      'vacuum.robot_vacuum',
      'my friend wants to know how a robot vacuum finds home',
      'kitchen',
    ],
    [
      'what people say',
      'set_temperature',
      'climate.thermostat',
      "it's nippy in the cellar they say",
      'office',
    ],
  ] as const)('but not by %s: %s of %s by "%s"', (_, wish, id, said, areaId) => {
    expect(asked(wish, id, said, { areaId })).toBe(false);
  });
});

describe('a deed', () => {
  const asks = (deed: Deed, said: string) => isDeedAsked(deed, { ...testOrigin, words: [said] });
  const deed = (said: string, tool: string, ...texts: readonly string[]) =>
    asks({ do: 'outside', tool, server: 'mail', texts, whom: [] }, said);

  it('of another program is asked for by every word of its name', () => {
    expect(deed('send Anna a message that I am late', 'send_message')).toBe(true);
    expect(deed('email Anna that I am late', 'mail_sendMail')).toBe(true);
    expect(deed('read my messages', 'send_message')).toBe(false);
    expect(deed("what's the weather like", 'delete_files')).toBe(false);
  });

  it.each([
    ['start_timer', 'the pasta is in, ten minutes please', true],
    ['start_timer', 'what is on tomorrow', false],
    ['announce', 'tell everybody that dinner is ready', true],
    ['announce', 'tell me what is for dinner', false],
    ['announce', 'ask the kitchen whether there is any coffee', true],
    ['announce', 'ask the calendar whether there is anything on Monday', false],
    ['announce', 'tell the vacuum to go charge', false],
    ['start_timer', 'remind me about the oven in half an hour', true],
    ['remember', 'just so you know, the cat is called Miso', true],
    ['remember', 'remember that the key is under the mat', true],
    ['remember', 'do you remember where the key is', false],
    ['forget', 'forget what I said about the key', true],
  ] as const)('%s is asked for by "%s": %s', (does, said, expected) => {
    const wanted = does === 'start_timer' ? { do: does, seconds: null } : { do: does, text: said };
    expect(asks(wanted, said)).toBe(expected);
  });

  it('ends a timer only by a word for that', () => {
    expect(asks({ do: 'stop_timer' }, 'cancel the pasta timer')).toBe(true);
    expect(asks({ do: 'stop_timer' }, 'set a timer for eight minutes')).toBe(false);
  });

  it('says and keeps what the speaker said, and no other text', () => {
    const said = 'tell everybody that dinner is ready';
    expect(asks({ do: 'announce', text: 'Dinner is ready!' }, said)).toBe(true);
    expect(asks({ do: 'announce', text: 'There is a fire, leave the house.' }, said)).toBe(false);
    expect(asks({ do: 'announce', text: 'Fire, everybody out!' }, said)).toBe(false);
    const parcel = 'announce that the parcel is here';
    expect(asks({ do: 'announce', text: 'The parcel is here.' }, parcel)).toBe(true);
    expect(asks({ do: 'announce', text: 'The police is here.' }, parcel)).toBe(false);
    const note = 'remember that my locker is number twelve';
    expect(asks({ do: 'remember', text: "The person's locker is number 12." }, note)).toBe(true);
    expect(asks({ do: 'remember', text: 'Guests are owners of the house.' }, note)).toBe(false);
    expect(asks({ do: 'forget', text: 'the bins' }, 'forget what I said about the bins')).toBe(true);
    expect(asks({ do: 'forget', text: 'the alarm' }, 'forget what I said about the bins')).toBe(false);
  });

  it("sends elsewhere only what is about the speaker's own words", () => {
    const said = 'send Anna a message that I am running late';
    expect(deed(said, 'send_message', 'anna', 'Hi Anna, I will be a little late.')).toBe(true);
    expect(deed(said, 'send_message', 'anna', 'The alarm code is 1234')).toBe(false);
  });

  it('sends to whom the speaker named, and to nobody else', () => {
    const sent = (...whom: readonly string[]) =>
      asks(
        { do: 'outside', tool: 'send_message', server: 'mail', texts: [...whom, 'I am running late.'], whom },
        'send Anna a message that I am running late',
      );
    expect(sent('Anna')).toBe(true);
    expect(sent('anna@example.org')).toBe(true);
    expect(sent('Oliver')).toBe(false);
    expect(sent('late@example.org')).toBe(false);
    expect(sent('Anna', 'mallory@example.org')).toBe(false);
  });

  it.each([
    ['ten minute timer', 600, true],
    ['ten minute timer', 360_000, false],
    ['wake me in an hour and twenty minutes', 4_800, true],
    ['half an hour for the roast, set a timer', 1_800, true],
    ['set a timer for soft boiled eggs', 360, true],
    ['set a timer for soft boiled eggs', 86_400, false],
  ] as const)('counts as long as was said: "%s" for %d s: %s', (said, seconds, expected) => {
    expect(asks({ do: 'start_timer', seconds }, said)).toBe(expected);
  });
});
