/** Async iterables for tests. */
import { setMaxListeners } from 'node:events';

/** Samples in chunks, one per turn of the event loop. */
export async function* audioOf(samples: Int16Array, chunkSamples = 1_600): AsyncGenerator<Int16Array, void> {
  for (let from = 0; from < samples.length; from += chunkSamples) {
    await new Promise((resolve) => setImmediate(resolve));
    yield samples.subarray(from, from + chunkSamples);
  }
}

/** A stream that gives nothing and ends when the signal aborts, as a microphone that is waited for. */
// oxlint-disable-next-line require-yield
export async function* silentMicrophone(signal: AbortSignal): AsyncGenerator<Int16Array, void> {
  await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}

export async function collect<T>(values: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const value of values) all.push(value);
  return all;
}

/** A signal that no test aborts. */
export const noAbort = new AbortController().signal;
// One signal for many calls at once is what only tests do.
setMaxListeners(0, noAbort);
