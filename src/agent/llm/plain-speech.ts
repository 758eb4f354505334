/** Words with their spaces and line ends → one line to be said, without pictures and invisible characters. */
import { isPicture } from '../../core/pictures.ts';
import { leftOut } from './markdown-rules.ts';
import type { TextStage } from './text-stage.ts';

/** What stood between two characters that are said; two line ends part paragraphs. */
type Gap = '' | ' ' | '\n' | '\n\n';

const invisible = /^[\p{Control}\p{Format}\p{Private_Use}\p{Surrogate}]$/u;
/** They join and part letters in some scripts. */
const joiners = /^[\u200C\u200D]$/u;
const closing = /^[.,;:!?)\]…]$/u;
/** A line that ends so needs a full stop before the next one. */
const open = /[\p{L}\p{N}\p{M})"'’”»%°]$/u;
const word = /[\p{L}\p{N}]$/u;
/** Single ones may be said; two of one kind, which what is left out between them brings together, would be a mark. */
const half = /^[*_~]$/u;

export class PlainSpeech implements TextStage {
  /** The last character that was said. */
  #last = '';
  #gap: Gap = '';
  /** Something was left out since. */
  #isCut = false;
  /** An opening bracket, with what stands before it, until something follows in it. */
  #bracket: string | undefined;

  take(text: string): string {
    let said = '';
    for (const char of text) said += this.#next(char);
    return said;
  }

  end(): string {
    return '';
  }

  #next(char: string): string {
    if (/\s/u.test(char)) {
      this.#gap = widened(this.#gap, char);
      return '';
    }
    const isJoiner = joiners.test(char) && !this.#isCut;
    if (!isJoiner && (char === leftOut || isPicture(char) || invisible.test(char))) {
      this.#isCut ||= char === leftOut || isPicture(char);
      return '';
    }
    if (char === ')' && this.#bracket !== undefined) {
      // There was nothing in it.
      this.#gap = this.#bracket === '(' ? '' : ' ';
      this.#bracket = undefined;
      this.#isCut = true;
      return '';
    }
    if (half.test(char) && char === this.#last && this.#gap === '') return '';
    const before = (this.#bracket ?? '') + this.#spaceBefore(char);
    this.#gap = '';
    this.#isCut = false;
    this.#bracket = undefined;
    if (char === '(') {
      this.#bracket = `${before}(`;
      return '';
    }
    this.#last = char;
    return before + char;
  }

  #spaceBefore(char: string): string {
    if (this.#last === '' || this.#bracket !== undefined) return '';
    switch (this.#gap) {
      case '':
        return this.#isCut && word.test(this.#last) && word.test(char) ? ' ' : '';
      case ' ':
        return this.#isCut && closing.test(char) ? '' : ' ';
      case '\n':
      case '\n\n': {
        if (closing.test(char)) return '';
        // A line that begins in lower case goes on with the one before.
        const goesOn = this.#gap === '\n' && /^\p{Lowercase}/u.test(char);
        return open.test(this.#last) && !goesOn ? '. ' : ' ';
      }
    }
  }
}

function widened(gap: Gap, char: string): Gap {
  if (char !== '\n') return gap === '' ? ' ' : gap;
  return gap === '\n' || gap === '\n\n' ? '\n\n' : '\n';
}
