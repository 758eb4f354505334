import { describe, expect, it } from 'vitest';
import { demoHouse } from '../../../../src/home/demo/house.ts';
import { countDevices } from '../../../../src/agent/act/reach.ts';
import { createPolicy } from '../../../../src/agent/act/policy.ts';
import type { Speaker } from '../../../../src/agent/speaker.ts';
import type { PlainWish, Wish } from '../../../../src/agent/understand/wish.ts';
import type { Entity } from '../../../../src/home/model/home-model.ts';
import { demoModel } from '../../../support/home/demo-model.ts';
import { originFor } from '../../../support/agent/origin.ts';

const model = demoModel();
const entity = (id: string): Entity => model.entities.get(id)!;
const nobody = { conversationId: 'c', satelliteId: null, deviceId: null, userId: null };
const user: Speaker = { ...nobody, channel: 'http', userId: 'u' };
const satellite: Speaker = { ...nobody, channel: 'http', satelliteId: 'assist_satellite.kitchen' };
const unlock: Wish = { do: 'unlock' };
const origin = originFor('local');

const ask = (what: PlainWish, about: Entity, deviceCount = 1) => {
  const verdict = createPolicy({ confirmOn: ['all'] })({
    wish: { do: what },
    entity: about,
    model,
    deviceCount,
    speaker: user,
    origin,
  });
  return 'reasons' in verdict ? verdict.reasons.join() : verdict.kind;
};

describe('the risk of an action', () => {
  it.each([
    ['unlock', 'lock.front_door'],
    ['open', 'lock.front_door'],
    ['open', 'cover.garage_door'],
    ['toggle', 'cover.garage_door'],
    ['open', 'cover.garden_gate'],
    ['toggle', 'lock.front_door'],
  ] as const)('to %s %s has to be confirmed', (what, id) => {
    expect(ask(what, entity(id))).toBe('less-safe');
  });

  it.each([
    ['lock', 'lock.front_door'],
    ['close', 'cover.garage_door'],
    ['stop', 'cover.garage_door'],
    ['open', 'cover.sliding_door'],
    ['open', 'cover.bedroom_blinds'],
    ['turn_on', 'light.bed_light'],
  ] as const)('to %s %s is taken', (what, id) => {
    expect(ask(what, entity(id))).toBe('allowed');
  });

  it('is seen in a garage door without a class by its name', () => {
    const nameless = { ...entity('cover.garage_door'), deviceClass: null };
    expect(ask('open', nameless)).toBe('less-safe');
  });

  it('is seen in a valve and in a disarmed alarm', () => {
    const valve = { ...entity('cover.sliding_door'), domain: 'valve', deviceClass: 'water' };
    expect(ask('open', valve)).toBe('less-safe');
    expect(ask('close', valve)).toBe('allowed');
    const alarm = { ...entity('lock.front_door'), domain: 'alarm_control_panel' };
    expect(ask('disarm', alarm)).toBe('less-safe');
  });

  it.each([
    ['switch', 'Garage Door', 'turn_on', 'less-safe'],
    ['button', 'Open the gate', 'press', 'less-safe'],
    ['script', 'Unlock everything', 'activate', 'less-safe'],
    ['switch', 'Garage Heater', 'turn_on', 'allowed'],
    ['scene', 'Movie', 'activate', 'allowed'],
    ['light', 'Garage Door Light', 'turn_on', 'allowed'],
  ] as const)('of a %s called %s that is asked to %s: %s', (domain, name, what, verdict) => {
    const thing = { ...entity('light.bed_light'), entityId: `${domain}.x`, domain, name, names: [name] };
    expect(ask(what, thing)).toBe(verdict);
  });

  it('is in more than eight devices at once, but not in locking and closing them', () => {
    expect(ask('turn_off', entity('light.bed_light'), 9)).toBe('many-devices');
    expect(ask('turn_off', entity('light.bed_light'), 8)).toBe('allowed');
    expect(ask('close', entity('cover.bedroom_blinds'), 9)).toBe('allowed');
    expect(ask('unlock', entity('lock.front_door'), 9)).toBe('less-safe,many-devices');
  });
});

describe('a group', () => {
  const group = (id: string, members: readonly string[]) => {
    const house = {
      ...demoHouse,
      entities: [
        ...demoHouse.entities,
        { id, name: 'Group', area: null, state: 'off', attributes: { entity_id: members } },
      ],
    };
    const home = demoModel({ house });
    return { home, entity: home.entities.get(id)! };
  };
  const judge = (id: string, members: readonly string[], what: PlainWish) => {
    const { home, entity: about } = group(id, members);
    const deviceCount = countDevices([{ wish: { do: what }, entities: [about] }], home);
    return createPolicy({ confirmOn: ['all'] })({
      wish: { do: what },
      entity: about,
      model: home,
      deviceCount,
      speaker: user,
      origin,
    });
  };

  it('is as risky as the riskiest device behind it, exposed or not', () => {
    expect(judge('cover.all', ['cover.bedroom_blinds', 'cover.garage_door'], 'open').kind).toBe('confirm');
    expect(judge('cover.all', ['cover.bedroom_blinds', 'cover.hidden_gate'], 'open').kind).toBe('confirm');
    expect(judge('cover.all', ['cover.bedroom_blinds'], 'open').kind).toBe('allowed');
    expect(judge('cover.all', ['cover.bedroom_blinds', 'cover.garage_door'], 'close').kind).toBe('allowed');
  });

  it('counts as many devices as stand behind it', () => {
    const lamps = Array.from({ length: 9 }, (_, index) => `light.lamp_${index}`);
    expect(judge('light.all', lamps, 'turn_off').kind).toBe('confirm');
    expect(judge('light.all', lamps.slice(1), 'turn_off').kind).toBe('allowed');
  });
});

describe('countDevices', () => {
  const count = (what: PlainWish, ids: readonly string[]) =>
    countDevices([{ wish: { do: what }, entities: ids.map(entity) }], model);

  it('leaves out what is so already', () => {
    expect(count('turn_on', ['light.bed_light', 'light.desk_lamp'])).toBe(1);
    expect(count('turn_off', ['light.bed_light', 'light.desk_lamp'])).toBe(1);
  });

  it('counts a device once, however often it is named', () => {
    expect(count('turn_on', ['light.bed_light', 'light.bed_light'])).toBe(1);
  });
});

describe('a yes', () => {
  const verdictFor = (speaker: Speaker, confirmOn: string[] = ['all']) =>
    createPolicy({ confirmOn })({
      wish: unlock,
      entity: entity('lock.front_door'),
      model,
      deviceCount: 1,
      speaker,
      origin,
    });

  it.each([
    ['a user', user],
    ['a satellite', satellite],
    ['the command line', { ...nobody, channel: 'cli' }],
  ] as const)('of %s counts', (_, speaker) => {
    expect(verdictFor(speaker)).toEqual({ kind: 'confirm', reasons: ['less-safe'] });
  });

  it.each([
    ['over Wyoming', { ...satellite, channel: 'wyoming' }, 'connection'],
    ['without a conversation', { ...user, conversationId: null }, 'conversation'],
  ] as const)('%s does not count', (_, speaker, because) => {
    expect(verdictFor(speaker)).toMatchObject({ kind: 'refused', because });
  });

  it('counts on the satellites of the list alone', () => {
    expect(verdictFor(satellite, ['assist_satellite.kitchen']).kind).toBe('confirm');
    expect(verdictFor(satellite, ['assist_satellite.hall'])).toMatchObject({ because: 'satellite' });
    expect(verdictFor(satellite, [])).toMatchObject({ because: 'satellite' });
    expect(verdictFor({ ...satellite, userId: 'u' }, [])).toMatchObject({ because: 'satellite' });
    expect(verdictFor(user, []).kind).toBe('confirm');
    const unnamed: Speaker = { ...nobody, channel: 'http', deviceId: 'd' };
    expect(verdictFor(unnamed, ['assist_satellite.kitchen'])).toMatchObject({ because: 'satellite' });
    expect(verdictFor(unnamed, ['all']).kind).toBe('confirm');
  });
});
