/** A language model's own tools that keep something: timers, facts; and what it never hears of: a spoken code. */
import { describe, expect, it } from 'vitest';
import { policyOptions } from '../../../src/agent/act/options.ts';
import { memoryOptions } from '../../../src/agent/memory/options.ts';
import { languageModelPath } from '../../../src/app/agent/language-model-path.ts';
import { openMemory } from '../../../src/app/agent/memory.ts';
import { configSchema } from '../../../src/config/schema.ts';
import { Background } from '../../../src/core/background.ts';
import { silentLogger } from '../../../src/core/log.ts';
import { openStore } from '../../../src/store/open-store.ts';
import { agentFor, say } from '../../support/agent/demo-agent.ts';
import { testTimers } from '../../support/agent/test-timers.ts';
import { handClock } from '../../support/hand-clock.ts';
import { connectDemo } from '../../support/home/demo-home.ts';
import { type ScriptedAnswer, scriptedModel } from '../../support/llm/scripted-model.ts';

const anna = { channel: 'http', user: { id: 'anna' }, conversationId: 'anna' } as const;

async function household(...script: readonly ScriptedAnswer[]) {
  const connected = await connectDemo();
  const clock = handClock(1_795_000_000_000);
  const store = await openStore({ path: ':memory:', clock });
  const background = new Background(silentLogger);
  const { timers } = await testTimers(clock);
  const settings = memoryOptions.parse({ facts: 'on' });
  const memory = openMemory({ store: store.memory, settings, background, clock, log: silentLogger });
  const model = scriptedModel(...script);
  const { llm } = configSchema.parse({});
  const has = { hasTimers: true, hasMemory: true };
  const agent = agentFor(connected.home, {
    ...{ clock, memory },
    timers: { timers, clock, promiseOf: () => 'satellite' },
    policy: policyOptions.parse({ pinEntities: ['lock.*'] }),
    languageModel: languageModelPath({ model, llm, home: connected.home, clock, log: silentLogger, ...has }),
  });
  return {
    ...{ model, timers, facts: () => store.memory.facts(['user:anna'], 9) },
    say: (text: string) => say(agent, text, anna),
    [Symbol.asyncDispose]: async () => {
      await background[Symbol.asyncDispose]();
      await store[Symbol.asyncDispose]();
      await connected[Symbol.asyncDispose]();
    },
  };
}

const lengths = ({ timers }: Awaited<ReturnType<typeof household>>) =>
  timers.pending().map(({ name, durationMs }) => [name, durationMs / 60_000]);

describe('a language model', () => {
  it('starts the timer that the person asks for, lists it and ends it', async () => {
    await using home = await household(
      [{ use: 'timers', with: { action: 'start', seconds: 480, name: 'egg' } }],
      ['Enjoy.'],
      [{ use: 'timers', with: { action: 'list' } }],
      ['It is well on its way.'],
      [{ use: 'timers', with: { action: 'cancel', name: 'egg' } }],
      ['Fine.'],
    );
    const started = await home.say(
      'my dear, I am boiling eggs, be so kind and start a timer of eight minutes for me',
    );
    expect(started.path).toBe('llm');
    expect(lengths(home)).toEqual([['egg', 8]]);
    await home.say('my dear, I do wonder about the state of my breakfast');
    const told = home.model.prompts.at(-1)?.messages.at(-1);
    expect(told).toMatchObject({ from: 'tools', results: [{ content: 'egg of 480 s: 480 s left' }] });
    await home.say('my dear, be so kind and cancel the timer for me, breakfast is over');
    expect(lengths(home)).toEqual([]);
  });

  it('keeps a fact that the person asks it to, finds it, and forgets it', async () => {
    await using home = await household(
      [{ use: 'remember', with: { fact: 'The spare key is under the pot.' } }],
      [''],
      [{ use: 'recall', with: { topic: 'spare key' } }],
      ['Look under the pot.'],
      [{ use: 'forget', with: { about: 'spare key' } }],
      [''],
    );
    await home.say('my dear, before I leave, be so kind and remember the spare key is under the pot');
    expect(await home.facts()).toMatchObject([
      { owner: 'user:anna', text: expect.stringMatching(/spare key/i) },
    ]);
    const found = await home.say('my dear, I stand in front of a locked door, any idea what I could do');
    expect(found.speech).toBe('Look under the pot.');
    const told = home.model.prompts.at(-1)?.messages.at(-1);
    expect(told).toMatchObject({ results: [{ content: expect.stringMatching(/under the pot.*told on/i) }] });
    await home.say('my dear, be so kind and forget the spare key, which is gone');
    expect(await home.facts()).toEqual([]);
  });

  it('never hears of a spoken code', async () => {
    await using home = await household(['I see.'], ['I see.'], ['I see.']);
    await home.say('my dear, the code is four seven one one and I am fond of it, what do you make of that');
    await home.say('unlock the front door');
    await home.say('4711');
    await home.say('my dear, what do you make of the weather up there');
    expect(home.model.prompts.length).toBeGreaterThan(1);
    expect(JSON.stringify(home.model.prompts)).not.toMatch(/4711|seven one one/);
  });
});
