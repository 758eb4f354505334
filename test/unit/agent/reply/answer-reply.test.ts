import { describe, expect, it } from 'vitest';
import { english } from '../../../../src/agent/reply/en/pack.ts';
import { replyToQuestion } from '../../../../src/agent/reply/answer-reply.ts';
import { stateWord } from '../../../../src/agent/reply/state-words.ts';
import type { About } from '../../../../src/agent/understand/mention.ts';
import type { Question } from '../../../../src/agent/understand/plan.ts';
import { withState } from '../../../../src/home/model/build-model.ts';
import { demoModel } from '../../../support/home/demo-model.ts';

const model = demoModel();
const byName: About = { by: 'name', className: null, place: null, everywhere: false };
const officeLights: About = {
  by: 'class',
  className: 'light',
  place: { kind: 'area', id: 'office', name: 'Office' },
  everywhere: false,
};
const isIt = (state: string): Question => ({ ask: 'state', state, wanted: 'all' });
const ask = (question: Question, ids: readonly string[], about = byName, home = model) =>
  replyToQuestion(
    question,
    ids.map((id) => home.entities.get(id)!),
    about,
    home,
    english,
  );
const set = (id: string, state: string) => withState(model, id, { state, attributes: {}, lastChangedMs: 0 });

describe('replyToQuestion', () => {
  it('answers yes or no with the state', () => {
    expect(ask(isIt('unlocked'), ['lock.front_door'])).toBe('No, the front door is locked.');
    expect(ask(isIt('open'), ['binary_sensor.bathroom_window'])).toBe('Yes, the bathroom window is open.');
  });

  it('says neither yes nor no of a door in motion', () => {
    expect(ask(isIt('open'), ['cover.sliding_door'], byName, set('cover.sliding_door', 'opening'))).toBe(
      'The sliding door is opening.',
    );
  });

  it('counts when there are several', () => {
    const lights = ['light.desk_lamp', 'light.office_ceiling'];
    expect(ask(isIt('on'), lights, officeLights)).toBe('Yes, the office lights are on.');
    expect(ask(isIt('off'), lights, officeLights)).toBe('No, none of the office lights are off.');
    expect(ask(isIt('on'), lights, officeLights, set('light.desk_lamp', 'off'))).toBe(
      'One of two is on: the office ceiling.',
    );
  });

  it('names what it can not see instead of leaving it out', () => {
    const lights = ['light.desk_lamp', 'light.office_ceiling'];
    const reply = ask(isIt('on'), lights, officeLights, set('light.desk_lamp', 'unavailable'));
    expect(reply).toBe("Yes, the office lights are on. The desk lamp can't be reached.");
    expect(ask(isIt('on'), ['light.desk_lamp'], byName, set('light.desk_lamp', 'unavailable'))).toBe(
      "I can't tell: the desk lamp can't be reached.",
    );
  });

  it('names or counts what was asked for', () => {
    const lights = ['light.desk_lamp', 'light.office_ceiling'];
    const wanted = (kind: 'any' | 'which' | 'count', state: string) =>
      ask({ ask: 'state', state, wanted: kind }, lights, officeLights);
    expect(wanted('which', 'on')).toBe('The desk lamp and the office ceiling are on.');
    expect(wanted('count', 'on')).toBe('Two lights in the office are on.');
    expect(wanted('any', 'off')).toBe('No, no lights in the office are off.');
    expect(wanted('any', 'on')).toBe('Yes, the desk lamp and the office ceiling are on.');
  });

  it('tells a silent device from one that is away', () => {
    const silent = set('light.desk_lamp', 'unknown');
    expect(ask(isIt('on'), ['light.desk_lamp'], byName, silent)).toBe(
      "I can't tell: the desk lamp has not reported anything yet.",
    );
  });

  it('says together what several devices are alike in', () => {
    const lights = ['light.desk_lamp', 'light.office_ceiling'];
    const value: Question = { ask: 'value' };
    expect(ask(value, lights, officeLights)).toBe('The desk lamp and the office ceiling are on.');
    expect(ask(value, lights, officeLights, set('light.desk_lamp', 'off'))).toBe(
      'The desk lamp is off. The office ceiling is on.',
    );
  });

  it('counts many, and names the few that are otherwise', () => {
    const all = [...model.entities.values()].filter(({ domain }) => domain === 'light');
    const home = all.reduce(
      (before, { entityId }) =>
        withState(before, entityId, {
          state: entityId === 'light.desk_lamp' ? 'on' : 'off',
          attributes: {},
          lastChangedMs: 0,
        }),
      model,
    );
    const about: About = { by: 'class', className: 'light', place: null, everywhere: true };
    const ids = all.map(({ entityId }) => entityId);
    const reply = ask({ ask: 'value' }, ids, about, home);
    expect(reply).toContain('The desk lamp is on.');
    expect(reply).toContain(`${all.length - 1 > 12 ? all.length - 1 : 'Twelve'} lights are off.`);
  });

  it('speaks readings with their unit', () => {
    expect(ask({ ask: 'value' }, ['sensor.outdoor_humidity'])).toBe('The outdoor humidity is 54 percent.');
    expect(ask({ ask: 'value' }, ['climate.thermostat'])).toBe(
      'The thermostat is at 20.5 degrees, set to 21.',
    );
    const cold = withState(model, 'sensor.outdoor_temperature', {
      state: '-3.26',
      attributes: { unit_of_measurement: '°C' },
      lastChangedMs: 0,
    });
    expect(ask({ ask: 'value' }, ['sensor.outdoor_temperature'], byName, cold)).toBe(
      'The outdoor temperature is minus 3.3 degrees.',
    );
  });
});

describe('states that are said in other words', () => {
  const asked = (state: string, entityId: string, now: string, attributes = {}) => {
    const home = withState(model, entityId, { state: now, attributes, lastChangedMs: 0 });
    return ask(isIt(state), [entityId], byName, home);
  };
  const idOf = (domain: string) =>
    [...model.entities.values()].find((entity) => entity.domain === domain)?.entityId ?? '';

  it('knows what a sensor means by on and off', () => {
    const window = model.entities.get('binary_sensor.bathroom_window')!;
    const sensor = (deviceClass: string, now: string) =>
      stateWord({ ...window, deviceClass }, { state: now, attributes: {}, lastChangedMs: 0 });
    expect(['motion', 'moisture', 'occupancy', 'lock'].map((kind) => sensor(kind, 'on'))).toEqual([
      'detected',
      'wet',
      'occupied',
      'unlocked',
    ]);
    expect(['motion', 'moisture', 'window'].map((kind) => sensor(kind, 'off'))).toEqual([
      'clear',
      'dry',
      'closed',
    ]);
  });

  it('takes what plays as on, and armed for the night as armed', () => {
    expect(asked('on', idOf('media_player'), 'playing')).toMatch(/^Yes, /);
    expect(asked('playing', idOf('media_player'), 'paused')).toMatch(/^No, .* paused\.$/);
    expect(asked('armed', idOf('alarm_control_panel'), 'armed_night')).toMatch(/^Yes, /);
  });

  it('names who plays, where that is told', () => {
    const id = idOf('media_player');
    const playing = (attributes: Readonly<Record<string, unknown>>) =>
      ask(
        { ask: 'property', property: 'media' },
        [id],
        byName,
        withState(model, id, { state: 'playing', attributes, lastChangedMs: 0 }),
      );
    expect(playing({ media_title: 'La Mer', media_artist: 'Charles Trenet' })).toMatch(
      / playing La Mer by Charles Trenet\.$/,
    );
    expect(playing({ media_title: 'La Mer', media_artist: '' })).toMatch(/ playing La Mer\.$/);
  });

  it('tells heating from being set to heat', () => {
    const climate = idOf('climate');
    expect(asked('heating', climate, 'heat', { hvac_action: 'heating' })).toMatch(/^Yes, .* heating\.$/);
    expect(asked('heating', climate, 'heat', { hvac_action: 'idle' })).toMatch(/^No, /);
  });
});
