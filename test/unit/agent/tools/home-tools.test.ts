import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { controlHome } from '../../../../src/agent/tools/control-home.ts';
import { homeHistory } from '../../../../src/agent/tools/home-history.ts';
import { queryHome } from '../../../../src/agent/tools/query-home.ts';
import { longestContent, runTool } from '../../../../src/agent/tools/run-tool.ts';
import type { Tool } from '../../../../src/agent/tools/tool.ts';
import { systemClock } from '../../../../src/core/clock.ts';
import { createHomeQueries } from '../../../../src/home/query.ts';
import { connectDemo, type ConnectedDemo } from '../../../support/home/demo-home.ts';
import { toolHands } from '../../../support/agent/tool-hands.ts';

const { signal } = new AbortController();

let connected: ConnectedDemo;
beforeEach(async () => {
  connected = await connectDemo();
});
afterEach(() => connected[Symbol.asyncDispose]());

const use = async (tool: Tool, input: unknown, said: string, areaId: string | null = null) =>
  await runTool(tool, input, toolHands(connected.home, said, areaId), { signal });

const stateOf = (id: string) => connected.demo.world.states.get(id)?.state;

describe('control_home', () => {
  it('changes what the speaker asked for, and tells what was proven', async () => {
    const answer = await use(
      controlHome,
      { action: 'turn_on', devices: ['Bed Light'] },
      'bed light on please',
    );
    expect(answer.content).toContain('Bed Light: done');
    expect(answer.answer?.outcomes).toMatchObject([{ entityId: 'light.bed_light', proof: 'proven' }]);
    expect(stateOf('light.bed_light')).toBe('on');
  });

  it('takes aliases, ids, and a kind in a room', async () => {
    const said = 'turn the reading lamp, the desk lamp and the kitchen lights on';
    const devices = ['reading lamp', 'light.desk_lamp'];
    expect((await use(controlHome, { action: 'turn_on', devices }, said)).isError).toBeUndefined();
    await use(controlHome, { action: 'turn_on', kind: 'light', area: 'Kitchen' }, said);
    expect(['light.living_room_lamp', 'light.kitchen_ceiling', 'light.kitchen_counter'].map(stateOf)).toEqual(
      ['on', 'on', 'on'],
    );
  });

  it('sends the robot through several rooms in one order', async () => {
    const said = 'have the robot vacuum clean the kitchen and the office';
    const input = { action: 'clean_area', devices: ['Robot Vacuum'], text: 'kitchen, office' };
    expect((await use(controlHome, input, said)).isError).toBeUndefined();
    const unknown = await use(controlHome, { ...input, text: 'Kitchen, Cellar' }, said);
    expect(unknown).toMatchObject({ isError: true });
    expect(unknown.content).toContain('no room "Cellar"');
  });

  it.each([
    [
      'a name nobody bears',
      { action: 'turn_on', devices: ['Bad Light'] },
      /No device is called "Bad Light".*Bed Light/s,
    ],
    [
      'a room nobody has',
      { action: 'turn_on', kind: 'light', area: 'Kitchn' },
      /no room or floor "Kitchn".*Kitchen/s,
    ],
    [
      'a device of another room',
      { action: 'turn_on', devices: ['Bed Light'], area: 'Kitchen' },
      /not in Kitchen.*Bedroom/s,
    ],
    ['a kind without a room', { action: 'turn_on', kind: 'light' }, /Give an area/],
    ['a value that is missing', { action: 'set_brightness', devices: ['Bed Light'] }, /needs a value/],
    [
      'a mode there is not',
      { action: 'set_hvac_mode', text: 'hotter', devices: ['Thermostat'] },
      /none of off, heat/,
    ],
    ['an action there is not', { action: 'explode', devices: ['Bed Light'] }, /input does not fit/],
  ])('answers %s with what there is', async (_, input, message) => {
    const answer = await use(controlHome, input, 'turn everything on');
    expect(answer.isError).toBe(true);
    expect(answer.content).toMatch(message);
  });

  it('names those that bear one name, and guesses none', async () => {
    const house = connected.demo.world.house;
    const twin = { id: 'light.twin', name: 'Bed Light', area: 'kids_room', state: 'off' };
    await using other = await connectDemo({ house: { ...house, entities: [...house.entities, twin] } });
    const hands = toolHands(other.home, 'turn on the bed light');
    const answer = await runTool(controlHome, { action: 'turn_on', devices: ['bed light'] }, hands, {
      signal,
    });
    expect(answer.content).toMatch(/more than one.*light\.bed_light.*light\.twin/s);
    const there = await runTool(
      controlHome,
      { action: 'turn_on', devices: ['bed light'], area: 'nursery' },
      hands,
      { signal },
    );
    expect(there.content).not.toContain('more than one');
  });

  it('does nothing that was not asked for, and says nothing of it to the person', async () => {
    const answer = await use(
      controlHome,
      { action: 'unlock', devices: ['Front Door'] },
      "what's on tomorrow?",
    );
    expect(answer).toMatchObject({ isError: true, content: expect.stringMatching(/^Refused/) });
    expect(answer.answer).toBeUndefined();
    expect(stateOf('lock.front_door')).toBe('locked');
  });
});

describe('query_home', () => {
  it('reads states and since when', async () => {
    const { content } = await use(queryHome, { devices: ['Front Door', 'Outdoor Temperature'] }, 'x');
    expect(content).toMatch(
      /Front Door in Hallway \(lock\.front_door\): locked, since \d{4}-\d\d-\d\d \d\d:\d\d/,
    );
    expect(content).toContain('8.2 °C');
  });

  it('reads a room, a kind and the attributes', async () => {
    const room = await use(queryHome, { area: 'Bathroom' }, 'x');
    expect(room.content.split('\n')).toHaveLength(3);
    const kind = await use(queryHome, { kind: 'blind', area: 'everywhere', attributes: true }, 'x');
    expect(kind.content).toContain('"current_position":100');
  });

  it('is cut where it is too long, and says so', async () => {
    const { content } = await use(queryHome, { area: 'everywhere', attributes: true }, 'x');
    expect(content.length).toBeLessThan(longestContent + 100);
    expect(content).toMatch(/\[cut: \d+ more characters; ask for less\]$/);
  });
});

describe('home_history', () => {
  it('reads the states a device had, oldest first', async () => {
    const tool = homeHistory(createHomeQueries(connected.home), systemClock);
    connected.demo.world.report('lock.front_door', { state: 'unlocked', attributes: {} });
    const { content } = await use(tool, { device: 'front door', hours: 1 }, 'x');
    const [head, ...changes] = content.split('\n');
    expect(head).toContain('Front Door in Hallway');
    expect(changes.map((line) => line.split(' ').at(-1))).toEqual(['locked', 'unlocked']);
  });

  it('tells the model of a device it does not know', async () => {
    const tool = homeHistory(createHomeQueries(connected.home), systemClock);
    expect(await use(tool, { device: 'back gate' }, 'x')).toMatchObject({ isError: true });
  });
});
