import { describe, expect, it } from 'vitest';
import type { HeldLease, Lease } from '../../../../src/agent/ports/lease.ts';
import { silentLogger } from '../../../../src/core/log.ts';
import { underLease } from '../../../../src/agent/schedule/under-lease.ts';

/** A lease that is free at once, and can be lost. */
function freeLease() {
  const held: { readonly lost: AbortController; isGiven: boolean }[] = [];
  const lease: Lease = {
    take: async ({ signal }): Promise<HeldLease> => {
      signal.throwIfAborted();
      const one = { lost: new AbortController(), isGiven: false };
      held.push(one);
      return {
        lost: one.lost.signal,
        [Symbol.asyncDispose]: async () => {
          one.isGiven = true;
        },
      };
    },
  };
  return { lease, held };
}

/** Work that goes on until its signal aborts, as ringing does. */
function endless() {
  const begun: AbortSignal[] = [];
  const work = async (signal: AbortSignal): Promise<void> => {
    begun.push(signal);
    await new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
  };
  return { begun, work };
}

describe('work under a lease', () => {
  it('ends with the lease, which is given back', async () => {
    const { lease, held } = freeLease();
    const { begun, work } = endless();
    const stop = new AbortController();
    const running = underLease(work, { lease, log: silentLogger, signal: stop.signal });
    await expect.poll(() => begun.length).toBe(1);
    held[0]?.lost.abort();
    await expect.poll(() => held[0]?.isGiven).toBe(true);
    expect(begun[0]?.aborted).toBe(true);
    stop.abort(new Error('enough'));
    await expect(running).rejects.toThrow('enough');
  });

  it('ends with the signal, and gives the lease back', async () => {
    const { lease, held } = freeLease();
    const { work, begun } = endless();
    const stop = new AbortController();
    const running = underLease(work, { lease, log: silentLogger, signal: stop.signal });
    await expect.poll(() => begun.length).toBe(1);
    stop.abort(new Error('enough'));
    await expect(running).rejects.toThrow('enough');
    expect(held.map(({ isGiven }) => isGiven)).toEqual([true]);
  });

  it('is done without it while nobody can have it', async () => {
    const { work, begun } = endless();
    const stop = new AbortController();
    const take = async (): Promise<HeldLease> => await Promise.reject(new Error('the store is away'));
    const running = underLease(work, { lease: { take }, log: silentLogger, signal: stop.signal });
    await expect.poll(() => begun.length).toBe(1);
    stop.abort(new Error('enough'));
    await expect(running).rejects.toThrow('enough');
  });

  it('that fails by itself is told, and gives the lease back', async () => {
    const { lease, held } = freeLease();
    const fail = async (): Promise<void> => await Promise.reject(new Error('broken'));
    const { signal } = new AbortController();
    await expect(underLease(fail, { lease, log: silentLogger, signal })).rejects.toThrow('broken');
    expect(held[0]?.isGiven).toBe(true);
  });
});
