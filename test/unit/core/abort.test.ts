import { getEventListeners } from 'node:events';
import { describe, expect, it } from 'vitest';
import {
  abortable,
  bindFlag,
  isAborted,
  sleep,
  startDeadline,
  startListening,
} from '../../../src/core/abort.ts';

const never = new Promise<never>(() => undefined);

describe('abortable', () => {
  it('settles like the promise', async () => {
    const { signal } = new AbortController();
    expect(await abortable(Promise.resolve(3), signal)).toBe(3);
    await expect(abortable(Promise.reject(new Error('no')), signal)).rejects.toThrow('no');
  });

  it('rejects with the reason of the signal', async () => {
    const stop = new AbortController();
    const waiting = abortable(never, stop.signal);
    stop.abort(new Error('stopped'));
    await expect(waiting).rejects.toThrow('stopped');
    await expect(abortable(Promise.resolve(3), stop.signal)).rejects.toThrow('stopped');
  });

  it('leaves no unhandled rejection behind when the promise fails after the abort', async () => {
    // An unhandled rejection fails the test run.
    const signal = AbortSignal.abort(new Error('first'));
    await expect(abortable(Promise.reject(new Error('late')), signal)).rejects.toThrow('first');
  });

  it('leaves no listener behind', async () => {
    const { signal } = new AbortController();
    for (let i = 0; i < 5; i += 1) await abortable(Promise.resolve(i), signal);
    expect(getEventListeners(signal, 'abort')).toHaveLength(0);
  });
});

describe('sleep', () => {
  it('ends early when aborted', async () => {
    const stop = new AbortController();
    const waiting = sleep(3_600_000, stop.signal);
    stop.abort(new Error('woken'));
    await expect(waiting).rejects.toThrow('woken');
  });
});

describe('isAborted', () => {
  it('reads the flag bound to a signal whose event was not delivered', () => {
    const { signal } = new AbortController();
    let isSet = false;
    bindFlag(signal, () => isSet);
    expect(isAborted(signal)).toBe(false);
    isSet = true;
    expect(isAborted(signal)).toBe(true);
    expect(isAborted(new AbortController().signal)).toBe(false);
    expect(isAborted(AbortSignal.abort())).toBe(true);
  });
});

describe('startDeadline', () => {
  it('aborts when the time is over, and says so', async () => {
    using deadline = startDeadline(1, new AbortController().signal);
    await expect(abortable(never, deadline.signal)).rejects.toThrow('the time is over');
    expect(deadline.isOver).toBe(true);
  });

  it('aborts with the reason of the signal it was given', async () => {
    const stop = new AbortController();
    using deadline = startDeadline(3_600_000, stop.signal);
    stop.abort(new Error('stopped'));
    await expect(abortable(never, deadline.signal)).rejects.toThrow('stopped');
    expect(deadline.isOver).toBe(false);
  });
});

describe('startListening', () => {
  it('does not count the time in which this process could not listen', async () => {
    const { signal } = new AbortController();
    using plain = startDeadline(30, signal);
    using listening = startListening(30, signal);
    const untilMs = performance.now() + 60;
    while (performance.now() < untilMs);
    // Timers that are due come before this one.
    await new Promise((resolve) => setTimeout(resolve, 0));
    expect([plain.isOver, listening.isOver]).toEqual([true, false]);
    await expect(abortable(never, listening.signal)).rejects.toThrow('the time is over');
    expect(listening.isOver).toBe(true);
  });

  it('ends with the signal it was given', async () => {
    const stop = new AbortController();
    using listening = startListening(60_000, stop.signal);
    stop.abort(new Error('stopped'));
    await expect(abortable(never, listening.signal)).rejects.toThrow('stopped');
    expect(listening.isOver).toBe(false);
  });
});
