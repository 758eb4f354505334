import { describe, expect, it } from 'vitest';
import { outcomeOf } from '../../../../src/agent/outcome-of.ts';
import { patientAgent } from '../../../../src/app/agent/patient-agent.ts';
import { abortable } from '../../../../src/core/abort.ts';
import { HomeError } from '../../../../src/core/errors.ts';
import type { HomeStatus } from '../../../../src/home/model/home-status.ts';
import { handClock } from '../../../support/hand-clock.ts';
import { echoAgent } from '../../../support/voice-server.ts';

const { signal } = new AbortController();
const hello = { turnId: 't', text: 'hello', language: 'en', channel: 'http' } as const;

/** A home that is read by hand, and the agent that waits for it. */
function start(status: HomeStatus = 'connecting') {
  const clock = handClock();
  const home = { read: (): void => undefined, refuse: (error: Error): void => void error, waits: 0 };
  const reading = new Promise<void>((resolve, reject) => {
    home.read = resolve;
    home.refuse = reject;
  });
  const ready = async (options: { readonly signal: AbortSignal }) => {
    home.waits += 1;
    await abortable(reading, options.signal);
  };
  return { clock, home, agent: patientAgent(echoAgent, { status: () => status, ready }, clock) };
}

describe('an agent whose home is being read', () => {
  it('answers when that is done, and not before', async () => {
    const { home, agent } = start();
    const order: string[] = [];
    const answering = outcomeOf(agent.respond(hello, { signal })).then(() => order.push('answered'));
    await new Promise((resolve) => setImmediate(resolve));
    order.push('read');
    home.read();
    await answering;
    expect(order).toEqual(['read', 'answered']);
  });

  it('answers also when the home refuses: the agent says so', async () => {
    const { home, agent } = start();
    const answering = outcomeOf(agent.respond(hello, { signal }));
    home.refuse(new HomeError('HOME_REFUSED', 'the token is wrong'));
    expect(await answering).toMatchObject({ understood: true });
  });

  it('ends with whoever asked', async () => {
    const { agent } = start();
    const left = new AbortController();
    const answering = outcomeOf(agent.respond(hello, { signal: left.signal }));
    left.abort(new Error('hung up'));
    await expect(answering).rejects.toThrow('hung up');
  });

  it('does not wait long after the start, nor for a home that was lost', async () => {
    const late = start();
    late.clock.advance(60_000);
    await outcomeOf(late.agent.respond(hello, { signal }));
    const lost = start('disconnected');
    await outcomeOf(lost.agent.respond(hello, { signal }));
    expect([late.home.waits, lost.home.waits]).toEqual([0, 0]);
  });
});
