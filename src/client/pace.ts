/** Audio as a microphone gives it: in frames, one by one, in real time. */
import { sleep } from '../core/abort.ts';
import { systemClock } from '../core/clock.ts';

/** One frame of a satellite: 80 ms at 16 kHz. */
const satelliteFrameSamples = 1_280;
/** One frame of Home Assistant's pipeline: 10 ms at 16 kHz. */
export const pipelineFrameSamples = 160;

export type PaceOptions = {
  /** Audio samples per second; the pace follows it. */
  readonly rateHz: number;
  /** False sends as fast as the peer takes it. */
  readonly realTime: boolean;
  /** Absent: as a satellite sends them. */
  readonly frameSamples?: number;
  readonly signal: AbortSignal;
};

/** Yields whole frames (the last one may be shorter); in real time each when its last sample would have been recorded. */
export async function* paced(samples: Int16Array, options: PaceOptions): AsyncGenerator<Int16Array, void> {
  const startMs = systemClock.monotonicMs();
  const { frameSamples = satelliteFrameSamples } = options;
  for (let at = 0; at < samples.length; at += frameSamples) {
    const frame = samples.subarray(at, at + frameSamples);
    if (options.realTime) {
      const dueMs = startMs + ((at + frame.length) / options.rateHz) * 1000;
      const waitMs = dueMs - systemClock.monotonicMs();
      if (waitMs > 0) await sleep(waitMs, options.signal);
    }
    options.signal.throwIfAborted();
    yield frame;
  }
}
