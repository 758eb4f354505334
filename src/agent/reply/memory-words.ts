/** What is said about what is remembered, put together from the phrases of a language. */
import { sentence } from './phrasing.ts';

/** Whole clauses without capital and full stop; questions end in no mark, either. */
export type MemoryPhrases = {
  readonly language: string;
  readonly remembered: string;
  readonly known: string;
  /** Nobody may be remembered here: the settings say so. */
  readonly never: string;
  /** There is no way to ask for consent here. */
  readonly cannotAsk: string;
  /** There is no way to ask here whether to forget everything. */
  readonly cannotConfirm: string;
  readonly full: string;
  readonly failed: string;
  /** From now on what is said is remembered. */
  readonly started: string;
  /** From now on nothing is; what is known stays. */
  readonly stopped: string;
  /** It can not be stopped by a word: the settings say so. */
  readonly alwaysOn: string;
  readonly nothing: string;
  readonly nothingToForget: string;
  readonly forgotOne: string;
  readonly forgotMany: (count: number) => string;
  readonly askFacts: string;
  readonly askHistory: string;
  readonly askForgetAll: string;
  /** `day` null: today. */
  readonly told: (text: string, day: string | null) => string;
  readonly said: (text: string, day: string | null) => string;
};

type When = { readonly nowMs: number; readonly timeZone: string | null };

export type MemoryWords = {
  readonly [
    Fixed in
      | 'remembered'
      | 'known'
      | 'never'
      | 'cannotAsk'
      | 'cannotConfirm'
      | 'full'
      | 'failed'
      | 'started'
      | 'stopped'
      | 'alwaysOn'
      | 'nothing'
      | 'askFacts'
      | 'askHistory'
      | 'askForgetAll'
  ]: string;
} & {
  readonly forgot: (count: number) => string;
  /** A fact, with the day on which it was told unless that is today. */
  readonly told: (text: string, atMs: number, when: When) => string;
  /** The same for what was said in passing. */
  readonly said: (text: string, atMs: number, when: When) => string;
};

export function memoryWords(phrases: MemoryPhrases): MemoryWords {
  const dayOf = (atMs: number, { nowMs, timeZone }: When): string | null => {
    const format = new Intl.DateTimeFormat(phrases.language, {
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      ...(timeZone !== null && { timeZone }),
    });
    const day = format.format(atMs);
    return day === format.format(nowMs) ? null : day;
  };
  return {
    remembered: sentence(phrases.remembered),
    known: sentence(phrases.known),
    never: sentence(phrases.never),
    cannotAsk: sentence(phrases.cannotAsk),
    cannotConfirm: sentence(phrases.cannotConfirm),
    full: sentence(phrases.full),
    failed: sentence(phrases.failed),
    started: sentence(phrases.started),
    stopped: sentence(phrases.stopped),
    alwaysOn: sentence(phrases.alwaysOn),
    nothing: sentence(phrases.nothing),
    askFacts: question(phrases.askFacts),
    askHistory: question(phrases.askHistory),
    askForgetAll: question(phrases.askForgetAll),
    forgot: (count) => {
      if (count === 0) return sentence(phrases.nothingToForget);
      return sentence(count === 1 ? phrases.forgotOne : phrases.forgotMany(count));
    },
    told: (text, atMs, when) => sentence(phrases.told(text, dayOf(atMs, when))),
    said: (text, atMs, when) => sentence(phrases.said(text, dayOf(atMs, when))),
  };
}

/** Spanish has its first mark already. */
const question = (text: string): string => sentence(text, '?');
