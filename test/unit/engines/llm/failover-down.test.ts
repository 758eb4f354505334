/** What happens when providers are away: the person hears of it at once. */
import { describe, expect, it } from 'vitest';
import { silentLogger } from '../../../../src/core/log.ts';
import { Failover } from '../../../../src/engines/llm/failover.ts';
import { fakeProvider, type FakeProvider } from '../../../support/llm/fake-llm-provider.ts';
import { handTime, settled } from '../../../support/hand-time.ts';
import { prompt, textOf } from '../../../support/llm/llm-answer.ts';
import { collect, noAbort } from '../../../support/streams.ts';

function failoverOf(providers: readonly FakeProvider[]) {
  const time = handTime();
  const { clock, wait } = time;
  const parts = { providers, hedgeAfterMs: 0, cloudHedging: false, clock, wait, log: silentLogger };
  const failover = new Failover(parts);
  return { time, failover, ask: () => collect(failover.answer(prompt, { signal: noAbort })) };
}

/** Both have failed once and are known to be away. */
async function bothAway() {
  const providers = [fakeProvider('home'), fakeProvider('cloud', { isCloud: true })] as const;
  const made = failoverOf(providers);
  const asked = made.ask();
  for (const provider of providers) {
    provider.state = 'LLM_UNREACHABLE';
    await settled();
    provider.answers[0]?.fail('LLM_UNREACHABLE');
  }
  const error: unknown = await asked.then(
    () => undefined,
    (thrown) => thrown,
  );
  return { ...made, providers, error };
}

describe('Failover with providers that are away', () => {
  it('says of each why it does not answer', async () => {
    const { error, failover } = await bothAway();
    expect(error).toMatchObject({
      code: 'LLM_UNREACHABLE',
      message: 'no language model answers: home fails with LLM_UNREACHABLE; cloud fails with LLM_UNREACHABLE',
    });
    expect(failover.status()).toMatchObject([
      { name: 'home', isCloud: false, fault: { code: 'LLM_UNREACHABLE' } },
      { name: 'cloud', isCloud: true, fault: { code: 'LLM_UNREACHABLE' } },
    ]);
  });

  it('hands on the only error as it is', async () => {
    const home = fakeProvider('home');
    const { ask } = failoverOf([home]);
    const asked = ask();
    await settled();
    home.answers[0]?.fail('LLM_REFUSED');
    await expect(asked).rejects.toMatchObject({ message: 'home fails with LLM_REFUSED' });
  });

  it('asks nobody again while a look says that it is of no use', async () => {
    const { ask, providers } = await bothAway();
    await expect(ask()).rejects.toMatchObject({ code: 'LLM_UNREACHABLE' });
    expect(providers.map(({ answers }) => answers.length)).toEqual([1, 1]);
    expect(providers.map(({ lookCount }) => lookCount)).toEqual([1, 1]);
  });

  it('asks one that is back, before anything in the background has seen it', async () => {
    const { ask, providers } = await bothAway();
    const [home, cloud] = providers;
    home.state = 'well';
    const asked = ask();
    await settled();
    await home.answers[1]?.say('Hello.');
    await home.answers[1]?.end();
    expect(textOf(await asked)).toBe('Hello.');
    expect(cloud.answers).toHaveLength(1);
  });

  it('does not even look at one that said to wait', async () => {
    const home = fakeProvider('home');
    const { ask } = failoverOf([home]);
    const asked = ask();
    await settled();
    home.answers[0]?.fail('LLM_LIMITED');
    await expect(asked).rejects.toMatchObject({ code: 'LLM_LIMITED' });
    await expect(ask()).rejects.toMatchObject({ code: 'LLM_LIMITED' });
    expect(home.lookCount).toBe(0);
    expect(home.answers).toHaveLength(1);
  });

  it('gives up one that says nothing and is not there, long before its deadline', async () => {
    const [home, cloud] = [fakeProvider('home'), fakeProvider('cloud', { isCloud: true })];
    const { time, ask } = failoverOf([home, cloud]);
    home.state = 'LLM_UNREACHABLE';
    const asked = ask();
    await time.pass(199);
    expect(cloud.answers).toEqual([]);
    await time.pass(1);
    expect(home.answers[0]?.isAborted).toBe(true);
    await cloud.answers[0]?.say('Hello.');
    await cloud.answers[0]?.end();
    expect(textOf(await asked)).toBe('Hello.');
  });

  it('waits for one that is slow and there', async () => {
    const [home, cloud] = [fakeProvider('home'), fakeProvider('cloud', { isCloud: true })];
    const { time, ask } = failoverOf([home, cloud]);
    const asked = ask();
    await time.pass(8_000);
    expect(cloud.answers).toEqual([]);
    await home.answers[0]?.say('Hello.');
    await home.answers[0]?.end();
    expect(textOf(await asked)).toBe('Hello.');
  });

  it('does not ask a second one of which it saw meanwhile that it is away', async () => {
    const [home, other] = [fakeProvider('home'), fakeProvider('other')];
    const { time, ask } = failoverOf([home, other]);
    other.state = 'LLM_UNREACHABLE';
    const asked = ask();
    await time.pass(400);
    home.answers[0]?.fail('LLM_TIMEOUT');
    await expect(asked).rejects.toMatchObject({ details: { codes: ['LLM_UNREACHABLE', 'LLM_TIMEOUT'] } });
    expect(other.answers).toEqual([]);
  });

  it('does not look into the cloud while the one at home is only slow', async () => {
    const [home, cloud] = [fakeProvider('home'), fakeProvider('cloud', { isCloud: true })];
    const { time, ask } = failoverOf([home, cloud]);
    const asked = ask();
    await time.pass(5_000);
    expect(home.lookCount).toBe(1);
    expect(cloud.lookCount).toBe(0);
    await home.answers[0]?.say('Hello.');
    await home.answers[0]?.end();
    await asked;
  });

  it('looks into the cloud when the one at home may be away, and does not ask there in vain', async () => {
    const [home, cloud] = [fakeProvider('home'), fakeProvider('cloud', { isCloud: true })];
    const { time, ask } = failoverOf([home, cloud]);
    home.state = 'hang';
    cloud.state = 'LLM_UNREACHABLE';
    const asked = ask();
    await time.pass(300);
    expect(cloud.lookCount).toBe(1);
    home.answers[0]?.fail('LLM_UNREACHABLE');
    await expect(asked).rejects.toMatchObject({ details: { codes: ['LLM_UNREACHABLE', 'LLM_UNREACHABLE'] } });
    expect(cloud.answers).toEqual([]);
  });
});
