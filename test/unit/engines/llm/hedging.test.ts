import { describe, expect, it } from 'vitest';
import { silentLogger } from '../../../../src/core/log.ts';
import { Failover } from '../../../../src/engines/llm/failover.ts';
import { fakeProvider, type FakeProvider } from '../../../support/llm/fake-llm-provider.ts';
import { handTime } from '../../../support/hand-time.ts';
import { callsOf, prompt, textOf } from '../../../support/llm/llm-answer.ts';
import { collect, noAbort } from '../../../support/streams.ts';

function hedging(providers: readonly FakeProvider[], { cloudHedging = false } = {}) {
  const time = handTime();
  const { clock, wait } = time;
  const parts = { providers, hedgeAfterMs: 1_000, cloudHedging, clock, wait, log: silentLogger };
  const failover = new Failover(parts);
  return { time, failover, ask: () => collect(failover.answer(prompt, { signal: noAbort })) };
}

const houses = () => [fakeProvider('first'), fakeProvider('second'), fakeProvider('third')] as const;

describe('hedging', () => {
  it('asks a second provider when the first said nothing for a while', async () => {
    const [first, second] = houses();
    const { time, ask } = hedging([first, second]);
    const asked = ask();
    await time.pass(999);
    expect(second.answers).toEqual([]);
    await time.pass(1);
    await second.answers[0]?.say('Two.');
    await second.answers[0]?.end();
    expect(textOf(await asked)).toBe('Two.');
  });

  it('ends the loser before the first part of the winner is handed on', async () => {
    const [first, second] = houses();
    const { time, failover } = hedging([first, second]);
    const parts = failover.answer(prompt, { signal: noAbort });
    const part = parts.next().then((result) => ({ result, isLoserAborted: first.answers[0]?.isAborted }));
    await time.pass(1_000);
    await second.answers[0]?.call('turn_on');
    expect(await part).toMatchObject({ result: { value: { kind: 'call' } }, isLoserAborted: true });
    await parts.return(undefined);
  });

  it('lets the first provider win when it speaks first, and carries out the calls of one alone', async () => {
    const [first, second] = houses();
    const { time, ask } = hedging([first, second]);
    const asked = ask();
    await time.pass(1_500);
    await first.answers[0]?.call('turn_on');
    await second.answers[0]?.call('turn_on');
    await time.pass(1);
    expect(second.answers[0]?.isAborted).toBe(true);
    await first.answers[0]?.end();
    expect(callsOf(await asked)).toMatchObject([{ id: 'first' }]);
  });

  it('does not ask a provider in the cloud unless that is allowed', async () => {
    const home = fakeProvider('home');
    const cloud = fakeProvider('cloud', { isCloud: true });
    const other = fakeProvider('other');
    const { time, ask } = hedging([home, cloud, other]);
    const asked = ask();
    await time.pass(5_000);
    expect(cloud.answers).toEqual([]);
    await other.answers[0]?.say('Hello.');
    await other.answers[0]?.end();
    expect(textOf(await asked)).toBe('Hello.');
  });

  it('asks a provider in the cloud when it is allowed', async () => {
    const home = fakeProvider('home');
    const cloud = fakeProvider('cloud', { isCloud: true });
    const { time, ask } = hedging([home, cloud], { cloudHedging: true });
    const asked = ask();
    await time.pass(1_000);
    await cloud.answers[0]?.say('Hello.');
    await cloud.answers[0]?.end();
    await asked;
    expect(home.answers[0]?.isAborted).toBe(true);
  });

  it('asks a provider in the cloud all the same when the one at home has failed', async () => {
    const home = fakeProvider('home');
    const cloud = fakeProvider('cloud', { isCloud: true });
    const { time, ask } = hedging([home, cloud]);
    const asked = ask();
    await time.pass(2_000);
    home.answers[0]?.fail('LLM_TIMEOUT');
    await time.pass(1);
    await cloud.answers[0]?.say('Hello.');
    await cloud.answers[0]?.end();
    expect(textOf(await asked)).toBe('Hello.');
  });

  it('asks no third one at the same time', async () => {
    const [first, second, third] = houses();
    const { time, ask } = hedging([first, second, third]);
    const asked = ask();
    await time.pass(9_000);
    expect(third.answers).toEqual([]);
    await first.answers[0]?.say('One.');
    await first.answers[0]?.end();
    await asked;
  });

  it('goes on with the second when the first fails meanwhile, and asks the third when that fails too', async () => {
    const [first, second, third] = houses();
    const { time, ask } = hedging([first, second, third]);
    const asked = ask();
    await time.pass(1_200);
    first.answers[0]?.fail('LLM_FAILED');
    await time.pass(1);
    expect(third.answers).toEqual([]);
    second.answers[0]?.fail('LLM_FAILED');
    await time.pass(1);
    await third.answers[0]?.say('Three.');
    await third.answers[0]?.end();
    expect(textOf(await asked)).toBe('Three.');
  });
});
