/** What people ask to be remembered: with their consent, in their own words, and forgotten at a word. */
import { expect, it } from 'vitest';
import { memoryOptions } from '../../../src/agent/memory/options.ts';
import type { TurnRequest } from '../../../src/agent/agent.ts';
import { openMemory } from '../../../src/app/agent/memory.ts';
import { Background } from '../../../src/core/background.ts';
import { silentLogger } from '../../../src/core/log.ts';
import { openStore } from '../../../src/store/open-store.ts';
import { agentFor, say } from '../../support/agent/demo-agent.ts';
import { connectDemo } from '../../support/home/demo-home.ts';
import { embeddingServer } from '../../support/llm/embedding-server.ts';
import { handClock } from '../../support/hand-clock.ts';
import { describeStores, type MakePlace } from '../../support/store-kinds.ts';

const dayMs = 86_400_000;
const anna = { channel: 'http', user: { id: 'anna' }, conversationId: 'anna' } as const;
const bert = { channel: 'http', user: { id: 'bert' }, conversationId: 'bert' } as const;
const kitchen = {
  channel: 'http',
  satelliteId: 'assist_satellite.kitchen',
  conversationId: 'kitchen',
} as const;

async function household(make: MakePlace, settings: Record<string, unknown> = {}) {
  const place = await make();
  const connected = await connectDemo();
  const clock = handClock(1_795_000_000_000);
  const store = await openStore({ ...place.place, clock });
  const log = silentLogger;
  let background = new Background(log);
  const parsed = memoryOptions.parse(settings);
  const agentNow = () => {
    const memory = openMemory({ store: store.memory, settings: parsed, background, clock, log });
    return agentFor(connected.home, { clock, memory });
  };
  let agent = agentNow();
  return {
    clock,
    store,
    hear: async (text: string, who: Partial<TurnRequest> = anna) => await say(agent, text, who),
    /** Waits for what is written beside the turns. */
    settle: async () => {
      await background[Symbol.asyncDispose]();
      background = new Background(log);
      agent = agentNow();
    },
    [Symbol.asyncDispose]: async () => {
      await background[Symbol.asyncDispose]();
      await store[Symbol.asyncDispose]();
      await connected[Symbol.asyncDispose]();
      await place[Symbol.asyncDispose]();
    },
  };
}

describeStores('what is to be remembered', (make) => {
  it('is kept after the person said yes once, in their own words', async () => {
    await using home = await household(make);
    const asked = await home.hear('Please remember that the bins go out on Tuesday, please.');
    expect(asked).toMatchObject({ continueConversation: true, continueReason: 'confirmation' });
    expect(await home.store.memory.facts(['user:anna'], 9)).toEqual([]);
    expect(await home.hear('yes')).toMatchObject({ speech: "I'll remember that.", isPersonal: true });
    const told = await home.hear('what did I say about the bins?');
    expect(told.speech).toBe('You told me: the bins go out on Tuesday.');
    expect(await home.hear('remember that Rex is allergic to nuts')).toMatchObject({
      speech: "I'll remember that.",
      continueConversation: false,
    });
    expect((await home.hear('remember that rex is allergic to nuts!')).speech).toBe('I know that already.');
  });

  it('is not kept after a no, or where nobody can be asked', async () => {
    await using home = await household(make);
    await home.hear('remember that the bins go out on Tuesday');
    await home.hear('no');
    const { conversationId: _, ...alone } = anna;
    expect((await home.hear('remember that the bins go out', alone)).speech).toMatch(/until you allow it/);
    expect(await home.store.memory.facts(['user:anna', 'home'], 9)).toEqual([]);
    expect((await home.hear('what do you know about the bins')).speech).toBe('I know nothing about that.');
  });

  it('is told to nobody else, and what a satellite was told to everybody', async () => {
    await using home = await household(make, { facts: 'on' });
    await home.hear('remember that my present for Bert is a kite');
    await home.hear('remember that the spare key is under the pot', kitchen);
    expect((await home.hear('what do you know about the kite', bert)).speech).toBe(
      'I know nothing about that.',
    );
    expect((await home.hear('what do you know about the kite', kitchen)).speech).toMatch(/nothing/);
    expect((await home.hear('what do you know about the spare key', bert)).speech).toMatch(/under the pot/);
  });

  it('is forgotten at a word', async () => {
    await using home = await household(make, { facts: 'on' });
    await home.hear('remember that the bins go out on Tuesday');
    await home.hear('remember that the bins are green');
    await home.hear('remember that my locker is number 12');
    await home.hear('what do you know about the locker');
    expect((await home.hear('forget that')).speech).toBe('I have forgotten that.');
    expect((await home.hear('what do you know about the locker')).speech).toMatch(/nothing/);
    expect((await home.hear('forget what I said about the bins')).speech).toBe('I have forgotten 2 things.');
    expect((await home.hear('forget everything about the bins')).speech).toMatch(
      /nothing about that to forget/,
    );
  });

  it('is forgotten as a whole after a yes, of that person alone', async () => {
    await using home = await household(make, { facts: 'on' });
    await home.hear('remember that the bins go out on Tuesday');
    await home.hear('remember that the hedge is mine', bert);
    expect(await home.hear('forget everything you know about me')).toMatchObject({
      continueConversation: true,
    });
    expect((await home.hear('yes')).speech).toBe('I have forgotten that.');
    expect(await home.store.memory.facts(['user:anna', 'user:bert'], 9)).toMatchObject([
      { owner: 'user:bert' },
    ]);
    const { conversationId: _, ...alone } = bert;
    expect((await home.hear('forget everything', alone)).speech).toMatch(/so I keep it/);
  });

  it('is told with the day on which it was said', async () => {
    await using home = await household(make, { facts: 'on' });
    await home.hear('remember that the boiler was serviced');
    home.clock.advance(3 * dayMs);
    expect((await home.hear('what do you know about the boiler')).speech).toMatch(
      /^On \w+, \w+ \d+, you told me: the boiler was serviced\.$/,
    );
  });

  it('is refused where the settings say so', async () => {
    await using home = await household(make, { facts: 'off', history: 'off' });
    expect((await home.hear('remember that the bins go out')).speech).toMatch(/settings/);
    expect((await home.hear('start remembering what I say')).speech).toMatch(/settings/);
  });
});

describeStores('facts with an embeddings provider', (make) => {
  it('are found in other words, and by their words when it is away', async () => {
    await using server = await embeddingServer();
    const embeddings = { provider: 'ollama', url: server.url, model: 'test-embed' };
    await using home = await household(make, { facts: 'on', embeddings });
    await home.hear('remember that the bins go out on Tuesday');
    await home.hear('remember that my bike is green');
    await home.settle();
    await expect
      .poll(async () => (await home.hear('what do you know about the rubbish')).speech)
      .toBe('You told me: the bins go out on Tuesday.');
    server.failWith(503);
    expect((await home.hear('what do you know about the rubbish')).speech).toMatch(/nothing/);
    expect((await home.hear('what do you know about the bike')).speech).toMatch(/green/);
    await home.hear('remember that the boiler hums');
    await home.settle();
    server.failWith(null);
    await home.settle();
    await expect
      .poll(async () => (await home.hear('what do you know about the furnace')).speech)
      .toMatch(/boiler/);
  });
});

describeStores('what was said', (make) => {
  it('is kept for days after the person wanted it, and found by its words', async () => {
    await using home = await household(make);
    await home.hear('turn on the desk lamp');
    await home.settle();
    expect(await home.store.memory.history('user:anna', 0, 9)).toEqual([]);
    expect(await home.hear('start remembering what I say')).toMatchObject({ continueConversation: true });
    await home.hear('yes');
    await home.hear('turn off the desk lamp');
    await home.hear('the code is one two three four');
    await home.settle();
    const kept = await home.store.memory.history('user:anna', 0, 9);
    expect(kept.map(({ said }) => said)).toContain('turn off the desk lamp');
    expect(JSON.stringify(kept)).not.toMatch(/one two three four/);
    expect((await home.hear('what did I say about the desk lamp')).speech).toBe(
      'You said: turn off the desk lamp.',
    );
    home.clock.advance(8 * dayMs);
    expect((await home.hear('what did I say about the desk lamp')).speech).toMatch(/nothing/);
    await home.settle();
    await home.hear('turn on the desk lamp');
    await home.settle();
    expect(await home.store.memory.history('user:anna', 0, 9)).toHaveLength(1);
  });

  it('is kept no longer when the person says so, and recalled answers are never kept', async () => {
    await using home = await household(make);
    await home.hear('start remembering what I say');
    await home.hear('yes');
    await home.hear('remember that the bins go out on Tuesday');
    await home.hear('what did I say about the bins');
    await home.settle();
    expect(JSON.stringify(await home.store.memory.history('user:anna', 0, 9))).not.toMatch(/bins/);
    await home.hear('forget everything');
    expect((await home.hear('yes')).speech).toMatch(/I have forgotten \d+ things/);
    expect(await home.store.memory.history('user:anna', 0, 9)).toEqual([]);
    expect((await home.hear('stop remembering what I say')).speech).toMatch(/I remember nothing/);
    await home.hear('turn on the desk lamp');
    await home.settle();
    expect(JSON.stringify(await home.store.memory.history('user:anna', 0, 9))).not.toMatch(/desk lamp/);
  });
});
