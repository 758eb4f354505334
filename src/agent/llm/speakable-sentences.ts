/** What a model writes → whole sentences that may be said, each as soon as its end is certain. */
import { findSentenceEnd } from '../../core/sentence-end.ts';
import type { SentenceCutter } from './mouth.ts';
import { SpeakableText } from './speakable.ts';

/** One answer; the sentences are the same wherever its text was cut. */
export class SpeakableSentences implements SentenceCutter {
  readonly #speakable = new SpeakableText();
  #text = '';

  get begun(): string {
    return this.#text;
  }

  push(text: string): readonly string[] {
    this.#text += this.#speakable.push(text);
    const sentences: string[] = [];
    for (;;) {
      const end = findSentenceEnd(this.#text, 'flowing');
      if (end === undefined) return sentences;
      sentences.push(this.#text.slice(0, end).trim());
      this.#text = this.#text.slice(end).trimStart();
    }
  }

  end(): readonly string[] {
    const sentences = [...this.push(''), ...this.#rest()];
    this.#text = '';
    return sentences.filter((sentence) => sentence !== '');
  }

  #rest(): readonly string[] {
    this.#text += this.#speakable.end();
    return [...this.push(''), this.#text.trim()];
  }
}
