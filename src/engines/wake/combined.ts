/** The wake engine a service sees: words of all backends at once, exchangeable under running streams. */
import { abortable } from '../../core/abort.ts';
import { EngineError } from '../../core/errors.ts';
import type { WakeBackend } from './backend.ts';
import type { Detection, ListenOptions, WakeEngine } from './engine.ts';
import { Generation } from './generation.ts';
import { WakeListener } from './listener.ts';
import { checkNames } from './names.ts';
import type { WakeOptions } from './options.ts';

/** Makes the backends for these settings; throws when it can not, having freed what it made. */
export type BuildBackends = (settings: WakeOptions) => Promise<readonly WakeBackend[]>;

export async function createCombinedWakeEngine(
  build: BuildBackends,
  settings: WakeOptions,
): Promise<WakeEngine> {
  let current = new Generation(await build(settings));
  let newestCall = 0;
  let isClosed = false;

  async function* listen(
    audio: AsyncIterable<Int16Array>,
    { names, signal }: ListenOptions,
  ): AsyncGenerator<Detection> {
    signal.throwIfAborted();
    if (isClosed) throw new EngineError('SHUTTING_DOWN', 'the wake engine is closed');
    checkNames(names, current.words);
    const listener = new WakeListener(current, names);
    const source = audio[Symbol.asyncIterator]();
    try {
      for (;;) {
        const next = await abortable(source.next(), signal);
        yield* listener.moveTo(current);
        if (next.done === true) break;
        yield* listener.accept(next.value, signal);
      }
      yield* listener.finish(signal);
    } finally {
      await listener.close();
      // After an abort a read may be pending, behind which `return` would wait: the signal ends the source as well.
      if (!signal.aborted) await source.return?.();
    }
  }

  return {
    get words() {
      return current.words;
    },
    listen,
    async useSettings(next, { signal }) {
      signal.throwIfAborted();
      newestCall += 1;
      const call = newestCall;
      const generation = new Generation(await build(next));
      if (signal.aborted || call !== newestCall || isClosed) await generation.retire();
      else {
        const left = current;
        current = generation;
        await left.retire();
      }
      signal.throwIfAborted();
      return current.words;
    },
    async [Symbol.asyncDispose]() {
      isClosed = true;
      await current.retire();
    },
  };
}
