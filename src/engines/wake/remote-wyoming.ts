/** Wake words on another machine, over Wyoming. Which words those are is that machine's setting. */
import type { Connection } from 'wyoming-ts';
import { silenceDbfs } from '../../audio/level.ts';
import type { Logger } from '../../core/log.ts';
import { askForDetails, detectionContext } from '../remote/details.ts';
import { hungUp, workerError, WyomingWorker } from '../remote/remote-wyoming.ts';
import { startSending } from '../remote/send-audio.ts';
import type { Detection, ListenOptions, WakeEngine, WakeWord } from './engine.ts';

/** The last words of an ended stream; a detection long after it would wake nobody. */
const answerTimeoutMs = 5_000;

export class RemoteWake implements WakeEngine {
  readonly worker: WyomingWorker;

  constructor(uri: string, { log }: { readonly log: Logger }) {
    this.worker = new WyomingWorker(uri, { log });
  }

  get words(): readonly WakeWord[] {
    const offered = (this.worker.info?.wake ?? []).flatMap(({ models }) => models);
    return offered
      .filter((model) => model.installed)
      .map(({ name, phrase, languages, attribution, description }) => ({
        name,
        phrase: phrase ?? name,
        languages,
        attribution,
        description: description ?? name,
      }));
  }

  async *listen(
    audio: AsyncIterable<Int16Array>,
    { names, signal }: ListenOptions,
  ): AsyncGenerator<Detection, void> {
    signal.throwIfAborted();
    yield* this.worker.request(signal, (connection, bound) =>
      this.#converse(connection, audio, names ? { names, signal: bound } : { signal: bound }),
    );
  }

  /** The words stay what the worker listens for. */
  async useSettings(): Promise<readonly WakeWord[]> {
    return this.words;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.worker[Symbol.asyncDispose]();
  }

  async *#converse(
    connection: Connection,
    audio: AsyncIterable<Int16Array>,
    { names, signal }: ListenOptions,
  ): AsyncGenerator<Detection, void> {
    const asked = { ...(names && { names: [...names] }), context: askForDetails };
    await connection.send({ type: 'detect', data: asked });
    using sending = startSending(connection, audio, { answerTimeoutMs, endsRequest: true, signal });
    for (;;) {
      const event = await connection.read({ signal: sending.failed });
      if (event?.type === 'error') throw workerError(event);
      if (event?.type === 'detection') yield this.#detection(event.data);
      // With a word heard before, a server just ends.
      if (event?.type === 'not-detected' || (!event && sending.isDone)) return;
      if (!event) throw hungUp('the end of the audio');
    }
  }

  #detection(data: {
    readonly name?: string | undefined;
    readonly timestamp?: number | undefined;
    readonly context?: Record<string, unknown> | undefined;
  }): Detection {
    const name = data.name ?? '';
    const known = detectionContext.safeParse(data.context).data?.hearken;
    return {
      name,
      phrase: known?.phrase ?? this.words.find((word) => word.name === name)?.phrase ?? name,
      atMs: data.timestamp ?? 0,
      score: known?.score ?? 1,
      energyDb: known?.energy_db ?? silenceDbfs,
    };
  }
}
