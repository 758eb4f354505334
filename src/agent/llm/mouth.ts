/** What is said in a turn of a language model: its own sentences, and those the house says of what was done. */
import { claimsChange } from './claims.ts';

/** Cuts text as it comes into whole speakable sentences. */
export type SentenceCutter = {
  /** The sentences that are complete with this piece. */
  push(text: string): readonly string[];
  /** What is left, at the end of an answer. */
  end(): readonly string[];
};

export class Mouth {
  readonly #say: (text: string) => void;
  readonly #cutter: () => SentenceCutter;
  #current: SentenceCutter;
  #spoken = '';
  /** The model changed something that nobody but itself will tell. */
  #mayClaim = false;
  #hasWithheld = false;

  constructor(say: (text: string) => void, cutter: () => SentenceCutter) {
    this.#say = say;
    this.#cutter = cutter;
    this.#current = cutter();
  }

  /** All that was said. */
  get spoken(): string {
    return this.#spoken;
  }

  /** A claim of the model was not passed on. */
  get hasWithheld(): boolean {
    return this.#hasWithheld;
  }

  allowClaims(): void {
    this.#mayClaim = true;
  }

  /** A piece of the model's text. */
  hear(text: string): void {
    this.#sayOfModel(this.#current.push(text));
  }

  /** The model's answer is complete. */
  endAnswer(): void {
    this.#sayOfModel(this.#current.end());
    this.#current = this.#cutter();
  }

  /** A sentence of ours. */
  tell(sentence: string): void {
    if (sentence === '') return;
    const text = this.#spoken === '' ? sentence : ` ${sentence}`;
    this.#spoken += text;
    this.#say(text);
  }

  #sayOfModel(sentences: readonly string[]): void {
    for (const sentence of sentences) {
      if (!this.#mayClaim && claimsChange(sentence)) this.#hasWithheld = true;
      else this.tell(sentence);
    }
  }
}
