/** Several timers fit: the question waits for its answer, and what was asked for goes on with it. */
import { describe, expect, it } from 'vitest';
import { agentFor, say } from '../../support/agent/demo-agent.ts';
import { connectDemo } from '../../support/home/demo-home.ts';
import { testTimers } from '../../support/agent/test-timers.ts';

async function twoTimers() {
  const connected = await connectDemo();
  const { timers, clock } = await testTimers();
  const agent = agentFor(connected.home, { timers: { timers, clock, promiseOf: () => 'satellite' } });
  const hear = async (text: string, conversationId: string | undefined = 'kitchen') =>
    await say(agent, text, conversationId === '' ? {} : { conversationId });
  await hear('set a pasta timer for ten minutes');
  await hear('set a timer for twenty minutes');
  const left = () => timers.pending().map(({ name, durationMs }) => name ?? durationMs / 60_000);
  return { connected, hear, left, timers };
}

describe('a request that fits several timers', () => {
  it('keeps the microphone open and goes on with the one that is named', async () => {
    const { connected, hear, left } = await twoTimers();
    await using _ = connected;
    const asked = await hear('cancel the timer');
    expect(asked).toMatchObject({ continueConversation: true, continueReason: 'clarification' });
    expect(asked.speech).toMatch(/the pasta timer and the 20 minute timer/);
    const done = await hear('the pasta one');
    expect(done).toMatchObject({ speech: 'The pasta timer is cancelled.', continueConversation: false });
    expect(left()).toEqual([20]);
  });

  it('asks once more, and takes all of them for an answer', async () => {
    const { connected, hear, left } = await twoTimers();
    await using _ = connected;
    await hear('cancel the timer');
    expect((await hear('the egg one')).continueConversation).toBe(true);
    await hear('both of them');
    expect(left()).toEqual([]);
  });

  it('changes nothing at "never mind", and at a new request', async () => {
    const { connected, hear, left } = await twoTimers();
    await using _ = connected;
    await hear('cancel the timer');
    await hear('never mind');
    await hear('cancel the timer');
    expect((await hear('pause the pasta timer')).speech).toMatch(/^The pasta timer is paused/);
    expect((await hear('the twenty minute one')).understood).toBe(false);
    expect(left()).toHaveLength(2);
  });

  it('only says which there are where no answer can come back', async () => {
    const { connected, hear, left } = await twoTimers();
    await using _ = connected;
    const said = await hear('cancel the timer', '');
    expect(said.continueConversation).toBe(false);
    expect(said.speech).toMatch(/the pasta timer and the 20 minute timer/);
    expect(left()).toHaveLength(2);
  });
});
