/**
 * Which part of a growing transcript is fit to be sent in pieces that can not be taken back: the words on which
 * two readings in a row agree, the last one apart. The pieces joined are the final text, unless the engine
 * changed its mind about a word sent before; the whole `transcript` that follows counts then.
 */
export class StableText {
  #last: readonly string[] = [];
  #sent = '';

  /** Takes the text so far; gives what became stable, often nothing. */
  add(text: string): string {
    const words = wordsOf(text);
    const agreed = words.findIndex((word, index) => word !== this.#last[index]);
    const stable = words.slice(0, Math.min(agreed === -1 ? words.length : agreed, words.length - 1));
    this.#last = words;
    return this.#grow(stable.join(''));
  }

  /** Takes the final text; gives what is left of it. */
  finish(text: string): string {
    return this.#grow(text);
  }

  #grow(text: string): string {
    if (!text.startsWith(this.#sent)) return '';
    const piece = text.slice(this.#sent.length);
    this.#sent = text;
    return piece;
  }
}

/** Each with the space before it, so that joined they are the text. */
function wordsOf(text: string): readonly string[] {
  return text.match(/\s*\S+/gu) ?? [];
}
