/** Cuts text that arrives in arbitrary pieces into sentences, each as soon as its end is certain. */
import { findSentenceEnd, type TextState } from '../../core/sentence-end.ts';

/**
 * A longer sentence is cut at its last clause before this: some five seconds of speech. Some voices work on a whole
 * piece at once, so it bounds the wait for the first sound, the rest of a cancelled synthesis, and memory (of a voice
 * of 6 MB 25 MB for each second of the longest piece). Voices hold the tone of a comma, so the seam is not heard.
 */
const maxClauseChars = 80;

/** A sentence without clauses is cut between words above this. */
const maxPieceChars = 120;

/** A shorter piece than this before a cut sounds clipped. */
const minPieceChars = 24;

/** A cut waits for this much text behind the longest piece: it may hold what makes the sentence's own end certain. */
const lookAheadChars = 16;

/** Where a piece is cut depends on no more text than this: longer texts are not looked through again for each piece. */
const windowChars = 512;

const clauseEnd = /[,;:–—،](?=\s)|[，、；：]/gu;

export class SentenceSplitter {
  #text = '';

  /** Takes text as it comes; returns the sentences that are complete now, in order. */
  push(text: string): string[] {
    this.#text += text;
    return this.#take('flowing');
  }

  /** To be called when no text has come for a moment: also takes a sentence that ends exactly here, if probable. */
  settle(): string[] {
    return this.#take('paused');
  }

  /** Returns everything left; the splitter can be used again. */
  flush(): string[] {
    const sentences = this.#take('ended');
    const rest = this.#text.trim();
    this.#text = '';
    return rest === '' ? sentences : [...sentences, rest];
  }

  #take(state: TextState): string[] {
    const sentences: string[] = [];
    for (;;) {
      this.#text = this.#text.trimStart();
      const end = this.#nextCut(state);
      if (end === undefined) return sentences;
      sentences.push(this.#text.slice(0, end).trimEnd());
      this.#text = this.#text.slice(end);
    }
  }

  #nextCut(textState: TextState): number | undefined {
    const isWhole = this.#text.length <= windowChars;
    const state = isWhole ? textState : 'flowing';
    const end = findSentenceEnd(isWhole ? this.#text : this.#text.slice(0, windowChars), state);
    const length = end ?? (textState === 'ended' ? this.#text.length : this.#text.length - lookAheadChars);
    if (length > maxClauseChars) {
      const clause = lastClause(this.#text.slice(0, maxClauseChars + 1));
      if (clause !== undefined) return clause;
    }
    return length > maxPieceChars ? cutLong(this.#text) : end;
  }
}

/** The sentences of a whole text. */
export function splitSentences(text: string): string[] {
  const splitter = new SentenceSplitter();
  return [...splitter.push(text), ...splitter.flush()];
}

/** At a late clause, else between words, else anywhere but inside a character. */
function cutLong(text: string): number {
  const window = text.slice(0, maxPieceChars + 1);
  const clause = lastClause(window);
  if (clause !== undefined) return clause;
  const space = window.search(/\s\S*$/u);
  if (space >= minPieceChars) return space;
  return /[\uD800-\uDBFF]$/u.test(text.slice(0, maxPieceChars)) ? maxPieceChars - 1 : maxPieceChars;
}

/** Index behind the last clause mark that leaves a piece of a natural length. */
function lastClause(window: string): number | undefined {
  const ends = [...window.matchAll(clauseEnd)].map((match) => match.index + 1);
  return ends.findLast((end) => end >= minPieceChars);
}
