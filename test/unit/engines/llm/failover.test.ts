import { getEventListeners } from 'node:events';
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
  return { time, failover, ask: (signal = noAbort) => collect(failover.answer(prompt, { signal })) };
}

/** The provider answers its newest request. */
async function speak(provider: FakeProvider, text: string): Promise<void> {
  await settled();
  const answer = provider.answers.at(-1);
  await answer?.say(text);
  await answer?.end();
}

const pair = () => [fakeProvider('home'), fakeProvider('cloud', { isCloud: true })] as const;

describe('Failover', () => {
  it('asks the first provider alone while it does well', async () => {
    const [home, cloud] = pair();
    const { failover, ask } = failoverOf([home, cloud]);
    const asked = ask();
    await speak(home, 'Yes.');
    expect(textOf(await asked)).toBe('Yes.');
    expect(cloud.answers).toEqual([]);
    expect(failover.name).toBe('home');
  });

  it.each(['LLM_UNREACHABLE', 'LLM_REFUSED', 'LLM_LIMITED', 'LLM_TIMEOUT', 'LLM_FAILED'] as const)(
    'asks the next one after %s, which then stays the one that is asked',
    async (code) => {
      const [home, cloud] = pair();
      const { failover, ask } = failoverOf([home, cloud]);
      for (const turn of [1, 2]) {
        const asked = ask();
        await settled();
        home.answers[turn - 1]?.fail(code);
        await speak(cloud, 'Yes.');
        expect(textOf(await asked)).toBe('Yes.');
      }
      expect(home.answers).toHaveLength(1);
      expect(cloud.answers).toHaveLength(2);
      expect(failover.name).toBe('cloud');
    },
  );

  it('asks the next one, and the first again next time, when the request was to blame', async () => {
    const [home, cloud] = pair();
    const { ask } = failoverOf([home, cloud]);
    const asked = ask();
    await settled();
    home.answers[0]?.fail('LLM_FAILED', { about: 'request' });
    await speak(cloud, 'Yes.');
    await asked;
    void ask().catch(() => undefined);
    await settled();
    expect(home.answers).toHaveLength(2);
  });

  it('fails when a provider breaks off that has begun, and says nothing twice', async () => {
    const [home, cloud] = pair();
    const { failover } = failoverOf([home, cloud]);
    const parts = failover.answer(prompt, { signal: noAbort });
    const first = parts.next();
    await settled();
    await home.answers[0]?.say('It is ');
    expect(await first).toMatchObject({ value: { text: 'It is ' } });
    home.answers[0]?.fail('LLM_FAILED');
    await expect(parts.next()).rejects.toMatchObject({ code: 'LLM_FAILED' });
    expect(cloud.answers).toEqual([]);
    expect(failover.name).toBe('cloud');
  });

  it('returns to the first provider when it has rested and looks well', async () => {
    const [home, cloud] = pair();
    const { time, failover, ask } = failoverOf([home, cloud]);
    const ending = new AbortController();
    const watching = failover.watch({ signal: ending.signal });
    const asked = ask();
    await settled();
    home.answers[0]?.fail('LLM_TIMEOUT');
    await speak(cloud, 'Yes.');
    await asked;
    await time.pass(29_000);
    expect(failover.name).toBe('cloud');
    await time.pass(32_000);
    expect(failover.name).toBe('home');
    ending.abort(new Error('over'));
    await expect(watching).rejects.toThrow('over');
  });

  it('looks soon at one that failed, however seldom it is looked at while it does well', async () => {
    const [home, cloud] = pair();
    const { time, failover, ask } = failoverOf([cloud, home]);
    const ending = new AbortController();
    failover.watch({ signal: ending.signal }).catch(() => undefined);
    await time.pass(30_000);
    expect(cloud.lookCount).toBe(1);
    const asked = ask();
    await settled();
    cloud.answers[0]?.fail('LLM_UNREACHABLE');
    await speak(home, 'Yes.');
    await asked;
    await time.pass(20_000);
    expect(failover.name).toBe('cloud');
    ending.abort();
  });

  it('lets a provider rest longer each time it fails, until it answers', async () => {
    const [home, cloud] = pair();
    const { time, failover, ask } = failoverOf([home, cloud]);
    const ending = new AbortController();
    failover.watch({ signal: ending.signal }).catch(() => undefined);
    const failOnce = async () => {
      const asked = ask();
      await settled();
      home.answers.at(-1)?.fail('LLM_FAILED');
      await speak(cloud, 'Yes.');
      await asked;
    };
    await failOnce();
    await time.pass(50_000);
    expect(failover.name).toBe('home');
    await failOnce();
    await time.pass(50_000);
    expect(failover.name).toBe('cloud');
    await time.pass(30_000);
    expect(failover.name).toBe('home');
    const asked = ask();
    await speak(home, 'Yes.');
    await asked;
    await failOnce();
    await time.pass(50_000);
    expect(failover.name).toBe('home');
    ending.abort();
  });

  it('leaves a provider alone for as long as its limit says, whatever a look finds', async () => {
    const [home, cloud] = pair();
    const { time, failover, ask } = failoverOf([home, cloud]);
    const ending = new AbortController();
    failover.watch({ signal: ending.signal }).catch(() => undefined);
    const asked = ask();
    await settled();
    home.answers[0]?.fail('LLM_LIMITED', { retryAfterMs: 120_000 });
    await speak(cloud, 'Yes.');
    await asked;
    await time.pass(115_000);
    expect(failover.name).toBe('cloud');
    await time.pass(45_000);
    expect(failover.name).toBe('home');
    ending.abort();
  });

  it('loads the model at the start and after the provider was away', async () => {
    const [home] = pair();
    const { time, failover } = failoverOf([home]);
    const ending = new AbortController();
    failover.watch({ signal: ending.signal }).catch(() => undefined);
    await time.pass(120_000);
    expect(home.warmCount).toBe(1);
    home.state = 'LLM_UNREACHABLE';
    await time.pass(60_000);
    home.state = 'well';
    await time.pass(60_000);
    expect(home.warmCount).toBe(2);
    ending.abort();
  });

  it('ends every request with the reason of an abort', async () => {
    const [home] = pair();
    const { ask } = failoverOf([home]);
    const abort = new AbortController();
    const asked = ask(abort.signal);
    await settled();
    const reason = new Error('the person left');
    abort.abort(reason);
    await expect(asked).rejects.toBe(reason);
    expect(home.answers[0]?.isAborted).toBe(true);
    await expect(ask(abort.signal)).rejects.toBe(reason);
    expect(home.answers).toHaveLength(1);
  });

  it('leaves no listener behind on the signal of a turn', async () => {
    const [home, cloud] = pair();
    const { ask } = failoverOf([home, cloud]);
    const turn = new AbortController();
    for (let count = 0; count < 3; count += 1) {
      const asked = ask(turn.signal);
      await speak(home, 'Yes.');
      await asked;
    }
    expect(getEventListeners(turn.signal, 'abort')).toEqual([]);
  });

  it('ends the request when nobody reads on', async () => {
    const [home] = pair();
    const { failover } = failoverOf([home]);
    const parts = failover.answer(prompt, { signal: noAbort });
    const first = parts.next();
    await settled();
    await home.answers[0]?.say('It is ');
    await first;
    await parts.return(undefined);
    expect(home.answers[0]?.isAborted).toBe(true);
  });
});
