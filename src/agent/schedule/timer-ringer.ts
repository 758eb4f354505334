/** Ends timers when their time is over, and sees to it that somebody is told. */
import { abortable, sleep } from '../../core/abort.ts';
import { toError } from '../../core/errors.ts';
import type { Logger } from '../../core/log.ts';
import type { DisplayMirror } from './display-mirror.ts';
import type { TimerBell } from './timer-bell.ts';
import type { TimerNow } from './timer.ts';
import { lateRingMs, type Timers } from './timers.ts';

/** How often clocks are compared and waiting devices looked after while there is any timer. */
const lookMs = 5_000;

export type RingerParts = {
  readonly timers: Timers;
  readonly bell: TimerBell;
  /** Absent where no satellite shows timers. */
  readonly mirror?: DisplayMirror;
  /** False leaves a timer that is over to a process that can tell it, for as long as one may come. Absent: always true. */
  readonly mayRing?: (timer: TimerNow) => boolean;
  readonly log: Logger;
};

export class TimerRinger {
  readonly #parts: RingerParts;
  /** Timers whose end is being told; as many as there are timers at most. */
  readonly #ringing = new Map<string, AbortController>();
  #wake: () => void = () => undefined;

  constructor(parts: RingerParts) {
    this.#parts = parts;
  }

  /** Rings until the signal aborts. What is being told then stays on record as not surely heard. */
  async run({ signal }: { readonly signal: AbortSignal }): Promise<void> {
    const unwatch = this.#parts.timers.watch((timerId) => {
      if (!this.#parts.timers.get(timerId)) this.#ringing.get(timerId)?.abort();
      this.#wake();
    });
    try {
      // Another process may have rung before.
      await this.#parts.timers.refresh();
      await this.#parts.timers.settleInterrupted();
      for (;;) {
        const changed = new Promise<void>((resolve) => (this.#wake = resolve));
        const waitMs = await this.tick({ signal });
        await waitFor(changed, waitMs, signal);
      }
    } finally {
      unwatch();
    }
  }

  /** Ends what is over now; settles with the time to the next look, ms, null when there is nothing to look at. */
  async tick({ signal }: { readonly signal: AbortSignal }): Promise<number | null> {
    const { timers, mirror, mayRing = () => true } = this.#parts;
    await timers.tidy();
    for (const timer of timers.due()) {
      const isLeftToDevice = mirror?.rings(timer) === true && -timer.nowLeftMs < lateRingMs;
      const isLeft = isLeftToDevice || (!mayRing(timer) && -timer.nowLeftMs < lateRingMs);
      if (!isLeft) await this.#end(timer, signal);
    }
    const pending = timers.pending().filter(({ phase }) => phase === 'running');
    if (pending.length === 0 && timers.ended().length === 0) return null;
    return Math.min(lookMs, ...pending.map(({ nowLeftMs }) => nowLeftMs));
  }

  async #end(timer: TimerNow, signal: AbortSignal): Promise<void> {
    const { timers, bell, log } = this.#parts;
    const isTold = bell.placeOf(timer.origin) !== 'nowhere' && -timer.nowLeftMs <= lateRingMs;
    const ended = await timers.end(timer.timerId, isTold ? 'ringing' : 'unheard');
    if (!ended || !isTold) return;
    const stop = new AbortController();
    this.#ringing.set(timer.timerId, stop);
    this.#ring(ended, AbortSignal.any([signal, stop.signal]))
      .catch((error: unknown) => {
        if (!signal.aborted && !stop.signal.aborted)
          log.error('a timer could not ring', { reason: toError(error).message });
      })
      .finally(() => this.#ringing.delete(timer.timerId));
  }

  async #ring(timer: TimerNow, signal: AbortSignal): Promise<void> {
    const { timers, bell } = this.#parts;
    const end = () => ({ timer, lateMs: timers.lateMs(timer) });
    const result = await bell.ring(end, { signal });
    if (result === 'told') await timers.remove([timer.timerId]);
    else await timers.end(timer.timerId, 'unheard');
  }
}

async function waitFor(changed: Promise<void>, waitMs: number | null, signal: AbortSignal): Promise<void> {
  if (waitMs === null) return await abortable(changed, signal);
  const awake = new AbortController();
  try {
    await Promise.race([abortable(changed, signal), sleep(waitMs, AbortSignal.any([signal, awake.signal]))]);
  } finally {
    awake.abort();
  }
}
