/** The text of a whole stream, from what was decoded of its utterances. */
import { readableText } from './readable.ts';
import { confidenceOf, isSpoken } from './speech-gate.ts';
import type { SpeechEvidence } from './speech-gate.ts';

export type Decoded = {
  /** As the recogniser writes it. */
  readonly text: string;
  readonly tokenLogProbabilities: readonly number[];
};

export type TranscriptText = {
  /** Empty when nothing was said. */
  readonly text: string;
  /** Absent without text. */
  readonly confidence?: number;
};

export class Transcript {
  readonly #textCase: unknown;
  #committed: Decoded = { text: '', tokenLogProbabilities: [] };

  constructor(textCase: unknown) {
    this.#textCase = textCase;
  }

  /** An utterance that is over; dropped when nobody spoke it. */
  commit(decoded: Decoded, evidence: SpeechEvidence): void {
    this.#committed = this.#join(decoded, evidence);
  }

  /** Everything so far with the utterance under way. */
  with(decoded: Decoded, evidence: SpeechEvidence): TranscriptText {
    const { text, tokenLogProbabilities } = this.#join(decoded, evidence);
    if (text.trim() === '') return { text: '' };
    return {
      text: readableText(text, this.#textCase),
      confidence: confidenceOf(tokenLogProbabilities),
    };
  }

  #join(decoded: Decoded, evidence: SpeechEvidence): Decoded {
    if (!isSpoken(evidence, decoded.tokenLogProbabilities)) return this.#committed;
    return {
      text: `${this.#committed.text} ${decoded.text}`,
      tokenLogProbabilities: [...this.#committed.tokenLogProbabilities, ...decoded.tokenLogProbabilities],
    };
  }
}
