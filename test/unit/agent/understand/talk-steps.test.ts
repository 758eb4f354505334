import { describe, expect, it } from 'vitest';
import { loadGrammar } from '../../../../src/agent/understand/load-grammar.ts';
import type { Situation } from '../../../../src/agent/understand/situation.ts';
import { understand } from '../../../../src/agent/understand/understand.ts';
import { demoModel } from '../../../support/home/demo-model.ts';

const grammar = loadGrammar('en');
const model = demoModel();
const blinds = ['cover.bedroom_blinds', 'cover.living_room_blinds'];

function after(last: Partial<Situation>, text: string) {
  return understand(text, { model, areaId: null, lastEntityIds: [], ...last }, grammar).plan;
}

describe('the other of two', () => {
  const last = {
    lastEntityIds: blinds.slice(1),
    lastOffered: blinds,
    lastWish: { do: 'close' },
  } as const;
  const other = [{ entityId: 'cover.bedroom_blinds' }];

  it.each(['and the other', 'the other one too', 'also the other one'])('is wanted as well: %j', (text) => {
    expect(after(last, text)).toMatchObject({ wish: { do: 'close' }, entities: other, instead: false });
  });

  it.each(['no the other one', 'not that one, the other', 'sorry, the other one', 'wait, the other'])(
    'is wanted instead: %j',
    (text) => {
      expect(after(last, text)).toMatchObject({ wish: { do: 'close' }, entities: other, instead: true });
    },
  );
});

describe('one more, or another one', () => {
  const last = { lastEntityIds: ['light.kitchen_counter'], lastWish: { do: 'turn_on' } } as const;

  it.each([
    ['and the ceiling one too', 'light.kitchen_ceiling', undefined],
    ['and the tv', 'media_player.tv', undefined],
    ['not that, the desk lamp', 'light.desk_lamp', true],
    ['actually only the desk lamp', 'light.desk_lamp', true],
  ])('is done the same with: %j', (text, entityId, instead) => {
    const plan = after(last, text);
    expect(plan).toMatchObject({ kind: 'act', wish: { do: 'turn_on' }, entities: [{ entityId }] });
    expect(plan).toHaveProperty('entities.length', 1);
    if (instead) expect(plan).toHaveProperty('instead', true);
  });

  it('is not what is forbidden', () => {
    expect(after(last, 'not that desk lamp').kind).not.toBe('act');
  });

  it('is never something that can not be done with it', () => {
    expect(after({ ...last, lastWish: { do: 'set_color', color: 'red' } }, 'and the tv').kind).not.toBe(
      'act',
    );
  });
});

describe('the state before', () => {
  const last = { lastEntityIds: ['fan.bathroom_fan'], lastWish: { do: 'turn_on' } } as const;

  it.each([
    ['off again', 'turn_off'],
    ['back on', 'turn_on'],
  ])('of what was just spoken of: %j', (text, what) => {
    expect(after(last, text)).toMatchObject({
      wish: { do: what },
      entities: [{ entityId: 'fan.bathroom_fan' }],
    });
    expect(after({}, text).kind).not.toBe('act');
  });
});

describe('both', () => {
  const one = { lastEntityIds: ['switch.printer'], lastWish: { do: 'turn_on' } } as const;

  it.each(['turn them both off', 'switch both off', 'turn off both of them'])(
    'are the last and the one before: %j',
    (text) => {
      expect(after({ ...one, earlierEntityIds: ['switch.coffee_machine'] }, text)).toMatchObject({
        wish: { do: 'turn_off' },
        entities: [{ entityId: 'switch.coffee_machine' }, { entityId: 'switch.printer' }],
      });
    },
  );

  it('are the two that were last spoken of', () => {
    const two = { lastEntityIds: blinds, earlierEntityIds: ['cover.sliding_door'] };
    expect(after(two, 'close them both')).toHaveProperty('entities.length', 2);
  });

  it.each([[[]], [['light.bed_light', 'light.bedroom_ceiling']]])(
    'is never one alone, nor three: after %j',
    (earlierEntityIds) => {
      expect(after({ ...one, earlierEntityIds }, 'turn them both off').kind).not.toBe('act');
    },
  );
});

describe('small talk', () => {
  it.each(["what's your name", 'tell me about yourself', 'introduce yourself'])(
    'asks who we are: %j',
    (text) => {
      expect(after({}, text)).toEqual({ kind: 'tell', what: 'name' });
    },
  );

  it.each(["I'm leaving the house", "we're heading for the airport", "I'm going to work now"])(
    'says goodbye: %j',
    (text) => {
      expect(after({}, text)).toEqual({ kind: 'tell', what: 'farewell' });
    },
  );

  it('hides no order', () => {
    expect(after({ areaId: 'office' }, "I'm leaving the house, turn off the desk lamp")).toMatchObject({
      wish: { do: 'turn_off' },
      entities: [{ entityId: 'light.desk_lamp' }],
    });
  });
});

describe('what assistants are asked and we can not do', () => {
  it.each([
    'how old is the moon',
    'give me a recipe for pancakes',
    'what is the capital of Norway',
    'who painted the night watch',
    "what's the traffic like",
    "let's play a guessing game",
    'translate good evening into french',
    'do you know any good jokes',
    'what have we got planned tomorrow',
    'when is my next dentist appointment',
    'what devices do you have in this room',
    'which lights are there in the kitchen',
  ])('is said so: %j', (text) => {
    expect(after({ areaId: 'kitchen' }, text)).toEqual({ kind: 'not-understood', why: 'not-yet' });
  });

  it.each([
    ['play the game soundtrack in the kitchen', 'act'],
    ['which lights do I have on', 'answer'],
  ])('is no more than that: %j', (text, kind) => {
    expect(after({}, text).kind).toBe(kind);
  });
});

describe('how full and what like', () => {
  it.each([
    ['how full is the front door battery', 'sensor.front_door_battery'],
    ['how full is the battery of the front door', 'sensor.front_door_battery'],
    ["what's the temperature like in the bedroom", 'sensor.bedroom_temperature'],
    ["what's the humidity like outside", 'sensor.outdoor_humidity'],
    ["what's the thermostat like", 'climate.thermostat'],
  ])('ask for a reading: %j', (text, entityId) => {
    expect(after({}, text)).toMatchObject({ entities: [{ entityId }] });
  });
});
