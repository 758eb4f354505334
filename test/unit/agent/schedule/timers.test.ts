import { describe, expect, it } from 'vitest';
import { silentLogger } from '../../../../src/core/log.ts';
import { Timers } from '../../../../src/agent/schedule/timers.ts';
import { diskStore, minuteMs, origin, testTimers } from '../../../support/agent/test-timers.ts';

const egg = { name: 'egg', durationMs: 5 * minuteMs, origin: origin() };
const tea = { name: null, durationMs: 3 * minuteMs, origin: origin() };

describe('timers', () => {
  it('count down and list what ends first in front', async () => {
    const { timers, clock } = await testTimers();
    await timers.start(egg);
    await timers.start(tea);
    clock.advance(minuteMs);
    expect(timers.pending().map(({ nowLeftMs }) => nowLeftMs)).toEqual([2 * minuteMs, 4 * minuteMs]);
  });

  it('stand still while paused, also over a restart', async () => {
    const { timers, clock, reopen } = await testTimers();
    const timer = await timers.start(egg);
    clock.advance(minuteMs);
    await timers.pause(timer);
    clock.advance(60 * minuteMs);
    const again = await reopen();
    expect(again.pending()).toMatchObject([{ phase: 'paused', nowLeftMs: 4 * minuteMs }]);
    await again.resume(timer);
    clock.advance(minuteMs);
    expect(again.get(timer.timerId)).toMatchObject({ phase: 'running', nowLeftMs: 3 * minuteMs });
  });

  it('take more time and less, and know what they were set to', async () => {
    const { timers } = await testTimers();
    const timer = await timers.start(egg);
    await timers.add(timer, 2 * minuteMs);
    await timers.add(timer, -minuteMs);
    expect(timers.get(timer.timerId)).toMatchObject({
      nowLeftMs: 6 * minuteMs,
      totalMs: 6 * minuteMs,
      durationMs: 5 * minuteMs,
    });
  });

  it('go on by wall time after the process was gone', async () => {
    const { timers, clock, reopen } = await testTimers();
    await timers.start(egg);
    clock.advance(2 * minuteMs);
    const again = await reopen();
    expect(again.pending()).toMatchObject([{ name: 'egg', nowLeftMs: 3 * minuteMs }]);
    clock.advance(4 * minuteMs);
    const due = (await reopen()).due();
    expect(due).toMatchObject([{ name: 'egg', nowLeftMs: -minuteMs }]);
  });

  it('are not moved by somebody who sets the wall clock, and a restart then still knows what is left', async () => {
    const { timers, clock, reopen } = await testTimers();
    const timer = await timers.start(egg);
    clock.setWallBy(60 * minuteMs);
    await timers.tidy();
    expect(timers.due()).toEqual([]);
    clock.advance(minuteMs);
    expect(timers.get(timer.timerId)?.nowLeftMs).toBe(4 * minuteMs);
    expect((await reopen()).get(timer.timerId)?.nowLeftMs).toBe(4 * minuteMs);
  });

  it('have at most what was left at the last writing when the clock came back older', async () => {
    const { timers, clock, reopen } = await testTimers();
    const timer = await timers.start(egg);
    clock.setWallBy(-365 * 24 * 60 * minuteMs);
    expect((await reopen()).get(timer.timerId)?.nowLeftMs).toBe(5 * minuteMs);
  });

  it('that came from the store follow a wall clock that is put right', async () => {
    const { timers, clock, reopen } = await testTimers();
    const timer = await timers.start(egg);
    clock.setWallBy(-10 * minuteMs);
    const again = await reopen();
    clock.setWallBy(12 * minuteMs);
    await again.tidy();
    expect(again.get(timer.timerId)?.nowLeftMs).toBe(3 * minuteMs);
  });

  it('forget an unheard one after a day', async () => {
    const { timers, clock } = await testTimers();
    const timer = await timers.start(tea);
    clock.advance(3 * minuteMs);
    await timers.end(timer.timerId, 'unheard');
    clock.advance(24 * 60 * minuteMs);
    await timers.tidy();
    expect(timers.ended()).toHaveLength(1);
    clock.advance(1);
    await timers.tidy();
    expect(timers.ended()).toEqual([]);
  });

  it('end in the past when they were over before anybody looked', async () => {
    const { timers, clock } = await testTimers();
    const timer = await timers.start(tea);
    clock.advance(10 * minuteMs);
    await timers.end(timer.timerId, 'ringing');
    expect(timers.lateMs(timer)).toBe(7 * minuteMs);
    clock.advance(minuteMs);
    expect(timers.lateMs(timer)).toBe(8 * minuteMs);
  });

  it('work without a disk', async () => {
    const broken = {
      ...diskStore(),
      load: async () => {
        throw new Error('disk');
      },
      save: async () => {
        throw new Error('disk');
      },
    };
    const { clock } = await testTimers();
    const timers = await Timers.open({ store: broken, clock, log: silentLogger });
    await timers.start(tea);
    expect(timers.pending()).toHaveLength(1);
  });
});
