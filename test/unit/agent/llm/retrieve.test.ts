import { describe, expect, it } from 'vitest';
import { type Asked, retrieve } from '../../../../src/agent/llm/retrieve.ts';
import { grownHouse } from '../../../../src/bench/llm/grown-house.ts';
import { demoHouse } from '../../../../src/home/demo/house.ts';
import type { DemoHouse } from '../../../../src/home/demo/demo-entity.ts';
import { demoModel } from '../../../support/home/demo-model.ts';

const large = demoModel({ house: grownHouse(demoHouse, 1_000) });
const maxChars = 4_000;

function idsFor(text: string, asked: Partial<Asked> = {}): readonly string[] {
  const found = retrieve({ model: large, areaId: null, lastEntityIds: [], text, ...asked }, { maxChars });
  return found.entities.map(({ entityId }) => entityId);
}

describe('what a sentence may be about, in a home of a thousand', () => {
  it.each([
    ['a name', 'make the coffee machine do something', ['switch.coffee_machine']],
    ['an alias', 'is my reading lamp still glowing', ['light.living_room_lamp']],
    ['a name heard wrong', 'what is the kitchen spieker up to', ['media_player.kitchen_speaker']],
    [
      'two names',
      'is the tv louder than the kitchen speaker',
      ['media_player.tv', 'media_player.kitchen_speaker'],
    ],
    [
      'a kind in a room',
      'the lamps of the lounge bother me',
      ['light.living_room_lamp', 'light.living_room_ceiling'],
    ],
    [
      'a room with what it lacks',
      'make the kitchen nice',
      ['light.kitchen_ceiling', 'light.kitchen_counter'],
    ],
    ['a feeling in a room', 'I am freezing in the living room', ['climate.thermostat']],
    ['a kind there is one of', 'did the robot finish', ['vacuum.robot_vacuum']],
    ['German', 'mach im Living Room bitte die Lampen gemütlich', ['light.living_room_lamp']],
    ['a German compound', 'wie hell ist das Kitchenlicht', ['light.kitchen_ceiling']],
    ['Spanish', '¿por qué hace tanto calor en el bedroom?', ['sensor.bedroom_temperature']],
  ])('is found by %s', (_, text, ids) => {
    expect(idsFor(text)).toEqual(expect.arrayContaining(ids));
  });

  it('is looked for where the person is, when no room is said', () => {
    expect(idsFor('it is too dark', { areaId: 'kitchen' }).slice(0, 2)).toEqual([
      'light.kitchen_ceiling',
      'light.kitchen_counter',
    ]);
  });

  it('is what the talk was about', () => {
    expect(idsFor('then turn it down', { lastEntityIds: ['climate.thermostat'] })[0]).toBe(
      'climate.thermostat',
    );
    expect(idsFor('and why', { earlier: ['is the coffee machine on'] })).toContain('switch.coffee_machine');
  });

  it('is also what another reading of the sound names', () => {
    expect(idsFor('the toffee latrine', { alternatives: ['the coffee machine'] })).toContain(
      'switch.coffee_machine',
    );
  });

  it('is little when little was said', () => {
    expect(idsFor('tell me a joke')).toEqual([]);
    expect(idsFor('turn on the coffee machine').length).toBeLessThan(40);
  });
});

describe('the text', () => {
  const textFor = (text: string, options: Partial<Asked> & { readonly chars?: number } = {}) =>
    retrieve(
      { model: large, areaId: 'kitchen', lastEntityIds: [], text, ...options },
      { maxChars: options.chars ?? maxChars },
    ).text;

  it('lists devices by room with their kinds and states', () => {
    const text = textFor('what about the living room lamp');
    expect(text).toContain('Living Room (Ground Floor):\n- Living Room Lamp, also reading lamp (light): off');
    expect(textFor('is it dark')).toContain('Kitchen (Ground Floor), where the person is:');
  });

  it('names the alias that was said', () => {
    expect(textFor('where is the reading lamp')).toContain(
      '- Living Room Lamp, also reading lamp (light): off',
    );
  });

  it('tells rooms and kinds of what is left out', () => {
    const text = textFor('turn on the coffee machine');
    expect(text).toMatch(/Not listed here: \d+ more devices/);
    expect(text).toMatch(/By room: .*Library \d+/);
    expect(text).toMatch(/By kind: .*sensor \d+/);
  });

  it.each([500, 1_000, 4_000, 6_000])('is never longer than %i characters', (chars) => {
    for (const text of ['everything upstairs and all lights, windows, sensors and blinds', 'hello', ''])
      expect(textFor(text, { chars }).length).toBeLessThanOrEqual(chars);
  });

  it('is the same for the same home and sentence', () => {
    expect(textFor('close all the blinds')).toBe(textFor('close all the blinds'));
  });

  it('tells a home that fits as a whole', () => {
    const house: DemoHouse = {
      floors: [],
      areas: demoHouse.areas.slice(0, 1),
      entities: demoHouse.entities.slice(0, 5),
    };
    const model = demoModel({ house });
    const { text, entities } = retrieve(
      { model, areaId: null, lastEntityIds: [], text: 'hello' },
      { maxChars },
    );
    expect(entities).toHaveLength(5);
    expect(text).not.toContain('Not listed');
  });

  it('is empty for a home without devices', () => {
    const model = demoModel({ house: { floors: [], areas: [], entities: [] } });
    expect(retrieve({ model, areaId: null, lastEntityIds: [], text: 'hello' }, { maxChars }).text).toBe('');
  });
});
