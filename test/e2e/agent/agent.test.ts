import { describe, expect, it } from 'vitest';
import { demoHouse } from '../../../src/home/demo/house.ts';
import { agentFor, say } from '../../support/agent/demo-agent.ts';
import { connectDemo } from '../../support/home/demo-home.ts';
import type { ConnectedDemo } from '../../support/home/demo-home.ts';

const stateOfDemo = ({ demo }: ConnectedDemo, id: string) => demo.world.states.get(id)?.state;

/** The demo home in which one device misbehaves. */
const withFault = (id: string, fault: 'refuses' | 'silent') => ({
  ...demoHouse,
  entities: demoHouse.entities.map((entity) => (entity.id === id ? { ...entity, fault } : entity)),
});

describe('the agent in the demo home', () => {
  it('turns on the lights of a room and says so', async () => {
    await using connected = await connectDemo();
    const outcome = await say(agentFor(connected.home), 'turn on lights in the kitchen');
    expect(outcome.speech).toBe('Kitchen lights on.');
    expect(outcome.changes.map(({ before, after, proof }) => `${before} → ${after} ${proof}`)).toEqual([
      'off → on 100 % proven',
      'off → on 100 % proven',
    ]);
    expect(stateOfDemo(connected, 'light.kitchen_counter')).toBe('on');
  });

  it('answers a slow device from its transitional state', async () => {
    await using connected = await connectDemo({ pace: 1 });
    const outcome = await say(agentFor(connected.home), 'open the sliding door in the office');
    expect(outcome.speech).toBe('The sliding door is opening.');
    expect(outcome.changes).toMatchObject([{ before: 'closed', after: 'opening', proof: 'started' }]);
  });

  it('does not say done for a device that lost the command', async () => {
    await using connected = await connectDemo({ house: withFault('light.desk_lamp', 'silent') });
    const outcome = await say(agentFor(connected.home), 'turn off the desk lamp');
    expect(outcome.speech).toBe("I've sent it, but the desk lamp has not answered yet.");
    expect(outcome.changes).toMatchObject([{ proof: 'sent', after: 'on 100 %' }]);
  });

  it('names the device that refused while the other one did it', async () => {
    await using connected = await connectDemo({ house: withFault('light.kitchen_counter', 'refuses') });
    const outcome = await say(agentFor(connected.home), 'turn on the kitchen lights');
    expect(outcome.speech).toBe('One of two is on; the kitchen counter did not take it.');
    expect(outcome.changes.map(({ proof }) => proof)).toEqual(['proven', 'failed']);
  });

  it('says that a device can not be reached and sends nothing', async () => {
    await using connected = await connectDemo();
    const { demo, home } = connected;
    demo.world.report('light.desk_lamp', { state: 'unavailable', attributes: {} });
    await home.until('light.desk_lamp', ({ state }) => state === 'unavailable', {
      signal: AbortSignal.timeout(5_000),
    });
    const outcome = await say(agentFor(home), 'turn off the desk lamp');
    expect(outcome.speech).toBe("The desk lamp can't be reached.");
  });

  it('refuses to unlock, to open the garage and to open the gate', async () => {
    await using connected = await connectDemo();
    const agent = agentFor(connected.home);
    for (const text of ['unlock the front door', 'open the garage door', 'open the garden gate']) {
      const outcome = await say(agent, text);
      expect(outcome).toMatchObject({ understood: true, changes: [{ proof: 'refused' }] });
      expect(outcome.speech).toContain('only after a confirmation');
    }
    expect(stateOfDemo(connected, 'lock.front_door')).toBe('locked');
    expect(stateOfDemo(connected, 'cover.garage_door')).toBe('closed');
  });

  it('acts once for a turn id, also when the repetition comes while the first one runs', async () => {
    await using connected = await connectDemo({ pace: 1 });
    const agent = agentFor(connected.home);
    const [first, second] = await Promise.all([
      say(agent, 'turn on the desk lamp', { turnId: 'same' }),
      say(agent, 'turn on the desk lamp', { turnId: 'same' }),
    ]);
    const later = await say(agent, 'turn off the desk lamp', { turnId: 'same' });
    expect(second).toEqual(first);
    expect(later).toEqual(first);
    expect(stateOfDemo(connected, 'light.desk_lamp')).toBe('on');
  });

  it('does nothing for a request that was aborted before', async () => {
    await using connected = await connectDemo();
    const abort = AbortSignal.abort(new Error('gone'));
    await expect(say(agentFor(connected.home), 'turn on the bed light', { signal: abort })).rejects.toThrow(
      'gone',
    );
    expect(stateOfDemo(connected, 'light.bed_light')).toBe('off');
  });

  it('takes the room from the satellite, and from the device', async () => {
    await using connected = await connectDemo();
    const agent = agentFor(connected.home);
    const bySatellite = await say(agent, 'turn on the lights', { satelliteId: 'assist_satellite.kitchen' });
    expect(bySatellite.speech).toBe('Kitchen lights on.');
    const byDevice = await say(agent, 'turn off the lights in here', {
      deviceId: 'device_assist_satellite_office',
    });
    expect(byDevice.speech).toBe('Office lights off.');
  });

  it('remembers within a conversation what "it" is, and only there', async () => {
    await using connected = await connectDemo();
    const agent = agentFor(connected.home);
    await say(agent, 'turn on the bed light', { conversationId: 'one' });
    expect((await say(agent, 'turn it off again', { conversationId: 'two' })).understood).toBe(false);
    expect((await say(agent, 'turn it off again', { conversationId: 'one' })).speech).toBe('Bed light off.');
  });

  it('answers nothing from what it remembers of a home that is away', async () => {
    await using connected = await connectDemo();
    const { home } = connected;
    const agent = agentFor(home);
    connected.leave();
    while (home.status() === 'connected') await new Promise((resolve) => setTimeout(resolve, 5));
    for (const text of ['is the front door locked', 'turn on the bed light', 'lock the front door'])
      expect((await say(agent, text)).speech).toBe("I can't reach Home Assistant right now.");
  });

  it('says in its words that it does not understand a language', async () => {
    await using connected = await connectDemo();
    const outcome = await say(agentFor(connected.home), 'allume la lumière', { language: 'fr' });
    expect(outcome).toMatchObject({ understood: false, language: 'fr', changes: [] });
    expect(outcome.speech).toContain('ne comprends pas');
  });
});
