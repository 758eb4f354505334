/** What a model writes → what may be said: no thoughts, tags, markdown, addresses or pictures. Numbers stay as they are. */
import { Markdown } from './markdown.ts';
import { PlainSpeech } from './plain-speech.ts';
import { SilentTags } from './silent-tags.ts';
import type { TextStage } from './text-stage.ts';

/**
 * One answer in the pieces it comes in. Words are given out at once, so that a sentence can be spoken as soon as its
 * end was written; held back is only what may still become a mark (`**`, `[text](`, `<think`, `htt`).
 */
export class SpeakableText {
  readonly #stages: readonly TextStage[] = [new SilentTags(), new Markdown(), new PlainSpeech()];
  /** The first half of a character that was cut in two. */
  #half = '';

  /** Returns what can be said now; often empty. */
  push(text: string): string {
    const whole = this.#half + text;
    this.#half = /[\uD800-\uDBFF]$/.test(whole) ? whole.slice(-1) : '';
    const complete = whole.slice(0, whole.length - this.#half.length);
    return this.#stages.reduce((left, stage) => stage.take(left), complete);
  }

  /** Returns what was held back and can be said. */
  end(): string {
    return this.#stages.reduce((left, stage) => stage.take(left) + stage.end(), '');
  }
}

/** Of a whole text. */
export function speakableOf(text: string): string {
  const speakable = new SpeakableText();
  return speakable.push(text) + speakable.end();
}
