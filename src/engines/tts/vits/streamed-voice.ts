/** A voice cut in two: the frames of a sentence are made at once, their sound window by window. */
import { Tensor, type InferenceSession } from 'onnxruntime-node';
import { settleSeries } from '../../../core/lifecycle.ts';
import { checkSoundLength } from '../sound-limit.ts';
import type { SpokenPiece, Synthesis, Synthesiser } from '../tts-model.ts';
import type { CutVoice } from './cut-graph.ts';
import { misshapen, run } from './session.ts';
import type { TextInputs, VoiceInputs } from './text-inputs.ts';
import { windowsOf, type Window, type WindowPlan } from './windows.ts';

/** The least that is worth a run: what a window looks at around it takes as long as a tenth of a second of sound. */
const firstWindowMs = 200;
/** Bounds the memory a run needs, and how long somebody else's first sound waits for the rest of this one. */
const longestWindowMs = 800;

export type StreamedVoiceParts = {
  readonly cut: Omit<CutVoice, 'front' | 'vocoder'>;
  readonly front: InferenceSession;
  readonly vocoder: InferenceSession;
  readonly inputs: TextInputs;
  readonly rateHz: number;
};

export class StreamedVoice implements Synthesiser {
  readonly #parts: StreamedVoiceParts;
  readonly #plan: WindowPlan;

  constructor(parts: StreamedVoiceParts) {
    const { cut, rateHz } = parts;
    const framesOf = (durationMs: number) =>
      Math.max(1, Math.round((durationMs / 1_000) * (rateHz / cut.samplesPerFrame)));
    this.#parts = parts;
    this.#plan = {
      firstFrames: framesOf(firstWindowMs),
      maxFrames: framesOf(longestWindowMs),
      leftFrames: cut.leftFrames,
      rightFrames: cut.rightFrames,
    };
  }

  async *synthesise(text: string, how: Synthesis): AsyncGenerator<SpokenPiece, void> {
    const { inputs, cut, rateHz } = this.#parts;
    const sentences = inputs.of(text, how);
    for (const [index, sentence] of sentences.entries()) {
      const latent = await this.#frames(sentence);
      // Before any of it is made: nobody should hear a minute of a stretched vowel first.
      checkSoundLength(latent.count * cut.samplesPerFrame, text, { speed: how.speed, rateHz });
      for (const window of windowsOf(latent.count, this.#plan)) {
        const isLast = index === sentences.length - 1 && window.end === latent.count;
        yield { samples: await this.#sound(latent, window), isLast };
      }
    }
  }

  async close(): Promise<void> {
    const { inputs, front, vocoder } = this.#parts;
    await settleSeries([
      { name: 'text inputs', run: async () => inputs.close() },
      { name: 'front', run: () => front.release() },
      { name: 'vocoder', run: () => vocoder.release() },
    ]);
  }

  async #frames(inputs: VoiceInputs): Promise<Latent> {
    const { front, cut } = this.#parts;
    const { data, dims } = await run(front, inputs, cut.latent);
    const [batch, channels = 0, count = 0] = dims;
    if (batch !== 1 || data.length !== channels * count) throw misshapen();
    return { data, channels, count };
  }

  async #sound(latent: Latent, window: Window): Promise<Float32Array> {
    const { vocoder, cut } = this.#parts;
    const [output = ''] = vocoder.outputNames;
    const { data } = await run(vocoder, { [cut.latent]: stretch(latent, window) }, output);
    if (data.length !== (window.to - window.from) * cut.samplesPerFrame) throw misshapen();
    const start = (window.start - window.from) * cut.samplesPerFrame;
    return data.subarray(start, start + (window.end - window.start) * cut.samplesPerFrame);
  }
}

/** Frames of a sentence, channel after channel. */
type Latent = { readonly data: Float32Array; readonly channels: number; readonly count: number };

function stretch({ data, channels, count }: Latent, { from, to }: Window): Tensor {
  const length = to - from;
  const part = new Float32Array(channels * length);
  for (let channel = 0; channel < channels; channel += 1)
    part.set(data.subarray(channel * count + from, channel * count + to), channel * length);
  return new Tensor('float32', part, [1, channels, length]);
}
