import { describe, expect, it } from 'vitest';
import type { TurnRequest } from '../../../src/agent/agent.ts';
import { agentFor, say } from '../../support/agent/demo-agent.ts';
import { demoHouse } from '../../../src/home/demo/house.ts';
import { connectDemo, type ConnectedDemo } from '../../support/home/demo-home.ts';

const inTheOffice: Partial<TurnRequest> = {
  channel: 'http',
  conversationId: 'c',
  satelliteId: 'assist_satellite.office',
};

function talkTo({ home }: ConnectedDemo) {
  const agent = agentFor(home);
  return (text: string) => say(agent, text, inTheOffice);
}

const soon = () => ({ signal: AbortSignal.timeout(5_000) });

const stateOfDemo = ({ demo }: ConnectedDemo, id: string) => demo.world.states.get(id);

describe('undoing', () => {
  it('takes back what was done, also when a question came between', async () => {
    await using connected = await connectDemo();
    const talk = talkTo(connected);
    await talk('turn on the kitchen lights');
    await talk('are the kitchen lights on');
    expect((await talk('undo that')).changes.map(({ proof }) => proof)).toEqual(['proven', 'proven']);
    expect(stateOfDemo(connected, 'light.kitchen_counter')?.state).toBe('off');
  });

  it('brings back the brightness, not just on or off', async () => {
    await using connected = await connectDemo();
    const talk = talkTo(connected);
    const before = stateOfDemo(connected, 'light.desk_lamp')?.attributes['brightness'];
    await talk('set the desk lamp to 10 percent');
    await talk('undo that');
    expect(Number(stateOfDemo(connected, 'light.desk_lamp')?.attributes['brightness'])).toBeCloseTo(
      Number(before),
      -1,
    );
  });

  it('takes off the list what was put on it, and nothing that was there before', async () => {
    await using connected = await connectDemo();
    const talk = talkTo(connected);
    await talk('add milk to the shopping list');
    expect((await talk('undo that')).changes).toEqual([]);
    await talk('add eggs to the shopping list');
    expect((await talk('undo that')).changes).toMatchObject([{ proof: 'proven' }]);
    const { speech } = await talk('what is on the shopping list');
    expect(speech).toMatch(/milk/i);
    expect(speech).not.toMatch(/eggs/i);
  });

  it('of an undo does it again', async () => {
    await using connected = await connectDemo();
    const talk = talkTo(connected);
    await talk('turn on the bed light');
    await talk('undo that');
    await talk('undo that');
    expect(stateOfDemo(connected, 'light.bed_light')?.state).toBe('on');
  });

  it('asks before it makes the home less safe', async () => {
    await using connected = await connectDemo();
    connected.demo.world.report('lock.front_door', { state: 'unlocked', attributes: {} });
    await connected.home.until('lock.front_door', ({ state }) => state === 'unlocked', {
      signal: AbortSignal.timeout(5_000),
    });
    const talk = talkTo(connected);
    await talk('lock the front door');
    expect(await talk('undo that')).toMatchObject({ continueReason: 'confirmation' });
    await connected.home.until('lock.front_door', ({ state }) => state === 'locked', {
      signal: AbortSignal.timeout(5_000),
    });
    expect(await talk('yes')).toMatchObject({ changes: [{ proof: 'started' }] });
  });

  it('says so where there is nothing to take back', async () => {
    await using connected = await connectDemo();
    const talk = talkTo(connected);
    expect(await talk('undo that')).toMatchObject({ understood: true, changes: [] });
    await talk('turn on the desk lamp');
    expect((await talk('undo that')).changes).toEqual([]);
  });
});

describe('doing it again', () => {
  it('does the last action once more', async () => {
    await using connected = await connectDemo();
    const talk = talkTo(connected);
    await talk('turn on the bed light');
    connected.demo.world.report('light.bed_light', { state: 'off', attributes: {} });
    await connected.home.until('light.bed_light', ({ state }) => state === 'off', soon());
    expect((await talk('do that again')).speech).toBe('Bed light on.');
  });
});

describe('a name that fits two devices', () => {
  /** Two lamps of one name, in two rooms. */
  const twoLamps = {
    ...demoHouse,
    entities: demoHouse.entities.map((entity) =>
      entity.id === 'light.bed_light' || entity.id === 'light.hallway_light'
        ? { ...entity, name: 'Old Lamp', aliases: [] }
        : entity,
    ),
  };

  it('is asked about, and the answer goes on with what was asked for', async () => {
    await using connected = await connectDemo({ house: twoLamps });
    const talk = talkTo(connected);
    const asked = await talk('turn on the old lamp');
    expect(asked).toMatchObject({ continueConversation: true, continueReason: 'clarification', changes: [] });
    expect(asked.speech).toMatch(/bedroom old lamp.*hallway old lamp/i);
    const done = await talk('the one in the hallway');
    expect(done).toMatchObject({ changes: [{ entityId: 'light.hallway_light', proof: 'proven' }] });
  });

  it('is asked about before a question about it is answered', async () => {
    await using connected = await connectDemo({ house: twoLamps });
    const talk = talkTo(connected);
    expect(await talk('is the old lamp on')).toMatchObject({ continueReason: 'clarification' });
    expect(await talk('the one in the bedroom')).toMatchObject({
      changes: [],
      speech: expect.stringMatching(/off/),
    });
  });

  it('can be corrected to the other one', async () => {
    await using connected = await connectDemo({ house: twoLamps });
    const talk = talkTo(connected);
    await talk('turn on the old lamp');
    await talk('the one in the hallway');
    expect((await talk('not that one, the other')).changes).toMatchObject([
      { entityId: 'light.hallway_light', after: 'off' },
      { entityId: 'light.bed_light', proof: 'proven' },
    ]);
  });

  it('is left alone when the person does not mind any more', async () => {
    await using connected = await connectDemo({ house: twoLamps });
    const talk = talkTo(connected);
    await talk('turn on the old lamp');
    expect(await talk('never mind')).toMatchObject({ continueConversation: false, changes: [] });
    expect((await talk('the one in the hallway')).changes).toEqual([]);
  });
});

describe('a kind of device without a room', () => {
  it('is asked about where no satellite stands in one', async () => {
    await using connected = await connectDemo();
    const agent = agentFor(connected.home);
    const who = { channel: 'http', conversationId: 'c', user: { id: 'ada' } } as const;
    const asked = await say(agent, 'turn on the lights', who);
    expect(asked).toMatchObject({ continueConversation: true, continueReason: 'clarification', changes: [] });
    expect((await say(agent, 'in the kitchen', who)).speech).toBe('Kitchen lights on.');
  });
});

describe('several things in one sentence', () => {
  it('are done at once as far as they are harmless, and asked about where not', async () => {
    await using connected = await connectDemo();
    const talk = talkTo(connected);
    const asked = await talk('turn on the bed light and unlock the front door');
    expect(asked.speech).toBe('Bed light on. Shall I unlock the front door?');
    expect(asked.changes.map(({ proof }) => proof)).toEqual(['proven', 'refused']);
    expect(await talk('yes')).toMatchObject({ changes: [{ entityId: 'lock.front_door', proof: 'started' }] });
  });
});

describe('a correction', () => {
  it('takes back what was wrong, and only that', async () => {
    await using connected = await connectDemo();
    const talk = talkTo(connected);
    await talk('turn on the bed light');
    await talk('turn on the kitchen lights');
    await talk('no, I meant the bathroom');
    const on = ['light.bed_light', 'light.kitchen_counter', 'light.bathroom_light'].map(
      (id) => stateOfDemo(connected, id)?.state,
    );
    expect(on).toEqual(['on', 'off', 'on']);
  });

  it('of what was only asked about takes nothing back', async () => {
    await using connected = await connectDemo();
    const talk = talkTo(connected);
    await talk('turn on the bed light');
    await talk('open the garage door');
    await talk('no, I meant the sliding door');
    expect(stateOfDemo(connected, 'light.bed_light')?.state).toBe('on');
    expect(stateOfDemo(connected, 'cover.garage_door')?.state).toBe('closed');
  });

  it('goes on in another room with "too"', async () => {
    await using connected = await connectDemo();
    const talk = talkTo(connected);
    await talk('turn on the kitchen lights');
    expect((await talk('and the bathroom too')).speech).toMatch(/on\.$/);
    expect(stateOfDemo(connected, 'light.bathroom_light')?.state).toBe('on');
    expect((await talk('turn it off again')).changes).toMatchObject([{ entityId: 'light.bathroom_light' }]);
  });
});

describe('what is not said', () => {
  it('is what was last talked about, where it is of the kind that is meant', async () => {
    await using connected = await connectDemo();
    const talk = talkTo(connected);
    await talk('set the thermostat to 20 degrees');
    expect((await talk('two degrees warmer')).changes).toMatchObject([{ entityId: 'climate.thermostat' }]);
    await talk('turn on the bed light');
    expect((await talk('two degrees warmer')).changes).not.toMatchObject([{ entityId: 'light.bed_light' }]);
  });
});

describe('"them" after "which lights are on"', () => {
  it('are those that were found', async () => {
    await using connected = await connectDemo();
    const talk = talkTo(connected);
    await talk('which lights are on');
    const { changes } = await talk('turn them off');
    expect(changes.length).toBeGreaterThan(0);
    expect(changes.every(({ proof }) => proof === 'proven')).toBe(true);
  });
});

describe('a bare "stop"', () => {
  it('stops what was last set going, and is a "never mind" elsewhere', async () => {
    await using connected = await connectDemo({ pace: 1 });
    const talk = talkTo(connected);
    expect(await talk('stop')).toMatchObject({ changes: [] });
    await talk('open the sliding door');
    expect(await talk('stop')).toMatchObject({
      changes: [{ entityId: 'cover.sliding_door', proof: 'proven' }],
    });
    expect(stateOfDemo(connected, 'cover.sliding_door')?.state).not.toBe('opening');
  });
});

describe('a kind of device of which there are few', () => {
  it('is offered by name', async () => {
    await using connected = await connectDemo();
    const agent = agentFor(connected.home);
    const who = { channel: 'http', conversationId: 'c', user: { id: 'ada' } } as const;
    const asked = await say(agent, 'turn on the fan', who);
    expect(asked.speech).toBe('Which one: the bathroom fan or the bedroom fan?');
    expect((await say(agent, 'both of them', who)).changes).toHaveLength(2);
  });
});

describe('many devices at once', () => {
  const ada: Partial<TurnRequest> = { channel: 'http', conversationId: 'c', user: { id: 'ada' } };

  it('are confirmed when more than eight would change, and the question says nothing else', async () => {
    await using connected = await connectDemo();
    const agent = agentFor(connected.home);
    const asked = await say(agent, 'turn on all the lights everywhere', ada);
    expect(asked).toMatchObject({ continueReason: 'confirmation' });
    expect(asked.speech).toMatch(/^That is \w+ devices at once\./);
    const done = await say(agent, 'yes', ada);
    expect(done.changes.filter(({ proof }) => proof === 'proven').length).toBeGreaterThan(8);
  });

  it('are not asked about when eight or fewer would change', async () => {
    await using connected = await connectDemo();
    const agent = agentFor(connected.home);
    const { changes, continueConversation } = await say(agent, 'turn off all the lights everywhere', ada);
    expect(continueConversation).toBe(false);
    expect(changes.length).toBeGreaterThan(8);
    expect(changes.filter(({ proof }) => proof === 'proven').length).toBeGreaterThan(0);
  });
});
