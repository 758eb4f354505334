/**
 * The timers of the house: one schedule per process, its truth in the store. Every change is written before it is
 * answered; the end of a timer is written before it is told, so that no timer rings twice.
 */
import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { abortable, startDeadline } from '../../core/abort.ts';
import type { Clock } from '../../core/clock.ts';
import { toError } from '../../core/errors.ts';
import type { Logger } from '../../core/log.ts';
import type { TimerStore } from '../ports/timer-store.ts';
import { type HeldTimer, holdNew, holdStored, leftNow, rewritten, WallClockWatch } from './held-timer.ts';
import { endedAt, pausedAt, runningFrom, type Timer, type TimerNow, type TimerOrigin } from './timer.ts';
import { dayMs } from '../../core/time-units.ts';

/** A household boils fewer eggs; the bound is against a client that floods. */
export const maxTimers = 100;

/** What is longer is a date, and people keep those in a calendar. */
export const maxDurationMs = 7 * dayMs;

/** A timer that ended longer ago does not ring any more: nobody wants last night's pasta announced in the morning. */
export const lateRingMs = 15 * 60_000;

/** For so long it is told, when somebody asks, that a timer ended unheard. */
const unheardLifeMs = dayMs;

/** A write takes milliseconds; a person waits for a disk that hangs no longer than this. */
const patienceMs = 1_000;

export type TimersParts = { readonly store: TimerStore; readonly clock: Clock; readonly log: Logger };

export type NewTimer = {
  readonly name: string | null;
  readonly durationMs: number;
  readonly origin: TimerOrigin;
};

/** `by` tells who changed it: `display` is a person at the satellite itself. */
export type TimerWatcher = (timerId: string, by: 'schedule' | 'display') => void;

export class Timers {
  readonly #parts: TimersParts;
  readonly #held = new Map<string, HeldTimer>();
  readonly #wallClock: WallClockWatch;
  readonly #watchers = new Set<TimerWatcher>();
  /** Timers that the store does not hold as they are here: their writing failed, or is under way. */
  readonly #unwritten = new Set<string>();
  /** Counts what was changed here: what was read from the store before the last change is old. */
  #changeCount = 0;
  #seenMark: number | undefined;

  private constructor(parts: TimersParts, stored: readonly Timer[]) {
    this.#parts = parts;
    this.#wallClock = new WallClockWatch(parts.clock);
    // Where others share the store, one of them may be ringing it now.
    const isAlone = parts.store.changeMark === undefined;
    for (const timer of stored)
      this.#held.set(timer.timerId, holdStored(isAlone ? afterRestart(timer) : timer));
  }

  /** With the timers of the store; none when it can not be read, which is logged. */
  static async open(parts: TimersParts): Promise<Timers> {
    const stored = await parts.store.load().catch((error: unknown) => {
      parts.log.error('timers could not be read', { reason: toError(error).message });
      return [];
    });
    return new Timers(parts, stored);
  }

  /** Calls the listener with the id of every timer that changed, ended or was removed; returns how to stop that. */
  watch(listener: TimerWatcher): () => void {
    this.#watchers.add(listener);
    return () => this.#watchers.delete(listener);
  }

  get(timerId: string): TimerNow | undefined {
    const held = this.#held.get(timerId);
    return held && this.#asOfNow(held);
  }

  /** All that are known, in the order they were set. */
  all(): readonly TimerNow[] {
    return [...this.#held.values()].map((held) => this.#asOfNow(held));
  }

  /** Running and paused ones, what ends first in front. */
  pending(): readonly TimerNow[] {
    return this.all()
      .filter(({ phase, nowLeftMs }) => phase === 'paused' || (phase === 'running' && nowLeftMs > 0))
      .sort((a, b) => a.nowLeftMs - b.nowLeftMs);
  }

  /** Those that are over, and of which it is not certain that anybody knows. */
  ended(): readonly TimerNow[] {
    return this.all().filter(({ phase, nowLeftMs }) => phase !== 'paused' && nowLeftMs <= 0);
  }

  /** Running ones that are over and wait to be told. */
  due(): readonly TimerNow[] {
    return this.ended().filter(({ phase }) => phase === 'running');
  }

  /** How long ago it ended, ms; 0 for one that has not. */
  lateMs({ timerId }: Timer): number {
    const timer = this.get(timerId);
    if (!timer || timer.phase === 'paused') return 0;
    const lateMs = timer.phase === 'running' ? -timer.nowLeftMs : this.#parts.clock.now() - timer.asOfMs;
    return Math.max(0, lateMs);
  }

  /** Those set there that nobody was told of for certain, and of which nobody is being told. */
  unheardBy({ satelliteId, deviceId }: Pick<TimerOrigin, 'satelliteId' | 'deviceId'>): readonly TimerNow[] {
    return this.ended().filter(
      ({ phase, origin }) =>
        phase === 'unheard' && origin.satelliteId === satelliteId && origin.deviceId === deviceId,
    );
  }

  isFull(): boolean {
    return this.#held.size >= maxTimers;
  }

  async start({ name, durationMs, origin }: NewTimer): Promise<TimerNow> {
    const nowMs = this.#parts.clock.now();
    const asOf = { createdAtMs: nowMs, asOfMs: nowMs, leftMs: durationMs };
    return await this.#put({
      timerId: randomUUID(),
      name,
      durationMs,
      totalMs: durationMs,
      origin,
      phase: 'running',
      ...asOf,
    });
  }

  async pause({ timerId }: TimerNow): Promise<TimerNow | undefined> {
    return await this.#change(timerId, (timer, leftMs, nowMs) => pausedAt(timer, leftMs, nowMs));
  }

  async resume({ timerId }: TimerNow): Promise<TimerNow | undefined> {
    return await this.#change(timerId, (timer, leftMs, nowMs) => runningFrom(timer, leftMs, nowMs));
  }

  /** Adds time, or takes it away when negative. */
  async add({ timerId }: TimerNow, byMs: number): Promise<TimerNow | undefined> {
    return await this.#change(timerId, (timer, leftMs, nowMs) => ({
      ...(timer.phase === 'paused' ? pausedAt : runningFrom)(timer, leftMs + byMs, nowMs),
      totalMs: timer.totalMs + byMs,
    }));
  }

  /** Takes over what somebody did at the satellite that shows it. */
  async adopt(timerId: string, leftMs: number, isPaused: boolean): Promise<void> {
    const turn = isPaused ? pausedAt : runningFrom;
    const change = (timer: Timer, before: number, nowMs: number): Timer => ({
      ...turn(timer, leftMs, nowMs),
      totalMs: Math.max(timer.totalMs, timer.totalMs + leftMs - before),
    });
    await this.#change(timerId, change, 'display');
  }

  /** It is over: `ringing` while its end is being told, `unheard` when nobody could be told. */
  async end(timerId: string, phase: 'ringing' | 'unheard'): Promise<TimerNow | undefined> {
    return await this.#change(timerId, (timer, leftMs, nowMs) =>
      endedAt(timer, phase, timer.phase === 'running' ? nowMs + Math.min(0, leftMs) : timer.asOfMs),
    );
  }

  async remove(timerIds: readonly string[]): Promise<void> {
    for (const id of timerIds) this.#held.delete(id);
    for (const id of timerIds) this.#tell(id);
    await this.#write(timerIds, () => this.#parts.store.remove(timerIds));
  }

  /** Of those that were being told when their process ended, nobody knows whether they were heard. */
  async settleInterrupted(): Promise<void> {
    for (const { phase, timerId } of this.all()) if (phase === 'ringing') await this.end(timerId, 'unheard');
  }

  /** Takes over what other processes did in the store. What is being written here meanwhile counts more. */
  async refresh(): Promise<void> {
    const { store, log } = this.#parts;
    if (!store.changeMark) return;
    const changeCount = this.#changeCount;
    try {
      const mark = await store.changeMark();
      if (mark !== undefined && mark === this.#seenMark) return;
      const stored = await store.load();
      if (changeCount !== this.#changeCount) return;
      this.#seenMark = mark;
      this.#adoptStored(stored);
    } catch (error) {
      log.debug('timers of other processes could not be read', { reason: toError(error).message });
    }
  }

  #adoptStored(stored: readonly Timer[]): void {
    const byId = new Map(stored.map((timer) => [timer.timerId, timer]));
    for (const id of [...this.#held.keys()]) {
      if (byId.has(id) || this.#unwritten.has(id)) continue;
      this.#held.delete(id);
      this.#tell(id);
    }
    for (const [id, timer] of byId) {
      if (this.#unwritten.has(id) || isDeepStrictEqual(this.#held.get(id)?.timer, timer)) continue;
      this.#held.set(id, holdStored(timer));
      this.#tell(id);
    }
  }

  /** Follows a wall clock that was set, and forgets what ended a day ago. Call it every few seconds. */
  async tidy(): Promise<void> {
    const { clock } = this.#parts;
    const old = this.all().filter(
      ({ phase, asOfMs }) =>
        (phase === 'ringing' || phase === 'unheard') && clock.now() - asOfMs > unheardLifeMs,
    );
    if (old.length > 0) await this.remove(old.map(({ timerId }) => timerId));
    if (!this.#wallClock.jumped()) return;
    for (const [id, held] of this.#held) {
      const anew = rewritten(held, clock);
      if (!anew) continue;
      this.#held.set(id, anew);
      await this.#write([id], () => this.#parts.store.save(anew.timer));
    }
  }

  /** Undefined when it was removed meanwhile. */
  async #change(
    timerId: string,
    change: (timer: Timer, leftMs: number, nowMs: number) => Timer,
    by: 'schedule' | 'display' = 'schedule',
  ): Promise<TimerNow | undefined> {
    const held = this.#held.get(timerId);
    if (!held) return undefined;
    const { clock } = this.#parts;
    return await this.#put(change(held.timer, leftNow(held, clock), clock.now()), by);
  }

  async #put(timer: Timer, by: 'schedule' | 'display' = 'schedule'): Promise<TimerNow> {
    const held = holdNew(timer, this.#parts.clock);
    this.#held.set(timer.timerId, held);
    this.#tell(timer.timerId, by);
    await this.#write([timer.timerId], () => this.#parts.store.save(timer));
    return this.#asOfNow(held);
  }

  #asOfNow(held: HeldTimer): TimerNow {
    return { ...held.timer, nowLeftMs: leftNow(held, this.#parts.clock) };
  }

  #tell(timerId: string, by: 'schedule' | 'display' = 'schedule'): void {
    for (const watcher of this.#watchers) watcher(timerId, by);
  }

  /** A full or hanging disk costs the memory over a restart, never the timer. */
  async #write(timerIds: readonly string[], write: () => Promise<void>): Promise<void> {
    this.#changeCount += 1;
    for (const id of timerIds) this.#unwritten.add(id);
    using patience = startDeadline(patienceMs, new AbortController().signal);
    try {
      await abortable(write(), patience.signal);
      for (const id of timerIds) this.#unwritten.delete(id);
      this.#changeCount += 1;
    } catch (error) {
      this.#parts.log.error('a timer could not be written: a restart would lose it', {
        reason: toError(error).message,
      });
    }
  }
}

/** Whether the end was heard that was being told when the process ended, nobody knows. */
function afterRestart(timer: Timer): Timer {
  return timer.phase === 'ringing' ? { ...timer, phase: 'unheard' } : timer;
}
