/** What a match captured. Lists are joined far more often than read, so joining costs one small object. */
import type { IntentKind } from './grammar.ts';

export type Capture = {
  readonly slot: string;
  /** The list's value, or the words themselves. */
  readonly value: string;
  /** First word and the word after the last. */
  readonly start: number;
  readonly end: number;
  /** Of a target: what was said of it. */
  readonly inside: readonly Capture[];
  /** Set where a whole sentence of an intent was matched. */
  readonly clause?: { readonly kind: IntentKind; readonly intent: string; readonly source: string };
};

type Pair = { readonly before: Captures; readonly after: Captures };

/** None, one, or two lists after each other. */
export type Captures = undefined | Capture | Pair;

export function joined(before: Captures, after: Captures): Captures {
  if (before === undefined) return after;
  return after === undefined ? before : { before, after };
}

/** In the order of the sentence. */
export function capturesOf(captures: Captures): readonly Capture[] {
  const all: Capture[] = [];
  const add = (part: Captures): void => {
    if (part === undefined) return;
    if ('slot' in part) all.push(part);
    else {
      add(part.before);
      add(part.after);
    }
  };
  add(captures);
  return all;
}
