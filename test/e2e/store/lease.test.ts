import { expect, it } from 'vitest';
import { openStore } from '../../../src/store/open-store.ts';
import { handClock } from '../../support/hand-clock.ts';
import { describeStores } from '../../support/store-kinds.ts';

describeStores('the lease of a store', (make) => {
  it('belongs to one process at a time, and to the next one when that lets go or ends', async () => {
    await using place = await make();
    const open = () => openStore({ ...place.place, clock: handClock() });
    const { signal } = new AbortController();
    const first = await open();
    await using second = await open();
    const held = await first.lease.take({ signal });
    let isTaken = false;
    const waiting = second.lease.take({ signal }).then((lease) => {
      isTaken = true;
      return lease;
    });
    // Asked for and refused before this write is through.
    await second.timers.remove(['nobody']);
    expect(isTaken).toBe(false);
    expect(held.lost.aborted).toBe(false);
    await held[Symbol.asyncDispose]();
    const next = await waiting;
    expect(next.lost.aborted).toBe(false);
    const third = first.lease.take({ signal });
    await second[Symbol.asyncDispose]();
    await Promise.allSettled([next[Symbol.asyncDispose]()]);
    await (await third)[Symbol.asyncDispose]();
    await first[Symbol.asyncDispose]();
  });

  it('is no longer waited for after the signal', async () => {
    await using place = await make();
    await using store = await openStore({ ...place.place, clock: handClock() });
    const stop = new AbortController();
    stop.abort(new Error('enough'));
    await expect(store.lease.take({ signal: stop.signal })).rejects.toThrow('enough');
  });
});
