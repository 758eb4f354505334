/** The sound of one sentence, made once and played to everybody who asks while or after it is made. */
import { toError } from '../../core/errors.ts';
import { Observed } from '../../core/observed.ts';
import type { SpeakOptions, SpeechChunk, TtsEngine } from './engine.ts';

export class Recording {
  readonly text: string;
  /** The reply this sentence is part of. */
  readonly reply: string;
  readonly #options: Omit<SpeakOptions, 'signal'>;
  readonly #stop = new AbortController();
  readonly #chunks: SpeechChunk[] = [];
  readonly #progress = new Observed<'waiting' | 'running' | 'made' | 'failed'>('waiting');
  #error: Error | undefined;
  #isWanted = false;

  constructor(
    sentence: { readonly text: string; readonly reply: string },
    options: Omit<SpeakOptions, 'signal'>,
  ) {
    this.text = sentence.text;
    this.reply = sentence.reply;
    this.#options = options;
  }

  get state(): 'waiting' | 'running' | 'made' | 'failed' {
    return this.#progress.value;
  }

  /** True once somebody plays it: then it is no guess any more. */
  get isWanted(): boolean {
    return this.#isWanted;
  }

  /** True when there is something to hear already. */
  get hasSound(): boolean {
    return this.#chunks.length > 0;
  }

  /** Ends the making of it, and with an error those who wait for it. */
  stop(): void {
    this.#stop.abort();
    if (this.state === 'waiting') this.#fail(this.#stop.signal.reason);
  }

  /** Makes it; never rejects. */
  async make(engine: TtsEngine): Promise<void> {
    if (this.state !== 'waiting') return;
    this.#progress.set('running');
    try {
      for await (const chunk of engine.speak(this.text, { ...this.#options, signal: this.#stop.signal })) {
        this.#chunks.push(chunk);
        this.#progress.set('running');
      }
      this.#progress.set('made');
    } catch (error) {
      this.#fail(error);
    }
  }

  /** From its beginning, as far as it is made and as it is being made. @throws what making it threw. */
  async *play({ signal }: { readonly signal: AbortSignal }): AsyncGenerator<SpeechChunk, void> {
    this.#isWanted = true;
    let playedCount = 0;
    for await (const state of this.#progress.changes({ signal })) {
      for (; playedCount < this.#chunks.length; playedCount += 1) {
        const chunk = this.#chunks[playedCount];
        // A copy: the receiver may hand its samples to another thread.
        if (chunk) yield { ...chunk, samples: chunk.samples.slice() };
      }
      if (state === 'made') return;
      if (this.#error) throw this.#error;
    }
  }

  #fail(cause: unknown): void {
    this.#error = toError(cause);
    this.#progress.set('failed');
  }
}
