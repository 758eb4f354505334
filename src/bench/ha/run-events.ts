/** The events of one run of an Assist pipeline, with the time each came in. */
import { z } from 'zod';
import { abortable } from '../../core/abort.ts';
import { systemClock } from '../../core/clock.ts';

export const runEvent = z.looseObject({
  type: z.string(),
  data: z.record(z.string(), z.unknown()).nullish(),
  /** ISO 8601 with microseconds. */
  timestamp: z.string().optional(),
});

export type RunEvent = {
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
  /** When it came here, on the machine's monotonic clock. */
  readonly atMs: number;
  /** When core made it, on its wall clock; NaN when it does not say. */
  readonly madeAtMs: number;
};

/** A run is at most one turn: some tens of events, and one more for each piece of a long reply. */
export class RunEvents {
  readonly #events: RunEvent[] = [];
  readonly #signal: AbortSignal;
  #changed: (() => void)[] = [];

  constructor(signal: AbortSignal) {
    this.#signal = signal;
  }

  get all(): readonly RunEvent[] {
    return this.#events;
  }

  add(raw: unknown): void {
    const { type, data, timestamp } = runEvent.parse(raw);
    const atMs = systemClock.monotonicMs();
    this.#events.push({ type, data: data ?? {}, atMs, madeAtMs: millisecondsOf(timestamp) });
    for (const wake of this.#changed.splice(0)) wake();
  }

  find(accepts: (event: RunEvent) => boolean): RunEvent | undefined {
    return this.#events.find(accepts);
  }

  /** The first event of the type. */
  get(type: string): RunEvent | undefined {
    return this.find((event) => event.type === type);
  }

  /** The first event that is accepted, or undefined when the run ended without it. */
  async until(accepts: (event: RunEvent) => boolean): Promise<RunEvent | undefined> {
    for (;;) {
      const found = this.find(accepts);
      if (found !== undefined || this.get('run-end') !== undefined) return found;
      await abortable(new Promise<void>((resolve) => this.#changed.push(resolve)), this.#signal);
    }
  }
}

/** A `Date` would drop the microseconds. */
function millisecondsOf(timestamp = ''): number {
  const fraction = /\.\d{3}(\d{3})/.exec(timestamp)?.[1] ?? '0';
  return Date.parse(timestamp) + Number(fraction) / 1000;
}
