import { expect, it } from 'vitest';
import type { Timer } from '../../../src/agent/ports/timer-store.ts';
import { Timers } from '../../../src/agent/schedule/timers.ts';
import { silentLogger } from '../../../src/core/log.ts';
import { openStore } from '../../../src/store/open-store.ts';
import { handClock } from '../../support/hand-clock.ts';
import { describeStores } from '../../support/store-kinds.ts';
import { minuteMs, origin } from '../../support/agent/test-timers.ts';

const timer = (timerId: string, more: Partial<Timer> = {}): Timer => ({
  timerId,
  name: null,
  durationMs: 5 * minuteMs,
  totalMs: 6 * minuteMs,
  createdAtMs: 1_000,
  origin: origin({ deviceId: 'd', showsTimers: true, language: 'de' }),
  phase: 'running',
  leftMs: 123.5,
  asOfMs: 1_795_000_000_000.25,
  ...more,
});

describeStores('timers in the store', (make) => {
  it('come back as they were, in the order they were set, after the store was closed', async () => {
    await using place = await make();
    const open = () => openStore({ ...place.place, clock: handClock() });
    const second = timer('a', { createdAtMs: 2_000, name: '["odd"]' });
    {
      await using store = await open();
      await store.timers.save(second);
      await store.timers.save(timer('b'));
    }
    await using again = await open();
    expect(await again.timers.load()).toEqual([timer('b'), second]);
  });

  it('are replaced and removed', async () => {
    await using place = await make();
    await using store = await openStore({ ...place.place, clock: handClock() });
    for (const id of ['a', 'b', 'c']) await store.timers.save(timer(id));
    await store.timers.save(timer('b', { phase: 'paused', leftMs: 9 }));
    await store.timers.remove(['a', 'c', 'nobody']);
    expect(await store.timers.load()).toEqual([timer('b', { phase: 'paused', leftMs: 9 })]);
    await store.timers.remove([]);
    expect(await store.timers.load()).toHaveLength(1);
  });

  it('are known to every process that shares it', async () => {
    await using place = await make();
    await using one = await openStore({ ...place.place, clock: handClock() });
    await using other = await openStore({ ...place.place, clock: handClock() });
    const here = await Timers.open({ store: one.timers, clock: handClock(), log: silentLogger });
    const there = await Timers.open({ store: other.timers, clock: handClock(), log: silentLogger });
    const { timerId } = await here.start({ name: 'egg', durationMs: minuteMs, origin: origin() });
    await there.refresh();
    expect(there.get(timerId)).toMatchObject({ name: 'egg', phase: 'running' });
    await there.remove([timerId]);
    await here.refresh();
    expect(here.all()).toEqual([]);
  });
});
