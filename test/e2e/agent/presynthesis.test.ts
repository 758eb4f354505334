/** Replies made ahead are the replies that come, nothing is done for them, and none is made twice. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DeviceHabits } from '../../../src/agent/act/device-habits.ts';
import { createPolicy } from '../../../src/agent/act/policy.ts';
import { policyOptions } from '../../../src/agent/act/options.ts';
import { createHomeReads } from '../../../src/agent/act/home-reads.ts';
import type { Agent } from '../../../src/agent/agent.ts';
import type { TimerService } from '../../../src/agent/dialogue/timer-step.ts';
import { createLocalPath } from '../../../src/agent/local-path.ts';
import { loadGrammar } from '../../../src/agent/understand/load-grammar.ts';
import { Presynthesis } from '../../../src/app/foresight/presynthesis.ts';
import { RecentDialogue } from '../../../src/app/foresight/recent-dialogue.ts';
import { memoryStores } from '../../../src/app/data/stores.ts';
import { startTimers } from '../../../src/app/agent/timers.ts';
import { Background } from '../../../src/core/background.ts';
import { systemClock } from '../../../src/core/clock.ts';
import { silentLogger } from '../../../src/core/log.ts';
import { AheadTtsEngine } from '../../../src/engines/tts/ahead.ts';
import type { SpeechChunk, TtsEngine } from '../../../src/engines/tts/engine.ts';
import { agentFor, say } from '../../support/agent/demo-agent.ts';
import { connectDemo, type ConnectedDemo } from '../../support/home/demo-home.ts';
import { collect, noAbort } from '../../support/streams.ts';

const answer = {
  kind: 'outcome',
  language: 'en',
  understood: true,
  continueConversation: false,
  changes: [],
  path: 'llm',
} as const;

function deferred() {
  let resolve: () => void = () => undefined;
  const promise = new Promise<void>((settle) => (resolve = settle));
  return { promise, resolve };
}

/** Remembers what it was asked to speak. */
function talker() {
  const spoken: string[] = [];
  const engine: TtsEngine = {
    voices: [],
    async *speak(text): AsyncGenerator<SpeechChunk, void> {
      spoken.push(text);
      yield { samples: new Int16Array(10), rateHz: 16_000 };
    },
    [Symbol.asyncDispose]: async () => undefined,
  };
  return { engine, spoken };
}

describe('replies ahead', () => {
  let demo: ConnectedDemo;
  let timers: TimerService;
  beforeAll(async () => {
    demo = await connectDemo();
    timers = await startTimers({
      background: { run: () => undefined },
      clock: systemClock,
      log: silentLogger,
      signal: noAbort,
    });
  });
  afterAll(() => demo[Symbol.asyncDispose]());

  function open(other?: AheadTtsEngine) {
    const { engine, spoken } = talker();
    const ahead = other ?? new AheadTtsEngine(engine, { clock: systemClock });
    const recent = new RecentDialogue(systemClock);
    const stores = recent.watched(memoryStores(systemClock));
    const background = new Background(silentLogger);
    const { home } = demo;
    const presynthesis = new Presynthesis({
      paths: [createLocalPath(loadGrammar('en'), systemClock)],
      home,
      habits: new DeviceHabits(),
      clock: systemClock,
      hasModel: false,
      timers,
      reads: createHomeReads(home),
      policy: createPolicy(policyOptions.parse({})),
      recent,
      speech: { ahead, cache: { ...engine, holds: () => false, clear: async () => 0 } },
      background,
    });
    const agent = presynthesis.speakAtOnce(agentFor(home, { stores, timers }));
    return { presynthesis, agent, ahead, spoken };
  }

  const states = () => JSON.stringify([...demo.demo.world.states, timers.timers.pending().length]);
  const heard = { energyDb: -20, audioMs: 1_000 };

  it.each([
    'Turn on the kitchen lights',
    'Turn on the kitchen lights',
    'Close the sliding door',
    'Is the front door locked',
    'Set the bed light to twenty percent',
    'What is the date',
    'What is on the shopping list',
    'Add honey to the shopping list',
    'Unlock the front door',
    'Set a timer for five minutes',
    'How long is left on my timer',
    'Gargle the frobnicator',
  ])('"%s": the reply was made before the sentence was over, and nothing else happened', async (text) => {
    const { presynthesis, agent, ahead, spoken } = open();
    const before = states();
    presynthesis.onHeard({ text, language: 'en' });
    await expect.poll(() => spoken.length).toBeGreaterThan(0);
    expect(states()).toBe(before);
    const { speech } = await say(agent, text, { heard });
    await collect(ahead.speak(speech, { signal: noAbort }));
    expect(spoken.filter((sentence) => sentence === speech)).toHaveLength(1);
  });

  it('foresees what a yes will do', async () => {
    const { presynthesis, agent, ahead, spoken } = open();
    const where = { channel: 'http', conversationId: 'c', satelliteId: 'assist_satellite.hall' } as const;
    const asked = await say(agent, 'Unlock the front door', { ...where, heard });
    expect(asked.continueReason).toBe('confirmation');
    spoken.length = 0;
    const before = states();
    presynthesis.onHeard({ text: 'Yes', language: 'en' });
    await expect.poll(() => spoken.length).toBeGreaterThan(0);
    expect(states()).toBe(before);
    const { speech, changes } = await say(agent, 'Yes', { ...where, heard });
    expect(changes).toMatchObject([{ entityId: 'lock.front_door' }]);
    await collect(ahead.speak(speech, { signal: noAbort }));
    expect(spoken.filter((sentence) => sentence === speech)).toHaveLength(1);
  });

  it('makes the sentences of an answer that is still written, each once', async () => {
    const { engine, spoken } = talker();
    const ahead = new AheadTtsEngine(engine, { clock: systemClock });
    const { promise, resolve } = deferred();
    const agent: Agent = {
      languages: ['en'],
      async *respond({ turnId }) {
        yield { kind: 'delta', text: 'It is blue.' };
        yield { kind: 'delta', text: ' The sea' };
        await promise;
        yield { kind: 'delta', text: ' is too.' };
        yield { ...answer, turnId, speech: 'It is blue. The sea is too.' };
      },
    };
    const listening = say(open(ahead).presynthesis.speakAtOnce(agent), 'why', { heard });
    await expect.poll(() => spoken).toEqual(['It is blue.']);
    resolve();
    await listening;
    await expect.poll(() => spoken).toEqual(['It is blue.', 'The sea is too.']);
  });

  it('begins a spoken turn’s reply when it is known, and makes no sound for a typed one', async () => {
    const { agent, ahead, spoken } = open();
    const { speech } = await say(agent, 'Is the front door locked', { heard });
    await expect.poll(() => spoken).toEqual([speech]);
    await collect(ahead.speak(speech, { signal: noAbort }));
    expect(spoken).toEqual([speech]);
    await say(agent, 'Are the kitchen lights on');
    expect(spoken).toEqual([speech]);
  });
});
