/** The backends of one set of settings, kept until the last stream on them has closed or moved on. */
import { settleSeries } from '../../core/lifecycle.ts';
import type { Heard, TunedWord, WakeBackend, WakeStream } from './backend.ts';

/** One audio stream through all backends that know a word it asks for. */
export type GenerationStream = {
  accept(frame: Int16Array): Promise<readonly Heard[]>;
  finish(): Promise<readonly Heard[]>;
  /** Frees the stream; the last one of a retired generation frees its models, too. */
  close(): Promise<void>;
};

export class Generation {
  readonly words: readonly TunedWord[];
  readonly #backends: readonly WakeBackend[];
  #streamCount = 0;
  #isRetired = false;

  constructor(backends: readonly WakeBackend[]) {
    this.#backends = backends;
    this.words = backends.flatMap((backend) => backend.words);
  }

  open(names: ReadonlySet<string>): GenerationStream {
    const wanted = this.#backends.filter((backend) => backend.words.some(({ name }) => names.has(name)));
    const streams = wanted.map((backend) => backend.open(names));
    this.#streamCount += 1;
    let isOpen = true;
    return {
      accept: (frame) => collect(streams, (stream) => stream.accept(frame)),
      finish: () => collect(streams, (stream) => stream.finish()),
      close: async () => {
        if (!isOpen) return;
        isOpen = false;
        for (const stream of streams) stream.close();
        this.#streamCount -= 1;
        await this.#freeWhenUnused();
      },
    };
  }

  /** No stream is opened any more. */
  async retire(): Promise<void> {
    if (this.#isRetired) return;
    this.#isRetired = true;
    await this.#freeWhenUnused();
  }

  async #freeWhenUnused(): Promise<void> {
    if (!this.#isRetired || this.#streamCount > 0) return;
    await settleSeries(
      this.#backends.map((backend) => ({ name: 'wake backend', run: () => backend.close() })),
    );
  }
}

async function collect(
  streams: readonly WakeStream[],
  call: (stream: WakeStream) => Promise<readonly Heard[]> | readonly Heard[],
): Promise<readonly Heard[]> {
  const heard: Heard[] = [];
  for (const stream of streams) heard.push(...(await call(stream)));
  return heard;
}
