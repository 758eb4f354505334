/** Speaks with a model that makes a whole sentence at once, and gives back the memory that long ones leave behind. */
import { collectGarbage } from '../../core/collect-garbage.ts';
import type { SpokenPiece, Synthesis, Synthesiser } from './tts-model.ts';

/**
 * A runtime's arena only grows: a voice that once spoke for four seconds keeps 100 MB more than one that spoke for
 * two (sherpa-onnx 1.13, a voice of 6 MB). Replies shorter than this leave it small.
 */
const longSpeechMs = 2_500;

/** The next piece of the same text comes sooner; a person's next request hardly. */
const idleMs = 500;

/** A model's first run takes twice the time of the later ones. */
const warmUpText = 'Ready.';

export type WholeVoice = {
  /** The samples of one sentence. Never called twice at a time. */
  speak(text: string, how: Synthesis): Promise<Float32Array>;
  close(): Promise<void>;
};

/**
 * Speaks with a loaded model; when long speech is over and nothing was asked for a while, a fresh one takes its
 * place: 0.2 s of one core, and two models in memory for that moment. When the load fails the old one goes on.
 */
export class WholeSynthesiser implements Synthesiser {
  readonly #load: () => Promise<WholeVoice>;
  readonly #rateHz: number;
  #current: WholeVoice;
  #isGrown = false;
  #isSpeaking = false;
  #timer: NodeJS.Timeout | undefined;
  #renewal: Promise<void> | undefined;

  private constructor(current: WholeVoice, load: () => Promise<WholeVoice>, rateHz: number) {
    this.#current = current;
    this.#load = load;
    this.#rateHz = rateHz;
  }

  /** `rateHz`: of the model's samples. */
  static async open(load: () => Promise<WholeVoice>, rateHz: number): Promise<Synthesiser> {
    return new WholeSynthesiser(await load(), load, rateHz);
  }

  async *synthesise(text: string, how: Synthesis): AsyncGenerator<SpokenPiece, void> {
    const samples = await this.#speak(text, how);
    if (samples.length > 0) yield { samples, isLast: true };
  }

  async close(): Promise<void> {
    clearTimeout(this.#timer);
    await this.#renewal;
    await this.#current.close();
  }

  async #speak(text: string, how: Synthesis): Promise<Float32Array> {
    clearTimeout(this.#timer);
    this.#isSpeaking = true;
    try {
      const samples = await this.#current.speak(text, how);
      if (samples.length / this.#rateHz > longSpeechMs / 1_000) this.#isGrown = true;
      return samples;
    } finally {
      this.#isSpeaking = false;
      if (this.#isGrown) this.#timer = setTimeout(() => this.#renewOnce(how), idleMs).unref();
    }
  }

  #renewOnce(how: Synthesis): void {
    this.#renewal ??= this.#renew(how)
      .catch(() => undefined)
      .finally(() => (this.#renewal = undefined));
  }

  async #renew(how: Synthesis): Promise<void> {
    const fresh = await this.#load();
    await fresh.speak(warmUpText, how);
    // Somebody was faster and is being spoken to: the next pause is as good.
    const leaving = this.#isSpeaking ? fresh : this.#current;
    if (leaving !== fresh) {
      this.#current = fresh;
      this.#isGrown = false;
    }
    await leaving.close();
    collectGarbage();
  }
}
