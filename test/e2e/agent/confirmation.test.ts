import { describe, expect, it } from 'vitest';
import type { TurnRequest } from '../../../src/agent/agent.ts';
import type { HomeAgentParts } from '../../../src/app/agent/home-agent.ts';
import { policyOptions } from '../../../src/agent/act/options.ts';
import { memoryStores } from '../../../src/app/data/stores.ts';
import { systemClock } from '../../../src/core/clock.ts';
import { agentFor, say } from '../../support/agent/demo-agent.ts';
import { connectDemo, type ConnectedDemo } from '../../support/home/demo-home.ts';

const kitchen: Partial<TurnRequest> = {
  channel: 'http',
  conversationId: 'c',
  satelliteId: 'assist_satellite.kitchen',
};
const ada: Partial<TurnRequest> = { channel: 'http', conversationId: 'c', user: { id: 'ada' } };

const frontDoor = ({ demo }: ConnectedDemo) => demo.world.states.get('lock.front_door')?.state;

function talkTo({ home }: ConnectedDemo, who: Partial<TurnRequest>, more: Partial<HomeAgentParts> = {}) {
  const agent = agentFor(home, more);
  return (text: string, other: Partial<TurnRequest> = {}) => say(agent, text, { ...who, ...other });
}

describe('a confirmation', () => {
  it('is asked once with the microphone open, and a yes does it', async () => {
    await using connected = await connectDemo();
    const talk = talkTo(connected, kitchen);
    const asked = await talk('unlock the front door');
    expect(asked).toMatchObject({
      speech: 'Shall I unlock the front door?',
      continueConversation: true,
      continueReason: 'confirmation',
      changes: [{ proof: 'refused', after: 'locked' }],
    });
    expect(frontDoor(connected)).toBe('locked');
    const done = await talk('yes');
    expect(done).toMatchObject({ continueConversation: false, changes: [{ proof: 'started' }] });
    expect(done.speech).toBe('The front door is unlocking.');
    await unlocked(connected);
  });

  it('is never asked before locking, closing, and what is so already', async () => {
    await using connected = await connectDemo();
    const talk = talkTo(connected, kitchen);
    connected.demo.world.report('cover.garage_door', { state: 'open', attributes: {} });
    for (const text of ['lock the front door', 'close the garage door'])
      expect(await talk(text)).toMatchObject({ continueConversation: false, understood: true });
  });

  it('is dropped by a no, and the yes after it does nothing', async () => {
    await using connected = await connectDemo();
    const talk = talkTo(connected, kitchen);
    await talk('unlock the front door');
    expect(await talk('no')).toMatchObject({ continueConversation: false, changes: [] });
    expect(await talk('yes')).toMatchObject({ understood: false, changes: [] });
    expect(frontDoor(connected)).toBe('locked');
  });

  it('is replaced by another request', async () => {
    await using connected = await connectDemo();
    const talk = talkTo(connected, kitchen);
    await talk('unlock the front door');
    expect(await talk('turn on the desk lamp')).toMatchObject({ changes: [{ proof: 'already' }] });
    expect((await talk('yes')).understood).toBe(false);
    expect(frontDoor(connected)).toBe('locked');
  });

  it.each([
    ['no, lock it', 'already'],
    ['no thanks I changed my mind', undefined],
    ["no don't", undefined],
  ])('is dropped by "%s"', async (text, proof) => {
    await using connected = await connectDemo();
    const talk = talkTo(connected, kitchen);
    await talk('unlock the front door');
    expect((await talk(text)).changes.map((change) => change.proof)).toEqual(proof ? [proof] : []);
    expect((await talk('yes')).changes).toEqual([]);
    expect(frontDoor(connected)).toBe('locked');
  });

  it('is asked anew when the same is to be done again', async () => {
    await using connected = await connectDemo();
    const talk = talkTo(connected, kitchen);
    await talk('unlock the front door');
    await talk('yes');
    await unlocked(connected);
    await talk('lock the front door');
    await connected.home.until('lock.front_door', ({ state }) => state === 'locked', {
      signal: AbortSignal.timeout(5_000),
    });
    expect(await talk('undo that')).toMatchObject({ continueReason: 'confirmation' });
    await talk('no');
    await talk('unlock the front door');
    await talk('yes');
    await unlocked(connected);
    connected.demo.world.report('lock.front_door', { state: 'locked', attributes: {} });
    await connected.home.until('lock.front_door', ({ state }) => state === 'locked', {
      signal: AbortSignal.timeout(5_000),
    });
    expect(await talk('do that again')).toMatchObject({ continueReason: 'confirmation' });
    expect(frontDoor(connected)).toBe('locked');
  });

  it('counts beside another request in the same breath', async () => {
    await using connected = await connectDemo();
    const talk = talkTo(connected, kitchen);
    await talk('unlock the front door');
    const { changes } = await talk('yes, and turn on the bed light');
    expect(changes).toMatchObject([{ proof: 'started' }, { entityId: 'light.bed_light', proof: 'proven' }]);
  });

  it('is asked again once when the answer was neither, then dropped', async () => {
    await using connected = await connectDemo();
    const talk = talkTo(connected, kitchen);
    await talk('unlock the front door');
    const again = await talk('potato salad');
    expect(again).toMatchObject({ understood: false, continueConversation: true });
    expect(again.speech).toContain('Shall I unlock the front door?');
    expect((await talk('potato salad')).continueConversation).toBe(false);
    await talk('yes');
    expect(frontDoor(connected)).toBe('locked');
  });

  it('counts in the language of the answer', async () => {
    await using connected = await connectDemo();
    const talk = talkTo(connected, kitchen);
    await talk('unlock the front door');
    expect(await talk('Ja, bitte!', { language: 'de' })).toMatchObject({ changes: [{ proof: 'started' }] });
  });

  it('is forgotten after five minutes', async () => {
    await using connected = await connectDemo();
    let nowMs = 0;
    const clock = { now: () => nowMs, monotonicMs: () => nowMs };
    const talk = talkTo(connected, kitchen, { clock });
    await talk('unlock the front door');
    nowMs = 5 * 60_000;
    expect((await talk('yes')).understood).toBe(false);
    expect(frontDoor(connected)).toBe('locked');
  });
});

describe('a yes', () => {
  it.each([
    ['another satellite', { satelliteId: 'assist_satellite.office' }],
    ['no satellite', { satelliteId: '' }],
    ['another conversation', { conversationId: 'other' }],
    ['a user who was not asked', { user: { id: 'bob' } }],
    ['Wyoming', { channel: 'wyoming' }],
  ] as const)('from %s does nothing, and the question still waits for the right one', async (_, other) => {
    await using connected = await connectDemo();
    const talk = talkTo(connected, kitchen);
    await talk('unlock the front door');
    const stranger = await talk('yes', other);
    expect(stranger).toMatchObject({ understood: false, changes: [] });
    expect(frontDoor(connected)).toBe('locked');
    await talk('yes');
    await unlocked(connected);
  });

  it('given twice at once acts once', async () => {
    await using connected = await connectDemo();
    const talk = talkTo(connected, ada);
    await talk('unlock the front door');
    const answers = await Promise.all([talk('yes'), talk('yes'), talk('yes', { turnId: 'x' })]);
    expect(answers.filter(({ changes }) => changes.length > 0)).toHaveLength(1);
  });

  it('repeated as the same turn gets the first outcome and acts once', async () => {
    await using connected = await connectDemo();
    const talk = talkTo(connected, ada);
    await talk('unlock the front door');
    const first = await talk('yes', { turnId: 'yes' });
    connected.demo.world.report('lock.front_door', { state: 'locked', attributes: {} });
    expect(await talk('yes', { turnId: 'yes' })).toEqual(first);
    expect(frontDoor(connected)).toBe('locked');
  });

  it('does nothing to a device that is no longer exposed, or away', async () => {
    await using connected = await connectDemo();
    const { demo, home } = connected;
    const talk = talkTo(connected, ada);
    await talk('unlock the front door');
    demo.world.edit('lock.front_door', { exposed: false });
    while (home.model().entities.has('lock.front_door')) await nextModel(connected);
    expect((await talk('yes')).changes).toEqual([]);
    expect(frontDoor(connected)).toBe('locked');
    demo.world.edit('lock.front_door', { exposed: true });
    while (!home.model().entities.has('lock.front_door')) await nextModel(connected);
    await talk('unlock the front door');
    demo.world.report('lock.front_door', { state: 'unavailable', attributes: {} });
    await home.until('lock.front_door', ({ state }) => state === 'unavailable', {
      signal: AbortSignal.timeout(5_000),
    });
    expect(await talk('yes')).toMatchObject({ changes: [{ proof: 'failed' }] });
  });

  it('does nothing where the household has meanwhile ruled the satellite out', async () => {
    await using connected = await connectDemo();
    const stores = memoryStores(systemClock);
    await talkTo(connected, kitchen, { stores })('unlock the front door');
    const strict = talkTo(connected, kitchen, { stores, policy: policyOptions.parse({ confirmOn: [] }) });
    expect(await strict('yes')).toMatchObject({ changes: [{ proof: 'refused' }] });
    expect(frontDoor(connected)).toBe('locked');
  });
});

const unlocked = ({ home }: ConnectedDemo) =>
  home.until('lock.front_door', ({ state }) => state === 'unlocked', { signal: AbortSignal.timeout(5_000) });

const nextModel = ({ home }: ConnectedDemo) =>
  new Promise<void>((resolve) => {
    const stop = home.watch(() => {
      stop();
      resolve();
    });
  });
