/** What a match captured. Lists are joined far more often than read, so joining costs one small object. */
import type { IntentKind } from './grammar.ts';

/** A sentence of the files. */
export type Sentence = {
  readonly kind: IntentKind;
  readonly intent: string;
  /** `file:line` of the template. */
  readonly source: string;
};

/** One thing a sentence says; a sentence can say several. */
export type Clause = Sentence & {
  /** First word and the word after the last. */
  readonly start: number;
  readonly end: number;
  readonly captures: readonly Capture[];
  /** The same for clauses that say the same. */
  readonly key: string;
};

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
  readonly clause?: Clause;
  /** The same for captures that say the same of the same words, whatever template they came by. */
  readonly key: string;
};

type Pair = { readonly before: Captures; readonly after: Captures; readonly key: string };

/** None, one, or two lists after each other. */
export type Captures = undefined | Capture | Pair;

export function slotCapture(slot: string, value: string, start: number, end: number): Capture {
  return { slot, value, start, end, inside: [], key: `${slot}=${value}@${start},` };
}

/** A target, with all that was captured in it. */
export function targetCapture(start: number, end: number, captures: Captures): Capture {
  const key = `target@${start}(${keyOf(captures)}),`;
  return { slot: 'target', value: '', start, end, inside: capturesOf(captures), key };
}

/** A whole sentence, with all that was captured in it. */
export function clauseCapture(
  { kind, intent, source }: Sentence,
  start: number,
  end: number,
  captures: Captures,
): Capture {
  const inside = capturesOf(captures);
  const key = `${kind} ${intent}@${start}(${keyOf(captures)}),`;
  const clause = { kind, intent, source, start, end, captures: inside, key };
  return { slot: 'clause', value: intent, start, end, inside, clause, key };
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
