import { describe, expect, it } from 'vitest';
import { answerTimer } from '../../../../src/agent/schedule/answer-timer.ts';
import { maxDurationMs, maxTimers } from '../../../../src/agent/schedule/timers.ts';
import type { TimerChoice, TimerRequest } from '../../../../src/agent/understand/plan.ts';
import type { TimerOrigin } from '../../../../src/agent/schedule/timer.ts';
import { minuteMs, origin, testTimers } from '../../../support/agent/test-timers.ts';

const any: TimerChoice = { name: null, lengthMs: null, place: null };
const kitchen = origin();
const office = origin({ satelliteId: 'assist_satellite.office', areaId: 'office' });
const typed = origin({ satelliteId: null, areaId: null });

async function desk() {
  const { timers, clock } = await testTimers();
  const ask = (request: TimerRequest, from: TimerOrigin = kitchen) =>
    answerTimer(request, from, {
      timers,
      promiseOf: ({ satelliteId }) => (satelliteId === null ? 'nowhere' : 'satellite'),
      floorOf: (areaId) => (areaId === 'office' ? 'upstairs' : 'downstairs'),
    });
  const start = (minutes: number, name: string | null = null, from: TimerOrigin = kitchen) =>
    ask({ do: 'start', lengthMs: minutes * minuteMs, name }, from);
  return { timers, clock, ask, start };
}

describe('a request about timers', () => {
  it('starts one and tells where it will ring', async () => {
    const { start } = await desk();
    expect(await start(5)).toMatchObject({
      kind: 'started',
      rings: 'satellite',
      timer: { nowLeftMs: 300_000 },
    });
    expect(await start(5, null, typed)).toMatchObject({ kind: 'started', rings: 'nowhere' });
  });

  it('starts none without a length, none for longer than a week and none beyond the limit', async () => {
    const { ask, start, timers } = await desk();
    const refused = (lengthMs: number) => ask({ do: 'start', lengthMs, name: null });
    expect(await refused(0)).toEqual({ kind: 'refused', why: 'no-length' });
    expect(await refused(Number.NaN)).toEqual({ kind: 'refused', why: 'no-length' });
    expect(await refused(maxDurationMs + 1)).toEqual({ kind: 'refused', why: 'too-long' });
    for (let n = 0; n < maxTimers; n += 1) await start(5);
    expect(await start(5)).toEqual({ kind: 'refused', why: 'too-many' });
    expect(timers.pending()).toHaveLength(maxTimers);
  });

  it('says so when there is no timer at all', async () => {
    const { ask } = await desk();
    for (const name of ['cancel', 'pause', 'resume', 'status'] as const)
      expect(await ask({ do: name, timer: any })).toEqual({ kind: 'none' });
    expect(await ask({ do: 'cancel_all', place: null })).toEqual({ kind: 'none' });
    expect(await ask({ do: 'change', byMs: minuteMs, timer: any })).toEqual({ kind: 'none' });
  });

  it('cancels the only one, one by its name and one by its length', async () => {
    const { ask, start, timers } = await desk();
    await start(5, 'egg');
    await start(10);
    await start(20, 'bread');
    const cancel = (timer: Partial<TimerChoice>) => ask({ do: 'cancel', timer: { ...any, ...timer } });
    expect(await cancel({ name: 'egg' })).toMatchObject({ kind: 'cancelled', timers: [{ name: 'egg' }] });
    expect(await cancel({ lengthMs: 10 * minuteMs })).toMatchObject({ kind: 'cancelled' });
    expect(await cancel({})).toMatchObject({ kind: 'cancelled', timers: [{ name: 'bread' }] });
    expect(timers.pending()).toEqual([]);
  });

  it('cancels nothing that was not named and asks which of several', async () => {
    const { ask, start, timers } = await desk();
    await start(5, 'egg');
    await start(10);
    expect(await ask({ do: 'cancel', timer: { ...any, name: 'pizza' } })).toMatchObject({
      kind: 'not-found',
    });
    expect(await ask({ do: 'cancel', timer: any })).toMatchObject({ kind: 'which', timers: [{}, {}] });
    expect(timers.pending()).toHaveLength(2);
  });

  it('means the timer of the satellite it was said to before others of its kind', async () => {
    const { ask, start } = await desk();
    await start(5, null, kitchen);
    await start(5, null, office);
    const request: TimerRequest = { do: 'cancel', timer: any };
    expect(await ask(request, typed)).toMatchObject({ kind: 'which' });
    expect(await ask(request, office)).toMatchObject({
      kind: 'cancelled',
      timers: [{ origin: { areaId: 'office' } }],
    });
  });

  it('cancels all, or those of a floor', async () => {
    const { ask, start, timers } = await desk();
    await start(5, null, kitchen);
    await start(6, null, kitchen);
    await start(7, null, office);
    const upstairs = { kind: 'floor', id: 'upstairs', name: 'Upstairs' } as const;
    expect(await ask({ do: 'cancel_all', place: upstairs })).toMatchObject({
      timers: [{ durationMs: 420_000 }],
    });
    expect(await ask({ do: 'cancel_all', place: upstairs })).toMatchObject({ kind: 'not-found' });
    expect(await ask({ do: 'cancel_all', place: null })).toMatchObject({ timers: [{}, {}] });
    expect(timers.pending()).toEqual([]);
  });

  it('pauses the one that runs, resumes the one that stands, and says when it was so already', async () => {
    const { ask, start, clock } = await desk();
    await start(5, 'egg');
    expect(await ask({ do: 'pause', timer: any })).toMatchObject({ kind: 'paused', wasSo: false });
    await start(10, 'bread');
    clock.advance(minuteMs);
    expect(await ask({ do: 'pause', timer: { ...any, name: 'egg' } })).toMatchObject({
      kind: 'paused',
      wasSo: true,
    });
    expect(await ask({ do: 'resume', timer: any })).toMatchObject({
      kind: 'resumed',
      wasSo: false,
      timer: { name: 'egg', nowLeftMs: 5 * minuteMs },
    });
    expect(await ask({ do: 'resume', timer: { ...any, name: 'egg' } })).toMatchObject({ wasSo: true });
  });

  it('adds and takes time, and never takes more than is left', async () => {
    const { ask, start } = await desk();
    await start(5);
    const change = (minutes: number) => ask({ do: 'change', byMs: minutes * minuteMs, timer: any });
    expect(await change(2)).toMatchObject({ kind: 'changed', timer: { nowLeftMs: 7 * minuteMs } });
    expect(await change(-3)).toMatchObject({ kind: 'changed', timer: { nowLeftMs: 4 * minuteMs } });
    expect(await change(-4)).toMatchObject({ kind: 'too-short', timer: { nowLeftMs: 4 * minuteMs } });
    expect(await change(60 * 24 * 7)).toEqual({ kind: 'refused', why: 'too-long' });
  });

  it('gives one another length from its start on', async () => {
    const { ask, start, clock } = await desk();
    await start(20);
    clock.advance(minuteMs);
    const set = (minutes: number) => ask({ do: 'set', lengthMs: minutes * minuteMs, timer: any });
    expect(await set(25)).toMatchObject({ kind: 'changed', timer: { nowLeftMs: 24 * minuteMs } });
    expect(await set(10)).toMatchObject({ kind: 'changed', timer: { nowLeftMs: 9 * minuteMs } });
    expect(await set(1)).toMatchObject({ kind: 'too-short' });
  });

  it('tells what is left, and once that one ended unheard', async () => {
    const { ask, start, clock, timers } = await desk();
    await start(5, 'egg');
    await start(30, 'bread');
    clock.advance(6 * minuteMs);
    await timers.end(timers.due()[0]!.timerId, 'unheard');
    const status = () => ask({ do: 'status', timer: any });
    expect(await status()).toMatchObject({
      kind: 'status',
      timers: [{ name: 'bread', nowLeftMs: 24 * minuteMs }],
      unheard: [{ name: 'egg' }],
    });
    expect(await status()).toMatchObject({ timers: [{ name: 'bread' }], unheard: [] });
  });

  it('silences one that rings', async () => {
    const { ask, start, clock, timers } = await desk();
    await start(5);
    clock.advance(6 * minuteMs);
    await timers.end(timers.due()[0]!.timerId, 'ringing');
    expect(await ask({ do: 'cancel', timer: any })).toMatchObject({ kind: 'cancelled' });
    expect(timers.ended()).toEqual([]);
  });
});
