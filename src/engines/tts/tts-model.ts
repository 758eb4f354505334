/** What a backend brings: a model that is described at once and loaded when a voice of it is first needed. */
import type { Voice } from './engine.ts';

export type Synthesis = {
  /** Name of one of the model's voices. */
  readonly voice: string;
  /** One of the voice's speakers; absent: its first. */
  readonly speaker?: string;
  /** 0.5 to 2. */
  readonly speed: number;
};

/** Mono samples at the voice's rate, -1 to 1. */
export type SpokenPiece = { readonly samples: Float32Array; readonly isLast: boolean };

export type Synthesiser = {
  /**
   * Speaks one sentence of speakable text, in one piece or in several that join without a seam; none for a sentence
   * without sound. Works only while it is asked for a piece, and is never asked for two at a time, but for pieces of
   * several sentences in turns.
   */
  synthesise(text: string, how: Synthesis): AsyncIterable<SpokenPiece>;
  close(): Promise<void>;
};

export type TtsModel = {
  readonly id: string;
  readonly voices: readonly Voice[];
  /** @throws EngineError `MODEL_CORRUPT` or `ENGINE_FAILED`. */
  load(): Promise<Synthesiser>;
};
