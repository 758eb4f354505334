/** Shows timers on satellites over the integration's connection, and knows of each whether it rang there. */
import {
  ringReportMs,
  type ShownTimer,
  type ShowResult,
  type TimerDisplay,
  type TimerDisplayEvent,
} from '../../agent/ports/timer-display.ts';
import { sleep, startDeadline } from '../../core/abort.ts';
import { Background } from '../../core/background.ts';
import type { Clock } from '../../core/clock.ts';
import type { Logger } from '../../core/log.ts';
import { Queue } from '../../core/queue.ts';
import type { SatelliteHello, TimerMessage } from './messages.ts';
import type { CommandContent, SatelliteChannel } from './satellite-links.ts';

/** A timer and when it was told, on the monotonic clock. */
type Wanted = { readonly timer: ShownTimer; readonly toldAtMs: number };

/** Home Assistant answers a timer's command without waiting for the device. */
const commandDeadlineMs = 5_000;
/** A satellite that is not back yet after a restart of Home Assistant is looked for this often. */
const showAgainMs = 3_000;
/** The agent keeps fewer timers than this; what nobody reads is not worth more memory. */
const maxWaitingEvents = 1_000;
/** Endings of one Home Assistant, as many as its `hello` may hold. */
const maxEnded = 1_000;
/** The longest wait of one timer of Node is 24 days; an hour is as good as that. */
const maxTimeoutMs = 3_600_000;

export type SatelliteTimersParts = {
  readonly links: SatelliteChannel;
  readonly clock: Clock;
  readonly log: Logger;
};

export class SatelliteTimers implements TimerDisplay, AsyncDisposable {
  readonly #links: SatelliteChannel;
  readonly #clock: Clock;
  /** As many as the agent keeps, which is the bound. */
  readonly #wanted = new Map<string, Wanted>();
  /** What ended where, told by a `hello` or since; a timer that is told to us later may be among them. */
  readonly #ended = new Map<string, TimerDisplayEvent>();
  readonly #events = new Queue<TimerDisplayEvent>({ limit: maxWaitingEvents, policy: 'drop-oldest' });
  readonly #background: Background;
  readonly #stopped = new AbortController();
  #overdue: NodeJS.Timeout | undefined;
  #greetingCount = 0;

  constructor({ links, clock, log }: SatelliteTimersParts) {
    this.#links = links;
    this.#clock = clock;
    this.#background = new Background(log);
    links.listen({
      onHello: (hello) => this.#greet(hello),
      onTimer: (message) => this.#take(message),
    });
  }

  async show(timer: ShownTimer, { signal }: { readonly signal: AbortSignal }): Promise<ShowResult> {
    const { timerId } = timer;
    const ended = this.#ended.get(timerId);
    if (ended) {
      this.#emit(ended);
      return { kind: 'waiting' };
    }
    this.#wanted.set(timerId, { timer, toldAtMs: this.#clock.monotonicMs() });
    this.#watchOverdue();
    // One without time left would ring at once, perhaps for the second time.
    if (!this.#links.isConnected || this.#leftMs(timerId) <= 0) return { kind: 'waiting' };
    const result = await this.#send(timerId, signal);
    if (result === 'unsupported') this.#forget(timerId);
    return { kind: result };
  }

  async remove(timerId: string, { signal }: { readonly signal: AbortSignal }): Promise<void> {
    this.#forget(timerId);
    if (this.#links.isConnected) await this.#request({ type: 'remove_timer', timer_id: timerId }, signal);
  }

  async *events({ signal }: { readonly signal: AbortSignal }): AsyncGenerator<TimerDisplayEvent, void> {
    const onAbort = () => this.#events.close();
    signal.addEventListener('abort', onAbort, { once: true });
    try {
      for (;;) {
        const next = await this.#events.next();
        if (next.done === true) return;
        yield next.value;
      }
    } finally {
      signal.removeEventListener('abort', onAbort);
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    clearTimeout(this.#overdue);
    this.#stopped.abort();
    this.#events.close();
    await this.#background[Symbol.asyncDispose]();
  }

  #greet({ timers, ended }: SatelliteHello): void {
    for (const message of ended) this.#take(message);
    this.#watchOverdue();
    this.#greetingCount += 1;
    const strays = timers.filter((timerId) => !this.#wanted.has(timerId));
    this.#background.run('timers on satellites', async (signal) => {
      for (const timer_id of strays) await this.#request({ type: 'remove_timer', timer_id }, signal);
      await this.#showAll(signal);
    });
  }

  /** Until every timer that still runs is shown, or the connection is another one. */
  async #showAll(signal: AbortSignal): Promise<void> {
    const greeting = this.#greetingCount;
    let left = [...this.#wanted.keys()];
    while (left.length > 0 && greeting === this.#greetingCount && this.#links.isConnected) {
      const unsupported: string[] = [];
      for (const timerId of left) {
        if (this.#leftMs(timerId) > 0 && (await this.#send(timerId, signal)) === 'unsupported') {
          unsupported.push(timerId);
        }
      }
      left = unsupported;
      if (left.length > 0) await sleep(showAgainMs, signal);
    }
  }

  async #send(timerId: string, signal: AbortSignal): Promise<ShowResult['kind']> {
    const wanted = this.#wanted.get(timerId);
    if (!wanted) return 'waiting';
    const { timer } = wanted;
    const answer = await this.#request(
      {
        type: 'show_timer',
        timer_id: timerId,
        device_id: timer.deviceId,
        ...(timer.name !== undefined && { name: timer.name }),
        language: timer.language,
        total_ms: Math.round(timer.totalMs),
        remaining_ms: Math.max(0, Math.round(this.#leftMs(timerId))),
        is_paused: timer.isPaused,
      },
      signal,
    );
    if (answer === 'done') return 'shown';
    return answer === 'refused' ? 'unsupported' : 'waiting';
  }

  async #request(content: CommandContent, signal: AbortSignal): Promise<'done' | 'refused' | 'lost'> {
    using deadline = startDeadline(commandDeadlineMs, signal);
    try {
      const answer = await this.#links.request(content, { signal: deadline.signal });
      return answer.kind === 'failed' ? 'refused' : answer.kind;
    } catch (error) {
      if (!deadline.isOver) throw error;
      return 'lost';
    }
  }

  #take(message: TimerMessage): void {
    const { timer_id: timerId } = message;
    const event = eventOf(message);
    if (event.kind === 'changed') {
      const wanted = this.#wanted.get(timerId);
      if (!wanted) return;
      const timer = { ...wanted.timer, remainingMs: event.remainingMs, isPaused: event.isPaused };
      this.#wanted.set(timerId, { timer, toldAtMs: this.#clock.monotonicMs() });
      this.#watchOverdue();
      return this.#emit(event);
    }
    this.#ended.delete(timerId);
    this.#ended.set(timerId, event);
    const [oldest] = this.#ended.keys();
    if (this.#ended.size > maxEnded && oldest !== undefined) this.#ended.delete(oldest);
    if (this.#wanted.has(timerId)) this.#finish(event);
  }

  #finish(event: TimerDisplayEvent): void {
    this.#forget(event.timerId);
    this.#emit(event);
  }

  #forget(timerId: string): void {
    this.#wanted.delete(timerId);
    this.#watchOverdue();
  }

  #emit(event: TimerDisplayEvent): void {
    // Policy `drop-oldest` never waits, so that this settles at once.
    this.#events.push(event, this.#stopped.signal).catch(() => undefined);
  }

  #leftMs(timerId: string): number {
    const wanted = this.#wanted.get(timerId);
    if (!wanted || wanted.timer.isPaused) return Number.POSITIVE_INFINITY;
    return wanted.timer.remainingMs - (this.#clock.monotonicMs() - wanted.toldAtMs);
  }

  /** Wakes up when the next report is overdue. While nobody is connected, the next `hello` looks instead. */
  #watchOverdue(): void {
    clearTimeout(this.#overdue);
    const nextMs = Math.min(...[...this.#wanted.keys()].map((timerId) => this.#leftMs(timerId)));
    if (nextMs === Number.POSITIVE_INFINITY || this.#stopped.signal.aborted) return;
    if (!this.#links.isConnected && nextMs <= -ringReportMs) return;
    const waitMs = Math.min(maxTimeoutMs, Math.max(0, nextMs + ringReportMs));
    this.#overdue = setTimeout(() => {
      this.#background.run('timers that did not ring', (signal) => this.#endOverdue(signal));
    }, waitMs);
  }

  /** What was taken off, or is not there, can not ring any more: then it surely did not. */
  async #endOverdue(signal: AbortSignal): Promise<void> {
    const overdue = [...this.#wanted.keys()].filter((timerId) => this.#leftMs(timerId) <= -ringReportMs);
    for (const timerId of overdue) {
      if (!this.#links.isConnected) break;
      const answer = await this.#request({ type: 'remove_timer', timer_id: timerId }, signal);
      // The report may have come meanwhile.
      if (answer !== 'lost' && this.#wanted.has(timerId)) {
        this.#finish({ kind: 'finished', timerId, hasRung: false });
      }
    }
    this.#watchOverdue();
  }
}

function eventOf(message: TimerMessage): TimerDisplayEvent {
  const { timer_id: timerId, event } = message;
  switch (event) {
    case 'finished':
      return { kind: event, timerId, hasRung: message.has_rung ?? false };
    case 'cancelled':
      return { kind: event, timerId };
    case 'changed':
      return {
        kind: event,
        timerId,
        remainingMs: message.remaining_ms ?? 0,
        isPaused: message.is_paused ?? false,
      };
  }
}
