/** Speech to text on another machine, over Wyoming. */
import type { Connection } from 'wyoming-ts';
import { isVoiceError } from '../../core/errors.ts';
import type { Logger } from '../../core/log.ts';
import { askForDetails, pauseData, pauseEventName, transcriptContext } from '../remote/details.ts';
import { hungUp, workerError, WyomingWorker } from '../remote/remote-wyoming.ts';
import { startSending } from '../remote/send-audio.ts';
import type { SpeechHints, SttEngine, SttPart, TranscribeOptions } from './engine.ts';

/** From the end of the audio: a person has given up by then, and another machine can still hear it. */
const answerTimeoutMs = 10_000;

/** What a worker understands, as its `info` says. */
export type RemoteSttModel = {
  readonly id: string;
  readonly languages: readonly string[];
  readonly attribution: { readonly name: string; readonly url: string };
  readonly fingerprint: string;
};

export class RemoteStt implements SttEngine {
  readonly worker: WyomingWorker;
  readonly #log: Logger;
  #hints: SpeechHints | undefined;

  constructor(uri: string, { log }: { readonly log: Logger }) {
    this.#log = log;
    this.worker = new WyomingWorker(uri, { log, onUp: (_, options) => this.#prime(options) });
  }

  get models(): readonly RemoteSttModel[] {
    const installed = (this.worker.info?.asr ?? []).flatMap(({ models }) =>
      models.filter((model) => model.installed),
    );
    return installed.map(({ name, languages, attribution, version }) => ({
      id: name,
      languages,
      attribution,
      fingerprint: version ?? name,
    }));
  }

  get languages(): readonly string[] {
    return [...new Set(this.models.flatMap(({ languages }) => languages))];
  }

  async *transcribe(
    audio: AsyncIterable<Int16Array>,
    { language, signal }: TranscribeOptions,
  ): AsyncGenerator<SttPart, void> {
    signal.throwIfAborted();
    yield* this.worker.request(signal, (connection, bound) =>
      this.#converse(connection, { audio, language, signal: bound }),
    );
  }

  /**
   * Settles when the worker was told, or at once when it is away: it is told when it comes back. Every request brings
   * them along too.
   */
  async useHints(hints: SpeechHints, options: { readonly signal: AbortSignal }): Promise<void> {
    this.#hints = hints;
    if (this.worker.state.value !== 'up') return;
    try {
      await this.#prime(options);
    } catch (error) {
      if (!isVoiceError(error)) throw error;
      this.#log.debug('a worker was not told the hints ahead', { worker: this.worker.uri, code: error.code });
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.worker[Symbol.asyncDispose]();
  }

  /**
   * An empty sentence ahead of the first real one: it takes the hints along, which help what is transcribed later, and
   * is answered when the model is loaded.
   */
  async #prime({ signal }: { readonly signal: AbortSignal }): Promise<void> {
    // Other programs use hints for the request they came with, and may stumble over an empty one.
    if (!this.worker.isHearken) return;
    for await (const part of this.transcribe(nothing(), { signal })) if (part.kind === 'final') return;
  }

  async *#converse(
    connection: Connection,
    { audio, language, signal }: { readonly audio: AsyncIterable<Int16Array> } & Asked,
  ): AsyncGenerator<SttPart, void> {
    const hints = this.#hints && {
      transcript_names: [...this.#hints.names],
      transcript_terms: [...this.#hints.terms],
    };
    const asked = { ...(language !== undefined && { language }), ...hints, context: askForDetails };
    await connection.send({ type: 'transcribe', data: asked });
    using sending = startSending(connection, audio, { answerTimeoutMs, endsRequest: false, signal });
    let text = '';
    for (;;) {
      const event = await connection.read({ signal: sending.failed });
      if (!event) throw hungUp('its transcript');
      if (event.type === 'error') throw workerError(event);
      if (event.type === 'transcript-chunk') {
        text += event.data.text;
        yield { kind: 'partial', text };
      } else if (event.type === 'unknown' && event.name === pauseEventName) {
        const pause = pauseData.parse(event.data);
        yield { kind: 'pause', text: pause.text, silentMs: pause.silent_ms };
      } else if (event.type === 'transcript') {
        const known = transcriptContext.safeParse(event.data.context);
        const { confidence, alternatives } = known.data?.hearken ?? {};
        yield {
          kind: 'final',
          text: event.data.text,
          language: event.data.language ?? language ?? this.languages[0] ?? '',
          ...(confidence !== undefined && { confidence }),
          ...(alternatives && { alternatives }),
        };
        return;
      }
    }
  }
}

type Asked = { readonly language: string | undefined; readonly signal: AbortSignal };

// oxlint-disable-next-line require-yield
async function* nothing(): AsyncGenerator<Int16Array, void> {
  await Promise.resolve();
}
