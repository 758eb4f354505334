import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Timer } from '../../../src/agent/ports/timer-store.ts';
import { openStore } from '../../../src/store/open-store.ts';
import { handClock } from '../../support/hand-clock.ts';
import { tempDir } from '../../support/temp-dir.ts';
import { minuteMs, origin } from '../../support/test-timers.ts';

const timer = (timerId: string, more: Partial<Timer> = {}): Timer => ({
  timerId,
  name: null,
  durationMs: 5 * minuteMs,
  totalMs: 6 * minuteMs,
  createdAtMs: 1_000,
  origin: origin({ deviceId: 'd', showsTimers: true, language: 'de' }),
  phase: 'running',
  leftMs: 123.5,
  asOfMs: 2_000,
  ...more,
});

describe('timers in the store', () => {
  it('come back as they were, in the order they were set, after the file was closed', async () => {
    await using dir = await tempDir();
    const open = () => openStore({ path: join(dir.path, 'h.db'), clock: handClock() });
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
    await using dir = await tempDir();
    await using store = await openStore({ path: join(dir.path, 'h.db'), clock: handClock() });
    for (const id of ['a', 'b', 'c']) await store.timers.save(timer(id));
    await store.timers.save(timer('b', { phase: 'paused', leftMs: 9 }));
    await store.timers.remove(['a', 'c', 'nobody']);
    expect(await store.timers.load()).toEqual([timer('b', { phase: 'paused', leftMs: 9 })]);
    await store.timers.remove([]);
    expect(await store.timers.load()).toHaveLength(1);
  });
});
