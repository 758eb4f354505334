import { describe, expect, it } from 'vitest';
import { silentLogger } from '../../../../src/core/log.ts';
import type { AnnounceResult, Announcer } from '../../../../src/agent/ports/announcer.ts';
import { createTimerBell } from '../../../../src/agent/schedule/timer-bell.ts';
import type { TimerEnd } from '../../../../src/agent/schedule/timer-outcome.ts';
import { TimerRinger } from '../../../../src/agent/schedule/timer-ringer.ts';
import { lateRingMs } from '../../../../src/agent/schedule/timers.ts';
import { minuteMs, origin, testTimers } from '../../../support/agent/test-timers.ts';

const egg = { name: 'egg', durationMs: 5 * minuteMs, origin: origin() };
const announced: AnnounceResult = { kind: 'announced' };
const failed = (reason: 'not-connected' | 'unconfirmed' | 'unknown-satellite'): AnnounceResult => ({
  kind: 'failed',
  reason,
});

/** Satellites that answer as scripted, the last answer again and again. */
function scriptedAnnouncer(...script: readonly [AnnounceResult, ...AnnounceResult[]]) {
  const said: { satelliteId: string; text: string }[] = [];
  const announcer: Announcer = {
    announce: async (announcement) => {
      said.push(announcement);
      return script[Math.min(said.length, script.length) - 1] ?? script[0];
    },
    ask: () => Promise.reject(new Error('nobody asks')),
    startConversation: () => Promise.reject(new Error('nobody starts')),
  };
  return { announcer, said };
}

const say = ({ timer, lateMs }: TimerEnd) => `${timer.name ?? 'timer'} ${lateMs}`;
const { signal } = new AbortController();

async function ringing(announcer: Announcer, typed?: (text: string) => void) {
  const schedule = await testTimers();
  const ringer = (timers = schedule.timers) =>
    new TimerRinger({
      timers,
      bell: createTimerBell({ announcer, ...(typed && { terminal: typed }), say, pauseMs: 0 }),
      log: silentLogger,
    });
  return { ...schedule, ringer };
}

describe('the end of a timer', () => {
  it('is announced once on the satellite that set it', async () => {
    const { announcer, said } = scriptedAnnouncer(announced);
    const { timers, clock, store, ringer } = await ringing(announcer);
    const one = ringer();
    await timers.start(egg);
    expect(await one.tick({ signal })).toBe(5_000);
    clock.advance(5 * minuteMs);
    await one.tick({ signal });
    await expect.poll(() => store.rows.size).toBe(0);
    expect(said).toEqual([{ satelliteId: 'assist_satellite.kitchen', text: 'egg 0' }]);
    expect(await one.tick({ signal })).toBeNull();
  });

  it('is awaited to the millisecond when it is near, and clocks are compared meanwhile when it is far', async () => {
    const { timers, clock, ringer } = await ringing(scriptedAnnouncer(announced).announcer);
    const one = ringer();
    expect(await one.tick({ signal })).toBeNull();
    await timers.start(egg);
    clock.advance(5 * minuteMs - 40);
    expect(await one.tick({ signal })).toBe(40);
  });

  it('is told at once after a restart, with how late it is', async () => {
    const { announcer, said } = scriptedAnnouncer(announced);
    const { timers, clock, reopen, ringer, store } = await ringing(announcer);
    await timers.start(egg);
    clock.advance(7 * minuteMs);
    await ringer(await reopen()).tick({ signal });
    await expect.poll(() => store.rows.size).toBe(0);
    expect(said.map(({ text }) => text)).toEqual([`egg ${2 * minuteMs}`]);
  });

  it('that is long past does not ring any more, and is kept to be told', async () => {
    const { announcer, said } = scriptedAnnouncer(announced);
    const { timers, clock, reopen, ringer } = await ringing(announcer);
    await timers.start(egg);
    clock.advance(5 * minuteMs + lateRingMs + 1);
    const again = await reopen();
    await ringer(again).tick({ signal });
    expect(said).toEqual([]);
    expect(again.ended()).toMatchObject([{ phase: 'unheard', name: 'egg' }]);
  });

  it('does not ring again when the process died while it was told', async () => {
    const { announcer, said } = scriptedAnnouncer(announced);
    const { timers, clock, reopen, ringer } = await ringing(announcer);
    const { timerId } = await timers.start(egg);
    clock.advance(5 * minuteMs);
    await timers.end(timerId, 'ringing');
    const again = await reopen();
    await ringer(again).tick({ signal });
    expect(said).toEqual([]);
    expect(again.ended()).toMatchObject([{ phase: 'unheard' }]);
  });

  it('is tried again while the satellite is away, and not when it may have been heard', async () => {
    const away = scriptedAnnouncer(failed('not-connected'), failed('not-connected'), announced);
    const first = await ringing(away.announcer);
    await first.timers.start(egg);
    first.clock.advance(5 * minuteMs);
    await first.ringer().tick({ signal });
    await expect.poll(() => first.store.rows.size).toBe(0);
    expect(away.said).toHaveLength(3);

    const unsure = scriptedAnnouncer(failed('unconfirmed'));
    const second = await ringing(unsure.announcer);
    await second.timers.start(egg);
    second.clock.advance(5 * minuteMs);
    await second.ringer().tick({ signal });
    await expect.poll(() => second.timers.ended()).toMatchObject([{ phase: 'unheard' }]);
    expect(unsure.said).toHaveLength(1);
  });

  it('of a timer nobody can be told of is kept to be asked about', async () => {
    const { announcer, said } = scriptedAnnouncer(failed('unknown-satellite'));
    const { timers, clock, ringer } = await ringing(announcer);
    await timers.start(egg);
    await timers.start({ ...egg, name: 'typed', origin: origin({ satelliteId: null }) });
    clock.advance(5 * minuteMs);
    await ringer().tick({ signal });
    await expect
      .poll(() => timers.ended().map(({ name, phase }) => `${name} ${phase}`))
      .toEqual(['egg unheard', 'typed unheard']);
    expect(said).toHaveLength(1);
  });

  it('is printed where it was typed when there is a terminal', async () => {
    const printed: string[] = [];
    const { timers, clock, ringer } = await ringing(scriptedAnnouncer(announced).announcer, (text) =>
      printed.push(text),
    );
    await timers.start({ ...egg, origin: origin({ satelliteId: null }) });
    clock.advance(5 * minuteMs);
    await ringer().tick({ signal });
    expect(printed).toEqual(['egg 0']);
  });

  it('comes by itself while the ringer runs, and stays away from a cancelled one', async () => {
    const { announcer, said } = scriptedAnnouncer(announced);
    const { timers, clock, store, ringer } = await ringing(announcer);
    const stop = new AbortController();
    const running = ringer().run(stop);
    const cancelled = await timers.start({ ...egg, name: 'tea' });
    const { timerId } = await timers.start(egg);
    await timers.remove([cancelled.timerId]);
    clock.advance(5 * minuteMs);
    // Anything that changes wakes the ringer.
    await timers.start({ ...egg, name: 'later' });
    await expect.poll(() => store.rows.has(timerId)).toBe(false);
    expect(said.map(({ text }) => text)).toEqual(['egg 0']);
    stop.abort();
    await expect(running).rejects.toThrow();
  });
});
