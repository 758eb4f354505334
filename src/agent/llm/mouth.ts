/** What is said in a turn of a language model: its own sentences, and those the house says of what was done. */
import { claimsChange, mayBecomeClaim } from './claims.ts';

/** Cuts text as it comes into whole speakable sentences. */
export type SentenceCutter = {
  /** The sentences that are complete with this piece. */
  push(text: string): readonly string[];
  /** What is certain of the sentence that has begun; later it begins with the same words. */
  readonly begun: string;
  /** What is left, at the end of an answer. */
  end(): readonly string[];
};

/**
 * A model's words are said as they come, so that a voice can begin before a long answer is written. A sentence that
 * may become a claim waits for its end, and so does every one after the house told what was done: models like to
 * repeat that.
 */
export class Mouth {
  readonly #say: (text: string) => void;
  readonly #cutter: () => SentenceCutter;
  readonly #language: string;
  #current: SentenceCutter;
  #spoken = '';
  /** What was already said of the sentence that has begun. */
  #ahead = '';
  /** The model changed something that nobody but itself will tell. */
  #mayClaim = false;
  #hasToldOutcome = false;
  #hasWithheld = false;

  /** `language`: a BCP 47 tag, of what the model is to answer in. */
  constructor(say: (text: string) => void, cutter: () => SentenceCutter, language: string) {
    this.#say = say;
    this.#language = language;
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
    for (const sentence of this.#current.push(text)) this.#sayWhole(sentence);
    this.#sayBegun(this.#current.begun);
  }

  /** The model's answer is complete. */
  endAnswer(): void {
    for (const sentence of this.#current.end()) this.#sayWhole(sentence);
    this.#current = this.#cutter();
    this.#ahead = '';
  }

  /** A sentence of ours, between answers of the model. */
  tell(sentence: string): void {
    if (sentence === '') return;
    this.#hasToldOutcome = true;
    // A sentence that broke off in the middle ends here.
    const gap = this.#spoken === '' ? '' : /[.!?…:]$/u.test(this.#spoken) ? ' ' : '. ';
    this.#pass(`${gap}${sentence}`);
  }

  #sayWhole(sentence: string): void {
    const ahead = this.#ahead;
    this.#ahead = ahead.slice(sentence.length).trimStart();
    if (ahead.length >= sentence.length) return;
    if (!this.#mayClaim && claimsChange(sentence)) this.#hasWithheld = true;
    else this.#continue(sentence, ahead);
  }

  #sayBegun(begun: string): void {
    if (this.#hasToldOutcome || begun.length <= this.#ahead.length || mayBecomeClaim(begun, this.#language))
      return;
    this.#continue(begun, this.#ahead);
    this.#ahead = begun;
  }

  #continue(text: string, ahead: string): void {
    const isFirst = ahead === '' && this.#spoken !== '';
    this.#pass(`${isFirst ? ' ' : ''}${text.slice(ahead.length)}`);
  }

  #pass(text: string): void {
    this.#spoken += text;
    this.#say(text);
  }
}
