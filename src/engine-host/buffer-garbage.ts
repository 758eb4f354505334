/**
 * Frees the audio that engines are done with. V8 starts a collection by the weight of its own objects; a frame weighs
 * little there and kilobytes outside, so tens of megabytes of frames would wait in each thread (V8 looks at what lies
 * outside from 64 MB on), and between them the models' own memory would be left full of holes.
 */
import { getHeapStatistics } from 'node:v8';
import { BugError } from '../core/errors.ts';

/** A collection of an engine's thread takes about 5 ms; this is a minute of audio at 16 kHz. */
const limitBytes = 2 * 2 ** 20;
const checkMs = 1_000;

/** Watches the calling thread for as long as it runs; it does not keep it running. The process has `--expose-gc`. */
export function freeBufferGarbage(): void {
  const { gc } = globalThis;
  if (!gc) throw new BugError('BUG', 'the engine host runs without --expose-gc');
  const watch = new BufferGarbage(() => gc());
  setInterval(() => watch.check(getHeapStatistics().external_memory), checkMs).unref();
}

/** Decides when to collect, by what lies outside the heap. */
export class BufferGarbage {
  readonly #collect: () => void;
  /** What stays after a collection, in bytes: known at the next look, as V8 frees buffers a moment later. */
  #kept = Infinity;

  constructor(collect: () => void) {
    this.#collect = collect;
  }

  /** Takes the bytes outside the heap as they are now. */
  check(externalBytes: number): void {
    this.#kept = Math.min(this.#kept, externalBytes);
    if (externalBytes - this.#kept < limitBytes) return;
    this.#collect();
    this.#kept = Infinity;
  }
}
