/** What a match captured. Lists are joined far more often than read, so joining costs one small object. */
import type { IntentKind } from './grammar.ts';

type ClauseOf = { readonly kind: IntentKind; readonly intent: string; readonly source: string };

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
  readonly clause?: ClauseOf;
  /** The same for captures that say the same of the same words, whatever template they came by. */
  readonly key: string;
};

type Pair = { readonly before: Captures; readonly after: Captures; readonly key: string };

/** None, one, or two lists after each other. */
export type Captures = undefined | Capture | Pair;

export function slotCapture(slot: string, value: string, start: number, end: number): Capture {
  return { slot, value, start, end, inside: [], key: `${slot}=${value}@${start},` };
}

/** A target, or with `clause` a sentence, with all that was captured in it. */
export function groupCapture(
  slot: string,
  start: number,
  end: number,
  captures: Captures,
  clause?: ClauseOf,
): Capture {
  const name = clause === undefined ? slot : `${clause.kind} ${clause.intent}`;
  const key = `${name}@${start}(${keyOf(captures)}),`;
  const group = { slot, value: clause?.intent ?? '', start, end, inside: capturesOf(captures), key };
  return clause === undefined ? group : { ...group, clause };
}

export function joined(before: Captures, after: Captures): Captures {
  if (before === undefined) return after;
  return after === undefined ? before : { before, after, key: before.key + after.key };
}

export function keyOf(captures: Captures): string {
  return captures === undefined ? '' : captures.key;
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
