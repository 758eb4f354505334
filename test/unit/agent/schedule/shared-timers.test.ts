/** Timers in a store that other processes write to, too. */
import { describe, expect, it } from 'vitest';
import { silentLogger } from '../../../../src/core/log.ts';
import type { TimerStore } from '../../../../src/agent/ports/timer-store.ts';
import { Timers } from '../../../../src/agent/schedule/timers.ts';
import { handClock } from '../../../support/hand-clock.ts';
import { diskStore, minuteMs, origin } from '../../../support/agent/test-timers.ts';

const egg = { name: 'egg', durationMs: 5 * minuteMs, origin: origin() };

/** Two processes on one disk, each looking at it itself. */
async function twoProcesses() {
  const disk = diskStore();
  const store: TimerStore = { ...disk, changeMark: async () => undefined };
  const clock = handClock();
  const open = () => Timers.open({ store, clock, log: silentLogger });
  return { disk, store, clock, open, here: await open(), there: await open() };
}

describe('timers of several processes', () => {
  it('are set, changed and removed for all of them', async () => {
    const { here, there } = await twoProcesses();
    const timer = await here.start(egg);
    await there.refresh();
    await there.add(timer, minuteMs);
    await here.refresh();
    expect(here.get(timer.timerId)?.nowLeftMs).toBe(6 * minuteMs);
    await here.remove([timer.timerId]);
    await there.refresh();
    expect(there.all()).toEqual([]);
  });

  it('tell those who watch of what another process did', async () => {
    const { here, there } = await twoProcesses();
    const seen: string[] = [];
    there.watch((timerId) => seen.push(timerId));
    const { timerId } = await here.start(egg);
    await there.refresh();
    await there.refresh();
    expect(seen).toEqual([timerId]);
  });

  it('go on here when the store could not be written', async () => {
    const { clock, store } = await twoProcesses();
    const save = async (): Promise<void> => await Promise.reject(new Error('disk'));
    const timers = await Timers.open({ store: { ...store, save }, clock, log: silentLogger });
    const { timerId } = await timers.start(egg);
    await timers.refresh();
    expect(timers.get(timerId)).toBeDefined();
  });

  it('are not taken for missed while another process rings them, and are when that has ended', async () => {
    const { here, clock, open } = await twoProcesses();
    const { timerId } = await here.start(egg);
    clock.advance(5 * minuteMs);
    await here.end(timerId, 'ringing');
    const there = await open();
    expect(there.get(timerId)?.phase).toBe('ringing');
    await there.settleInterrupted();
    expect(there.get(timerId)?.phase).toBe('unheard');
  });

  it('that are changed here while the store is read stay as they are here', async () => {
    const { disk, clock } = await twoProcesses();
    let letRead: () => void = () => undefined;
    let readCount = 0;
    const store: TimerStore = {
      ...disk,
      changeMark: async () => undefined,
      load: async () => {
        const rows = [...disk.rows.values()];
        readCount += 1;
        await new Promise<void>((resolve) => (letRead = resolve));
        return rows;
      },
    };
    const opening = Timers.open({ store, clock, log: silentLogger });
    letRead();
    const timers = await opening;
    const reading = timers.refresh();
    await expect.poll(() => readCount).toBe(2);
    const { timerId } = await timers.start(egg);
    letRead();
    await reading;
    expect(timers.get(timerId)).toBeDefined();
  });

  it('are not read again while nobody else wrote', async () => {
    const { disk, clock } = await twoProcesses();
    let readCount = 0;
    const load = async () => {
      readCount += 1;
      return await disk.load();
    };
    const timers = await Timers.open({
      store: { ...disk, load, changeMark: async () => 7 },
      clock,
      log: silentLogger,
    });
    await timers.refresh();
    await timers.refresh();
    expect(readCount).toBe(2);
  });
});
