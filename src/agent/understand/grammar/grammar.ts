/** A grammar as its files say it, and how a mistake in one is reported. */
import { ConfigError } from '../../../core/errors.ts';
import type { Template } from './template.ts';

/** A command may act on devices; a question never acts; timers and talk (yes, again, undo) need no device. */
export const intentKinds = ['command', 'question', 'timer', 'talk'] as const;
export type IntentKind = (typeof intentKinds)[number];

/** A template with where it is written, for messages and explanations. */
export type Written = { readonly template: Template; readonly file: string; readonly line: number };

export type ListValue = Written & { readonly value: string };

/** `isTarget`: its values are kept together, apart from those of other targets in the sentence. */
export type Rule = { readonly isTarget: boolean; readonly options: readonly Written[] };

type IntentBlock = {
  readonly kind: IntentKind;
  readonly name: string;
  readonly sentences: readonly Written[];
};

export type GrammarFile = {
  readonly rules: ReadonlyMap<string, Rule>;
  readonly lists: ReadonlyMap<string, readonly ListValue[]>;
  /** What may stand around a sentence of a kind; it holds `<sentence>`. */
  readonly frames: ReadonlyMap<IntentKind, readonly Written[]>;
  readonly intents: readonly IntentBlock[];
  /** Words by their role in the last reading, wherever they stand. */
  readonly gist: ReadonlyMap<string, readonly ListValue[]>;
  /** Phrases to leave out where the sentence does not fit with them. */
  readonly skip: readonly (readonly string[])[];
};

export function grammarMistake(file: string, line: number, column: number, message: string): never {
  throw new ConfigError('CONFIG_INVALID', `${file}:${line}:${column}: ${message}`, {
    details: { file, line, column },
  });
}

/** Frames hold their own kind as `<sentence>`, and any kind as `<command_sentence>`, `<timer_sentence>`, …. */
export function sentenceRule(kind: IntentKind | null): string {
  return kind === null ? 'sentence' : `${kind}_sentence`;
}

export function isSentenceRule(name: string): boolean {
  return [null, ...intentKinds].some((kind) => sentenceRule(kind) === name);
}

export function isIntentKind(word: string): word is IntentKind {
  return intentKinds.some((kind) => kind === word);
}
