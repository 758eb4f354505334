/**
 * What a family of wake models gives to the wake engine. A backend is immutable: other words or settings make a
 * new one, and the engine moves running streams over by replaying the last seconds of their audio.
 */
import type { InstalledModel } from '../../core/installed-model.ts';
import type { WakeTuning, WakeWord } from './engine.ts';

/** Samples in one step of every stream: 80 ms at 16 kHz, the hop of openWakeWord's features. */
export const frameSamples = 1280;
export const frameMs = 80;

export type Heard =
  /** How much the frame sounds like the end of the word, 0 to 1, every frame: the trigger decides. */
  | { readonly kind: 'score'; readonly name: string; readonly score: number }
  /** The backend decided by itself, by the threshold it was built with: the trigger only keeps the refractory time. */
  | { readonly kind: 'hit'; readonly name: string; readonly score: number };

/** One audio stream. Calls never overlap: the next `accept` comes after the last one settled. */
export type WakeStream = {
  /** Takes exactly `frameSamples` samples, not kept after the call settled, and tells what was heard in them. */
  accept(frame: Int16Array): Promise<readonly Heard[]> | readonly Heard[];
  /** The audio ended: what the backend still holds back. */
  finish(): Promise<readonly Heard[]> | readonly Heard[];
  close(): void;
};

/** A word of a backend with its tuning. */
export type TunedWord = WakeWord & { readonly tuning: WakeTuning };

export type WakeBackend = {
  readonly words: readonly TunedWord[];
  /** Opens a stream that listens for these words, given by their `name`; others are not computed. */
  open(names: ReadonlySet<string>): WakeStream;
  /** Frees the models. No stream is open any more. */
  close(): Promise<void>;
};

/** What `phrases/backend.ts` makes a backend of: `createPhraseBackend(spec): Promise<WakeBackend>`. */
export type PhraseBackendSpec = {
  /** A keyword spotter's files. */
  readonly model: InstalledModel;
  readonly words: readonly {
    /** Languages and attribution are the model's. */
    readonly word: Pick<WakeWord, 'name' | 'phrase' | 'description'>;
    /** Absent: the threshold that is best for this phrase. */
    readonly threshold?: number;
    readonly refractoryMs: number;
  }[];
  /** Whether frames without speech are skipped. */
  readonly gate: boolean;
};
