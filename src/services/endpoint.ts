/** When a sentence is over: by what was said and how long nobody has spoken since. */
import type { Completeness } from '../agent/understand/completeness.ts';
import type { SttPause } from '../engines/stt/engine.ts';

/** Says what a text is. Called while a person waits: it must answer within milliseconds. */
export type JudgeSentence = (heard: { readonly text: string; readonly language: string }) => Completeness;

/**
 * Silence after which a sentence counts as over. People pause for 0.26 to 0.5 s in the middle of one, hardly ever where
 * nothing usual could follow; waiting for nothing is better than cutting somebody off.
 */
const silenceMs: Readonly<Record<Completeness, number>> = { final: 260, open: 500, incomplete: 800 };

/** Pauses are told of in steps of 32 ms: the one that comes nearest counts. */
const toleranceMs = 16;

/** Nobody speaks to a house for longer, and Home Assistant stops listening then too. */
export const longestSentenceMs = 15_000;

/** A text is told of about so long after its last sound. */
const textDelayMs = 260;

type Told = {
  readonly text: string;
  /** The pause with which it came. */
  readonly fromMs: number;
  completeness?: Completeness;
};

/** Follows the pauses of one utterance. */
export class Endpoint {
  readonly #judge: (text: string) => Completeness;
  #told: Told = { text: '', fromMs: 0 };
  #lastMs = 0;

  constructor(judge: (text: string) => Completeness) {
    this.#judge = judge;
  }

  /** What the sentence is when it is over with this pause; undefined while its speaker may go on. */
  over({ text, silentMs }: SttPause): Completeness | undefined {
    if (text !== this.#told.text) this.#told = { text, fromMs: silentMs };
    else if (silentMs < this.#lastMs) this.#told = { ...this.#told, fromMs: silentMs };
    this.#lastMs = silentMs;
    // Somebody said what is new in the text, also when nothing sounded like a voice.
    const sinceMs = Math.min(silentMs, silentMs - this.#told.fromMs + textDelayMs) + toleranceMs;
    if (sinceMs < silenceMs.final) return undefined;
    const completeness = (this.#told.completeness ??= this.#judge(text));
    return sinceMs >= silenceMs[completeness] ? completeness : undefined;
  }
}
