/** A house with two locks and a garage: what "up" and "everything" mean for locks, and how the alarm is armed. */
import { describe, expect, it } from 'vitest';
import { loadGrammar } from '../../../../src/agent/understand/load-grammar.ts';
import type { Step } from '../../../../src/agent/understand/plan.ts';
import { understand } from '../../../../src/agent/understand/understand.ts';
import type { DemoHouse } from '../../../../src/home/demo/demo-entity.ts';
import { demoModel } from '../../../support/home/demo-model.ts';

const grammar = loadGrammar('en');

const house: DemoHouse = {
  floors: [],
  areas: ['Hall', 'Yard'].map((name) => ({ id: name, name, floor: null })),
  entities: [
    { id: 'lock.front', name: 'Front Door', area: 'Hall', state: 'locked' },
    { id: 'lock.back', name: 'Back Door', area: 'Yard', state: 'unlocked' },
    {
      id: 'cover.hall',
      name: 'Hall Blinds',
      area: 'Hall',
      state: 'closed',
      attributes: { device_class: 'blind', supported_features: 15 },
    },
    {
      id: 'alarm_control_panel.house',
      name: 'Sentry',
      area: 'Hall',
      state: 'disarmed',
      attributes: { supported_features: 15, code_arm_required: false },
    },
    {
      id: 'light.hall',
      name: 'Hall Light',
      area: 'Hall',
      state: 'on',
      attributes: { supported_color_modes: ['onoff'] },
    },
  ],
};
const model = demoModel({ house });

const hear = (text: string, areaId = 'Hall'): Step => {
  const { plan } = understand(text, { model, areaId, lastEntityIds: [], lastWish: null }, grammar);
  if (plan.kind === 'several') throw new Error(`${text} is several steps`);
  return plan;
};
const devices = (step: Step) =>
  'entities' in step ? step.entities.map(({ entityId }) => entityId).sort() : [];
const bothLocks = ['lock.back', 'lock.front'];

describe('understand, of locks', () => {
  it.each(['lock up', 'lock everything', 'lock the house', 'lock up the house', 'secure the house'])(
    'takes "%s" for all locks of the house',
    (text) => {
      const step = hear(text);
      expect([step.kind === 'act' && step.wish.do, devices(step)]).toEqual(['lock', bothLocks]);
    },
  );

  it.each(['is everything locked', 'is the house locked', 'are we all locked up', 'did you lock up'])(
    'answers "%s" from all locks of the house',
    (text) => {
      const step = hear(text);
      expect([step.kind === 'answer' && step.question, devices(step)]).toEqual([
        { ask: 'state', state: 'locked', wanted: 'all' },
        bothLocks,
      ]);
    },
  );

  it.each([
    'front door up',
    'raise the front door',
    'lift the back door',
    'pull up the back door',
    'locks up',
  ])('does nothing at "%s"', (text) => {
    expect(hear(text).kind).toBe('unlinked');
  });

  it('still raises what goes up', () => {
    expect(devices(hear('blinds up'))).toEqual(['cover.hall']);
    expect(devices(hear('raise the blinds'))).toEqual(['cover.hall']);
  });
});

describe('understand, of the alarm', () => {
  it.each([
    ['arm the alarm for home', 'home'],
    ['arm the alarm at home', 'home'],
    ['arm sentry in home mode', 'home'],
    ['arm the alarm for the night', 'night'],
    ['arm the alarm in the hall', 'away'],
    ['arm the hall alarm', 'away'],
    ['arm sentry', 'away'],
    ['set the night alarm', 'night'],
    ['turn on the holiday alarm', 'vacation'],
  ])('arms at "%s": %s', (text, mode) => {
    const step = hear(text);
    expect(step.kind === 'act' && step.wish).toEqual({ do: 'arm', mode });
    expect(devices(step)).toEqual(['alarm_control_panel.house']);
  });

  it.each(['set a night alarm', 'set my sleep alarm', 'set the night alarm for seven'])(
    'takes "%s" for an alarm clock',
    (text) => {
      expect(hear(text).kind).not.toBe('act');
    },
  );
});

describe('understand, of what was done', () => {
  it.each([
    ['did you unlock the front door', 'unlocked', ['lock.front']],
    ['have you locked the back door', 'locked', ['lock.back']],
    ['did somebody unlock the locks in the hall', 'unlocked', ['lock.front']],
    ['did you turn off the lights', 'off', ['light.hall']],
    ['did I turn the hall light off', 'off', ['light.hall']],
    ['have we left the hall blinds open', 'open', ['cover.hall']],
    ['did you close the blinds', 'closed', ['cover.hall']],
    ['did you remember to arm the alarm', 'armed', ['alarm_control_panel.house']],
  ])('"%s" asks whether it is %s', (text, state, entityIds) => {
    const step = hear(text);
    expect(step.kind === 'answer' && step.question).toMatchObject({ ask: 'state', state });
    expect(devices(step)).toEqual(entityIds);
  });
});
