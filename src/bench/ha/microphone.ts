/** A satellite's microphone: sound goes out in real time, without a gap, whatever is said next. */
import { sleep } from '../../core/abort.ts';
import { systemClock } from '../../core/clock.ts';
import { speechFormat } from '../../audio/pcm.ts';
import { quietRoom } from '../../client/quiet-room.ts';

/** 20 ms: small enough that the pace of the frames hides nothing of what is measured. */
const frameSamples = 320;

export class Microphone {
  readonly #send: (frame: Int16Array) => void;
  readonly #signal: AbortSignal;
  readonly #room: Int16Array;
  #roomAt = 0;
  readonly #startMs = systemClock.monotonicMs();
  #sentSamples = 0;

  /** @param options `room` is heard when nobody speaks, over and over; absent: a quiet room. */
  constructor(
    send: (frame: Int16Array) => void,
    { signal, room = quietRoom(1_000) }: { readonly signal: AbortSignal; readonly room?: Int16Array },
  ) {
    this.#send = send;
    this.#signal = signal;
    this.#room = room;
  }

  /**
   * Each frame leaves when its last sample would have been recorded.
   * @param samples mono 16 kHz; what is left of them when nobody listens any more is not sent.
   */
  async hear(samples: Int16Array, isOver: () => boolean = () => false): Promise<void> {
    for (let at = 0; at < samples.length && !isOver(); at += frameSamples) {
      const frame = samples.subarray(at, at + frameSamples);
      this.#sentSamples += frame.length;
      const waitMs = this.#timeOf(this.#sentSamples) - systemClock.monotonicMs();
      if (waitMs > 0) await sleep(waitMs, this.#signal);
      this.#send(frame);
    }
  }

  /** The room alone, until the condition holds. */
  async hearNothingUntil(holds: () => boolean): Promise<void> {
    while (!holds()) {
      await this.hear(this.#room.subarray(this.#roomAt, this.#roomAt + frameSamples));
      this.#roomAt = this.#roomAt + 2 * frameSamples > this.#room.length ? 0 : this.#roomAt + frameSamples;
    }
  }

  /** When the sample that comes this much after the ones already sent is recorded. */
  timeAfter(samples: number): number {
    return this.#timeOf(this.#sentSamples + samples);
  }

  #timeOf(samples: number): number {
    return this.#startMs + (samples / speechFormat.rateHz) * 1000;
  }
}
