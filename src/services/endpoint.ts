/** When a sentence is over: by what was said and how long nobody has spoken since. */
import type { SttPause } from '../engines/stt/engine.ts';

export type Completeness =
  /** A whole command, and nothing that people usually say could follow. */
  | 'final'
  /** A whole command that could go on: "turn on the lights … in the kitchen". */
  | 'open'
  /** No command, or not yet. */
  | 'incomplete';

/** Says what a text is. Called while a person waits: it must answer within milliseconds. */
export type JudgeSentence = (heard: { readonly text: string; readonly language: string }) => Completeness;

/**
 * Silence after which a sentence counts as over. People pause for 0.26 to 0.5 s in the middle of one; waiting for
 * nothing is better than cutting somebody off.
 */
const silenceMs: Readonly<Record<Completeness, number>> = { final: 300, open: 500, incomplete: 800 };

/** Nobody speaks to a house for longer, and Home Assistant stops listening then too. */
export const longestSentenceMs = 15_000;

/** Follows the pauses of one utterance. */
export class Endpoint {
  readonly #judge: (text: string) => Completeness;
  #last: { readonly text: string; readonly completeness: Completeness } | undefined;

  constructor(judge: (text: string) => Completeness) {
    this.#judge = judge;
  }

  /** What the sentence is when it is over with this pause; undefined while its speaker may go on. */
  over({ text, silentMs }: SttPause): Completeness | undefined {
    if (silentMs < silenceMs.final) return undefined;
    if (this.#last?.text !== text) this.#last = { text, completeness: this.#judge(text) };
    const { completeness } = this.#last;
    return silentMs >= silenceMs[completeness] ? completeness : undefined;
  }
}
