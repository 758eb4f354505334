/** Runs the steps of one utterance on a recogniser, one native call at a time. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { isAborted } from '../../core/abort.ts';
import { toError } from '../../core/errors.ts';
import type { OnlineRecognizer, OnlineStream } from '../sherpa/sherpa-onnx.ts';
import { sampleRateHz } from './recognizer.ts';
import type { Decoded } from './transcript.ts';
import type { DecoderStep } from './utterance.ts';

/** The encoder waits for a whole chunk: silence pushes the last word through it. */
const tailSamples = 0.4 * sampleRateHz;

export class OnlineDecoder {
  readonly #recognizer: OnlineRecognizer;
  readonly #signal: AbortSignal;
  #stream: OnlineStream | undefined;

  constructor(recognizer: OnlineRecognizer, { signal }: { readonly signal: AbortSignal }) {
    this.#recognizer = recognizer;
    this.#signal = signal;
  }

  /** The text so far; empty before the first `begin`. */
  get result(): Decoded {
    if (!this.#stream) return { text: '', tokenLogProbabilities: [] };
    const { text, ys_probs } = this.#recognizer.getResult(this.#stream);
    return { text, tokenLogProbabilities: ys_probs };
  }

  /** The text so far, for the last time. */
  take(): Decoded {
    const { result } = this;
    this.#stream = undefined;
    return result;
  }

  async run(step: DecoderStep): Promise<void> {
    switch (step.kind) {
      case 'begin':
        this.#stream = this.#recognizer.createStream();
        break;
      case 'feed':
        this.#accept(toFloat(step.samples));
        await this.#decode();
        break;
      case 'finish':
        this.#accept(new Float32Array(tailSamples));
        this.#stream?.inputFinished();
        await this.#decode();
        break;
    }
  }

  #accept(samples: Float32Array): void {
    this.#stream?.acceptWaveform({ samples, sampleRate: sampleRateHz });
  }

  /** A call per chunk of the encoder (some 10 ms), and between them the other streams' turn. */
  async #decode(): Promise<void> {
    const stream = this.#stream;
    if (!stream) return;
    while (this.#recognizer.isReady(stream)) {
      if (isAborted(this.#signal)) throw toError(this.#signal.reason);
      this.#recognizer.decode(stream);
      await nextTurn();
    }
  }
}

function toFloat(samples: Int16Array): Float32Array {
  const floats = new Float32Array(samples.length);
  for (let i = 0; i < samples.length; i += 1) floats[i] = (samples[i] ?? 0) / 32_768;
  return floats;
}
