/** What is foreseen of a sentence, and in which order; nothing is done for it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DeviceHabits } from '../../../src/agent/act/device-habits.ts';
import { createHomeReads } from '../../../src/agent/act/home-reads.ts';
import { policyOptions } from '../../../src/agent/act/options.ts';
import { createPolicy } from '../../../src/agent/act/policy.ts';
import { createLocalPath } from '../../../src/agent/local-path.ts';
import type { Path } from '../../../src/agent/path.ts';
import { loadGrammar } from '../../../src/agent/understand/load-grammar.ts';
import { foreseeReplies, type ForeseeingParts } from '../../../src/app/foresight/foresee-replies.ts';
import { RecentDialogue } from '../../../src/app/foresight/recent-dialogue.ts';
import { systemClock } from '../../../src/core/clock.ts';
import { connectDemo, type ConnectedDemo } from '../../support/home/demo-home.ts';
import { noAbort } from '../../support/streams.ts';

const pathThat = (read: Path['read']): Path => ({ name: 'ha', read });

describe('foreseeReplies', () => {
  let demo: ConnectedDemo;
  beforeAll(async () => {
    demo = await connectDemo();
  });
  afterAll(() => demo[Symbol.asyncDispose]());

  function open(more: Partial<ForeseeingParts> = {}) {
    const habits = new DeviceHabits();
    const parts: ForeseeingParts = {
      paths: [createLocalPath(loadGrammar('en'), systemClock)],
      home: demo.home,
      policy: createPolicy(policyOptions.parse({})),
      recent: new RecentDialogue(systemClock),
      reads: createHomeReads(demo.home),
      clock: systemClock,
      hasModel: false,
      habits,
      ...more,
    };
    const of = (text: string, language = 'en') =>
      foreseeReplies({ text, language }, parts, { signal: noAbort });
    return { habits, of };
  }

  it('expects a slow device to be on its way, and one that was quick before to be there', async () => {
    const { habits, of } = open();
    const text = 'Open the sliding door';
    expect(await of(text)).toEqual([
      'The sliding door is opening.',
      'The sliding door is open.',
      expect.stringContaining('sliding door'),
    ]);
    habits.learn([{ entityId: 'cover.sliding_door', proof: 'proven' }]);
    expect((await of(text)).slice(0, 2)).toEqual([
      'The sliding door is open.',
      'The sliding door is opening.',
    ]);
  });

  it('asks before what makes the home less safe, where nobody has spoken yet too', async () => {
    const [first] = await open().of('Unlock the front door');
    expect(first).toMatch(/\?$/);
  });

  it('foresees that nothing is understood, unless a language model answers then', async () => {
    const text = 'Gargle the frobnicator';
    expect(await open().of(text)).toHaveLength(1);
    expect(await open({ hasModel: true }).of(text)).toEqual([]);
  });

  it('reads what the next path knows, and foresees nothing of what that one would do by itself', async () => {
    const passes = pathThat(async () => ({ kind: 'passed', speech: null, language: 'de' }));
    const tells = pathThat(async () => ({ kind: 'plan', plan: { kind: 'tell', what: 'thanks' } }));
    const runs = pathThat(async () => ({
      kind: 'run',
      run: () => Promise.reject(new Error('nothing may run')),
    }));
    expect(await open({ paths: [passes, tells] }).of('Danke', 'de')).toHaveLength(1);
    expect(await open({ paths: [passes, runs] }).of('Gute Nacht, Haus', 'de')).toEqual([]);
  });

  it('foresees nothing of a message to others', async () => {
    expect(await open().of('Announce that dinner is ready')).toEqual([]);
  });
});
