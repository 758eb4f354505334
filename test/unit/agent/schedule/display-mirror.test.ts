import { describe, expect, it } from 'vitest';
import { silentLogger } from '../../../../src/core/log.ts';
import { Queue } from '../../../../src/core/queue.ts';
import type {
  ShownTimer,
  ShowResult,
  TimerDisplay,
  TimerDisplayEvent,
} from '../../../../src/agent/ports/timer-display.ts';
import { DisplayMirror } from '../../../../src/agent/schedule/display-mirror.ts';
import { TimerRinger } from '../../../../src/agent/schedule/timer-ringer.ts';
import { lateRingMs } from '../../../../src/agent/schedule/timers.ts';
import { minuteMs, origin, testTimers } from '../../../support/agent/test-timers.ts';

const shown = origin({ deviceId: 'voice_pe', showsTimers: true });
const egg = { name: 'egg', durationMs: 5 * minuteMs, origin: shown };

function fakeDisplay(result: ShowResult = { kind: 'shown' }) {
  const calls: (ShownTimer | string)[] = [];
  const events = new Queue<TimerDisplayEvent>({ limit: 10, policy: 'fail' });
  const display: TimerDisplay = {
    show: async (timer) => {
      calls.push(timer);
      return result;
    },
    remove: async (timerId) => void calls.push(timerId),
    events: ({ signal }) => {
      signal.addEventListener('abort', () => events.close(), { once: true });
      return events;
    },
  };
  const tell = (event: TimerDisplayEvent) => events.push(event, new AbortController().signal);
  return { display, calls, tell };
}

async function mirrored(result?: ShowResult) {
  const schedule = await testTimers();
  const fake = fakeDisplay(result);
  const rung: string[] = [];
  const start = (timers = schedule.timers) => {
    const stop = new AbortController();
    const mirror = new DisplayMirror(timers, fake.display, silentLogger);
    const ringer = new TimerRinger({
      timers,
      mirror,
      bell: {
        placeOf: () => 'satellite',
        promiseOf: () => 'satellite',
        ring: async (end) => {
          rung.push(end().timer.name ?? '');
          return 'told';
        },
      },
      log: silentLogger,
    });
    const running = Promise.allSettled([mirror.run(stop), mirror.follow(stop), ringer.run(stop)]);
    return {
      [Symbol.asyncDispose]: async () => {
        stop.abort();
        mirror[Symbol.dispose]();
        await running;
      },
    };
  };
  return { ...schedule, ...fake, rung, start };
}

describe('a satellite that shows timers', () => {
  it('is shown what changes, always as it is now, and taken off what was cancelled', async () => {
    const { timers, calls, start } = await mirrored();
    await using _running = start();
    const timer = await timers.start(egg);
    await expect
      .poll(() => calls)
      .toMatchObject([{ timerId: timer.timerId, deviceId: 'voice_pe', name: 'egg', remainingMs: 300_000 }]);
    await timers.add(timer, minuteMs);
    await expect.poll(() => calls.at(-1)).toMatchObject({ totalMs: 360_000, remainingMs: 360_000 });
    await timers.pause(timer);
    await expect.poll(() => calls.at(-1)).toMatchObject({ isPaused: true });
    await timers.remove([timer.timerId]);
    await expect.poll(() => calls.at(-1)).toBe(timer.timerId);
  });

  it('is shown what is left after a restart of ours', async () => {
    const { timers, clock, calls, start, reopen } = await mirrored();
    await timers.start(egg);
    clock.advance(minuteMs);
    await using _running = start(await reopen());
    await expect.poll(() => calls).toMatchObject([{ remainingMs: 240_000 }]);
  });

  it('rings by itself: nothing is announced beside it', async () => {
    const { timers, clock, tell, rung, start, store } = await mirrored();
    await using _running = start();
    const { timerId } = await timers.start(egg);
    clock.advance(5 * minuteMs + 500);
    await timers.start({ ...egg, name: 'other' });
    await tell({ kind: 'finished', timerId, hasRung: true });
    await expect.poll(() => store.rows.has(timerId)).toBe(false);
    expect(rung).toEqual([]);
  });

  it('that did not ring leaves it to us, at once', async () => {
    const { timers, clock, tell, rung, start } = await mirrored();
    await using _running = start();
    const { timerId } = await timers.start(egg);
    clock.advance(5 * minuteMs);
    await tell({ kind: 'finished', timerId, hasRung: false });
    await expect.poll(() => rung).toEqual(['egg']);
  });

  it('that turns out to show none leaves it to us', async () => {
    const { timers, clock, calls, rung, start } = await mirrored({ kind: 'unsupported' });
    await using _running = start();
    await timers.start(egg);
    await expect.poll(() => calls).toHaveLength(1);
    clock.advance(5 * minuteMs);
    await timers.start({ ...egg, name: 'other', origin: origin() });
    await expect.poll(() => rung).toEqual(['egg']);
  });

  it('that never reports back is not waited for beyond the time of late rings', async () => {
    const { timers, clock, rung, start } = await mirrored();
    await using _running = start();
    await timers.start(egg);
    clock.advance(5 * minuteMs + lateRingMs + 1);
    await timers.start({ ...egg, name: 'other' });
    await expect.poll(() => timers.ended()).toMatchObject([{ name: 'egg', phase: 'unheard' }]);
    expect(rung).toEqual([]);
  });

  it('tells what people do there, which is not sent back to it', async () => {
    const { timers, calls, tell, start } = await mirrored();
    await using _running = start();
    const { timerId } = await timers.start(egg);
    await expect.poll(() => calls).toHaveLength(1);
    await tell({ kind: 'changed', timerId, remainingMs: 2 * minuteMs, isPaused: true });
    await expect
      .poll(() => timers.pending())
      .toMatchObject([{ phase: 'paused', nowLeftMs: 120_000, totalMs: 300_000 }]);
    expect(calls).toHaveLength(1);
    await tell({ kind: 'cancelled', timerId });
    await expect.poll(() => timers.pending()).toEqual([]);
  });
});
