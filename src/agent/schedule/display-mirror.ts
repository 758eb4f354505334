/**
 * Keeps satellites that show timers in step with the schedule, and the schedule with what people do there. A changed
 * timer is only marked; what is shown is always its newest state.
 */
import type { Logger } from '../../core/log.ts';
import { toError } from '../../core/errors.ts';
import { abortable } from '../../core/abort.ts';
import type { ShownTimer, TimerDisplay, TimerDisplayEvent } from '../ports/timer-display.ts';
import type { TimerNow } from './timer.ts';
import type { Timers } from './timers.ts';

export class DisplayMirror implements Disposable {
  readonly #timers: Timers;
  readonly #display: TimerDisplay;
  readonly #log: Logger;
  /** Ids to be looked at; as many as there are timers at most. */
  readonly #marked = new Set<string>();
  /** Those whose device turned out to show none: we ring them. */
  readonly #unsupported = new Set<string>();
  readonly #unwatch: () => void;
  #wake: () => void = () => undefined;

  constructor(timers: Timers, display: TimerDisplay, log: Logger) {
    this.#timers = timers;
    this.#display = display;
    this.#log = log;
    this.#unwatch = timers.watch((id, by) => {
      if (by === 'schedule') this.#mark(id);
    });
    for (const { timerId } of [...timers.pending(), ...timers.due()]) this.#mark(timerId);
  }

  [Symbol.dispose](): void {
    this.#unwatch();
  }

  /** True when the device rings, or says that it did not. */
  rings({ timerId, origin }: TimerNow): boolean {
    return origin.showsTimers && origin.deviceId !== null && !this.#unsupported.has(timerId);
  }

  /** Tells the display all that changed; at the start, all that runs, before Home Assistant may connect. */
  async catchUp({ signal }: { readonly signal: AbortSignal }): Promise<void> {
    for (const id of this.#marked) {
      this.#marked.delete(id);
      await this.#bring(id, signal);
    }
  }

  /** Keeps catching up until the signal aborts. */
  async run({ signal }: { readonly signal: AbortSignal }): Promise<void> {
    for (;;) {
      const marked = new Promise<void>((resolve) => (this.#wake = resolve));
      await this.catchUp({ signal });
      await abortable(marked, signal);
    }
  }

  /** Takes over what happens at the devices until the signal aborts. */
  async follow({ signal }: { readonly signal: AbortSignal }): Promise<void> {
    for await (const event of this.#display.events({ signal })) await this.#take(event);
  }

  async #take(event: TimerDisplayEvent): Promise<void> {
    const { timerId } = event;
    if (event.kind === 'changed') await this.#timers.adopt(timerId, event.remainingMs, event.isPaused);
    else if (event.kind === 'cancelled' || event.hasRung) await this.#timers.remove([timerId]);
    else {
      this.#unsupported.add(timerId);
      const timer = this.#timers.get(timerId);
      if (timer) await this.#timers.adopt(timerId, Math.min(0, timer.nowLeftMs), false);
    }
  }

  async #bring(timerId: string, signal: AbortSignal): Promise<void> {
    const timer = this.#timers.get(timerId);
    try {
      const shown = timer && shownTimer(timer);
      if (shown) {
        const result = await this.#display.show(shown, { signal });
        if (result.kind === 'unsupported') this.#unsupported.add(timerId);
      } else {
        this.#unsupported.delete(timerId);
        await this.#display.remove(timerId, { signal });
      }
    } catch (error) {
      if (signal.aborted) throw error;
      this.#log.warn('a timer could not be shown', { reason: toError(error).message });
    }
  }

  #mark(timerId: string): void {
    if (this.#timers.get(timerId)?.origin.showsTimers === false) return;
    this.#marked.add(timerId);
    this.#wake();
  }
}

/** Undefined for one that has no place on a display: over and told by us, or set where none is. */
function shownTimer(timer: TimerNow): ShownTimer | undefined {
  const { timerId, name, totalMs, nowLeftMs, origin, phase } = timer;
  if (!origin.showsTimers || origin.deviceId === null) return undefined;
  if (phase !== 'running' && phase !== 'paused') return undefined;
  return {
    timerId,
    deviceId: origin.deviceId,
    ...(name !== null && { name }),
    language: origin.language,
    totalMs,
    remainingMs: Math.max(0, nowLeftMs),
    isPaused: phase === 'paused',
  };
}
