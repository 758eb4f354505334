import { describe, expect, it } from 'vitest';
import { loadGrammar } from '../../../../src/agent/understand/load-grammar.ts';
import { understand } from '../../../../src/agent/understand/understand.ts';
import type { Plan } from '../../../../src/agent/understand/plan.ts';
import { demoModel } from '../../../support/home/demo-model.ts';

const grammar = loadGrammar('en');
const model = demoModel();

function plan(text: string, areaId: string | null = null, lastEntityIds: readonly string[] = []): string {
  return show(understand(text, { model, areaId, lastEntityIds }, grammar).plan);
}

function show(result: Plan): string {
  if (result.kind === 'not-understood') return result.why;
  if (result.kind === 'unlinked') return result.why.kind;
  if (result.kind !== 'act' && result.kind !== 'answer') return result.kind;
  const ids = result.entities.map(({ entityId }) => entityId).join(' ');
  if (result.kind === 'answer')
    return `${'state' in result.question ? result.question.state : 'value'}? ${ids}`;
  const { wish } = result;
  return `${wish.do}${'percent' in wish ? ` ${wish.percent}` : ''} ${ids}`;
}

const kitchen = 'light.kitchen_ceiling light.kitchen_counter';

const commands: readonly (readonly [text: string, plan: string])[] = [
  ['turn on lights in the kitchen', `turn_on ${kitchen}`],
  ['Turn off all of the kitchen lights.', `turn_off ${kitchen}`],
  ['could you please switch the kitchen light on', `turn_on ${kitchen}`],
  ["turn off the kitchen's lights", `turn_off ${kitchen}`],
  ['turn the lights in the kitchen off', `turn_off ${kitchen}`],
  ['turn the lights off in the kitchen', `turn_off ${kitchen}`],
  ['set the brightness of the kitchen to 25 percent', `set_brightness 25 ${kitchen}`],
  ['set kitchen lights to twenty five percent', `set_brightness 25 ${kitchen}`],
  ['dim the bed light to half', 'set_brightness 50 light.bed_light'],
  ['turn on the bed light at full brightness', 'set_brightness 100 light.bed_light'],
  ['close the sliding door', 'close cover.sliding_door'],
  ['open the sliding door in the office', 'open cover.sliding_door'],
  ['open the door in the office', 'open cover.sliding_door'],
  ['shut the bedroom blinds', 'close cover.bedroom_blinds'],
  ['close the blinds in the bedroom', 'close cover.bedroom_blinds'],
  ['lock the front door', 'lock lock.front_door'],
  ['unlock the front door', 'unlock lock.front_door'],
  ['open the garage door', 'open cover.garage_door'],
  ['good morning, open the bedroom blinds', 'open cover.bedroom_blinds'],
  ['unlock the door for the plumber', 'unlock lock.front_door'],
  ['open the garage for my kids', 'open cover.garage_door'],
  ['what do I have to do today', 'value? todo.shopping_list'],
  ['can I have some music in the kitchen', 'play media_player.kitchen_speaker'],
  ['can you put the vacuum on', 'start_cleaning vacuum.robot_vacuum'],
  ['put the vacuum on its charger', 'return_to_base vacuum.robot_vacuum'],
  ['turn on the lights that are in the garage', 'turn_on light.garage_light'],
  ['turn off the lights in the upstairs bedroom', 'turn_off light.bed_light light.bedroom_ceiling'],
  ['turns the desk lamp off', 'turn_off light.desk_lamp'],
  ['stop powering the coffee machine', 'turn_off switch.coffee_machine'],
  ['turn off the bed room light', 'turn_off light.bed_light light.bedroom_ceiling'],
  ['turn off the light in the hall way', 'turn_off light.hallway_light'],
  ['the carpet has crumbs on it, vacuum it up', 'start_cleaning vacuum.robot_vacuum'],
  ['we had a party so please clean the floor', 'start_cleaning vacuum.robot_vacuum'],
  ['send it back home', 'return_to_base vacuum.robot_vacuum'],
  ['it turn on lights in the bedroom', 'turn_on light.bed_light light.bedroom_ceiling'],
  ['turn off their office lights', 'turn_off light.desk_lamp light.office_ceiling'],
  ['said the brightness of the kitchen to 60 percent', `set_brightness 60 ${kitchen}`],
  ['turn on the bedroom fan', 'turn_on fan.bedroom_fan'],
  ['turn on the fan in the bathroom', 'turn_on fan.bathroom_fan'],
  ['turn on the reading lamp', 'turn_on light.living_room_lamp'],
  ['turn on the ceiling light in the office', 'turn_on light.office_ceiling'],
  [
    'turn off the lights upstairs',
    'turn_off light.bed_light light.bedroom_ceiling light.night_light light.bathroom_light',
  ],
  ['turn off the television', 'turn_off media_player.tv'],
  ['is the sliding door open', 'open? cover.sliding_door'],
  ['is the front door on locked', 'unlocked? lock.front_door'],
  ['are the kitchen lights on', `on? ${kitchen}`],
  ['are any windows open in the bathroom', 'open? binary_sensor.bathroom_window'],
  ['how many lights are on in the kitchen', `on? ${kitchen}`],
  ['is the front door locked in the hallway', 'locked? lock.front_door'],
  ['make sure the front door is locked', 'lock lock.front_door'],
  ['lower the bedroom blinds', 'close cover.bedroom_blinds'],
  ['is the bathroom window closed', 'closed? binary_sensor.bathroom_window'],
  ["what's the outdoor humidity", 'value? sensor.outdoor_humidity'],
  ['what is the temperature in the bedroom', 'value? sensor.bedroom_temperature'],
  ['how cold is it in the living room', 'value? climate.thermostat'],
];

const unclear: readonly (readonly [text: string, why: string])[] = [
  ['', 'empty'],
  ['turn on the lights', 'no-place'],
  ['set brightness to 50 percent', 'no-place'],
  ['turn off all of the lights in the oppos', 'unknown-place'],
  ['turn on the lights in the attic', 'unknown-place'],
  ['turn on the right light', 'unknown-name'],
  ['turn on the server rack', 'unknown-name'],
  ['turn on the bed', 'unknown-name'],
  ['open this fighting door in the office', 'ambiguous'],
  ['turn on the front door', 'unfit'],
  ['set the hallway light to 20 percent', 'unfit'],
  ['dim the bathroom lights', 'unfit'],
  ['dim the lights in the garden', 'unfit'],
  ['turn on the fan in the kitchen', 'none-there'],
  ['turn on it', 'unknown-name'],
  ['you better talk', 'no-match'],
  ['he has crumbs on the carpet', 'not-a-request'],
  ['who has cleaned the floor', 'not-a-request'],
  ['can I have some music in the bedroom', 'none-there'],
  ['turn on the kitchen and attic lights', 'unknown-name'],
  ['lock the front and back doors', 'unknown-name'],
  ['have the hallway blinds closed', 'none-there'],
  ['turn off the kitchen', 'unsure'],
  ['turn on the hallway', 'unsure'],
  ['turn off the ballroom', 'unknown-name'],
  ['she turns the desk lamp off', 'no-match'],
  ['turn off the lights in the upstairs garage', 'none-there'],
  ['unlock the front door for the oppos', 'unknown-place'],
  ['stop the fan in ten minutes', 'for-later'],
  ['stop turning on the fan at nine', 'negated'],
  ['make me a cup of tea', 'not-yet'],
];

describe('understand', () => {
  it.each(commands)('reads %j as %j', (text, expected) => {
    expect(plan(text)).toBe(expected);
  });

  it.each(unclear)('does nothing with %j: %s', (text, why) => {
    expect(plan(text)).toBe(why);
  });

  it('takes the room of the satellite when the sentence names none', () => {
    expect(plan('turn on the lights', 'kitchen')).toBe(`turn_on ${kitchen}`);
    expect(plan('turn the lights off in here', 'kitchen')).toBe(`turn_off ${kitchen}`);
    expect(plan('turn off all the lights', 'kitchen')).toBe(`turn_off ${kitchen}`);
  });

  it('goes beyond the room only when it is said', () => {
    expect(plan('turn off the lights everywhere', 'kitchen').split(' ')).toHaveLength(14);
  });

  it('asks about the whole home without the word, because nothing changes', () => {
    expect(plan('which lights are on').split(' ')).toHaveLength(14);
    expect(plan('which lights are on', 'kitchen')).toBe(`on? ${kitchen}`);
  });

  it('knows what "it" was', () => {
    expect(plan('turn it off again', null, ['light.bed_light'])).toBe('turn_off light.bed_light');
    expect(plan('what temperature is it set to', null, ['climate.thermostat'])).toBe(
      'value? climate.thermostat',
    );
    expect(plan('how bright is it now', null, ['light.desk_lamp'])).toBe('value? light.desk_lamp');
  });

  it('names the whole of a room that it does not know', () => {
    const told = understand(
      'turn on the lights in the guest room',
      { model, areaId: null, lastEntityIds: [] },
      grammar,
    );
    expect(told.plan).toMatchObject({ kind: 'unlinked', why: { kind: 'unknown-place', said: 'guest room' } });
  });

  it('takes "it" for the timer that was last talked about, and for devices where none was', () => {
    const lastEntityIds = ['media_player.tv'];
    const about = (text: string, lastTimerId: string | null) =>
      understand(text, { model, areaId: null, lastEntityIds, lastTimerId }, grammar).plan;
    const bread = { name: null, lengthMs: null, place: null, timerId: 't1' };
    expect(about('pause it', 't1')).toEqual({ kind: 'timer', request: { do: 'pause', timer: bread } });
    expect(about('take two minutes off it', 't1')).toEqual({
      kind: 'timer',
      request: { do: 'change', byMs: -120_000, timer: bread },
    });
    expect(about('how long does it have left', 't1')).toEqual({
      kind: 'timer',
      request: { do: 'status', timer: bread },
    });
    expect(show(about('pause it', null))).toBe('pause media_player.tv');
    expect(show(about('do not pause it', 't1'))).toBe('negated');
    expect(show(about('did you pause it', 't1'))).not.toContain('timer');
  });

  it('asks which one when two bear the name', () => {
    const twins = demoModel({
      house: {
        floors: [],
        areas: [
          { id: 'a', name: 'Attic', floor: null },
          { id: 'b', name: 'Barn', floor: null },
        ],
        entities: ['a', 'b'].map((area) => ({ id: `light.${area}`, name: 'Spot', area, state: 'off' })),
      },
    });
    const read = (text: string, areaId: string | null) =>
      show(understand(text, { model: twins, areaId, lastEntityIds: [] }, grammar).plan);
    expect(read('turn on the spot', null)).toBe('ambiguous');
    expect(read('turn on the spot', 'b')).toBe('turn_on light.b');
    expect(read('turn on the spot in the attic', null)).toBe('turn_on light.a');
  });
});
