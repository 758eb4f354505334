import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { followAction, followDeadlineMs } from '../../../src/home/follow-action.ts';
import type { ActionEnd } from '../../../src/home/follow-action.ts';
import { stateOf } from '../../../src/home/model/home-model.ts';
import { connectDemo } from '../../support/home/demo-home.ts';
import type { ConnectedDemo } from '../../support/home/demo-home.ts';

const entityId = 'cover.garage_door';
const opening = {
  entityId,
  domain: 'cover',
  proves: ({ state, attributes }: { state: string; attributes: Readonly<Record<string, unknown>> }) =>
    state === 'open' && attributes['current_position'] === 100,
  underway: ({ state }: { state: string }) => state === 'opening',
};

let connected: ConnectedDemo;

beforeEach(async () => {
  connected = await connectDemo();
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(async () => {
  vi.useRealTimers();
  await connected[Symbol.asyncDispose]();
});

const report = async (state: string, position = 0): Promise<void> => {
  connected.demo.world.report(entityId, { state, attributes: { current_position: position } });
  await vi.waitFor(() => expect(stateOf(connected.home.model(), entityId)?.state).toBe(state));
};

/** Follows in the background; the result is undefined until it has ended. */
function follow(hasStarted: boolean, signal = new AbortController().signal) {
  const refused = new AbortController();
  const seen: { end?: ActionEnd; refuse: () => void; failure?: unknown } = { refuse: () => refused.abort() };
  followAction(connected.home, opening, { hasStarted, refused: refused.signal, signal }).then(
    (end) => (seen.end = end),
    (failure: unknown) => (seen.failure = failure),
  );
  return seen;
}

describe('following an action', () => {
  it('tells that a started cover reached the asked position', async () => {
    await report('opening');
    const seen = follow(true);
    await report('opening', 50);
    expect(seen.end).toBeUndefined();
    await report('open', 100);
    expect(seen.end).toMatchObject({ entityId, end: 'reached', after: { state: 'open' } });
  });

  it('tells that a cover came to rest half-way, once it stays there', async () => {
    await report('opening');
    const seen = follow(true);
    await report('open', 40);
    await vi.advanceTimersByTimeAsync(1_900);
    expect(seen.end).toBeUndefined();
    await vi.advanceTimersByTimeAsync(200);
    expect(seen.end).toMatchObject({ end: 'stopped', after: { attributes: { current_position: 40 } } });
  });

  it('takes a resting state between two moving ones for a blip', async () => {
    await report('opening');
    const seen = follow(true);
    await report('open', 40);
    await vi.advanceTimersByTimeAsync(500);
    await report('opening', 60);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(seen.end).toBeUndefined();
    await report('open', 100);
    expect(seen.end?.end).toBe('reached');
  });

  it('tells that a device became unreachable on the way', async () => {
    await report('opening');
    const seen = follow(true);
    await report('unavailable');
    await vi.advanceTimersByTimeAsync(2_100);
    expect(seen.end?.end).toBe('failed');
  });

  it('waits for a device that has not answered yet, and then for its end', async () => {
    const seen = follow(false);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(seen.end).toBeUndefined();
    await report('opening');
    await report('closed');
    await vi.advanceTimersByTimeAsync(2_100);
    expect(seen.end?.end).toBe('stopped');
  });

  it('tells a refusal that came late', async () => {
    const seen = follow(false);
    seen.refuse();
    await vi.advanceTimersByTimeAsync(0);
    expect(seen.end?.end).toBe('failed');
  });

  it("gives up after the domain's time", async () => {
    const seen = follow(false);
    await vi.advanceTimersByTimeAsync(followDeadlineMs('cover'));
    expect(seen.end?.end).toBe('timed-out');
  });

  it('ends with the reason of whoever stops following', async () => {
    const stop = new AbortController();
    const seen = follow(true, stop.signal);
    stop.abort(new DOMException('sent elsewhere', 'AbortError'));
    await vi.advanceTimersByTimeAsync(0);
    expect(seen).toMatchObject({ failure: { message: 'sent elsewhere' } });
    expect(seen.end).toBeUndefined();
  });
});
