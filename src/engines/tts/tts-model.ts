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

export type Synthesiser = {
  /** Speaks one piece of speakable text at the voice's rate; mono samples, -1 to 1. Never called twice at a time. */
  synthesise(text: string, how: Synthesis): Promise<Float32Array>;
  close(): Promise<void>;
};

export type TtsModel = {
  readonly id: string;
  readonly voices: readonly Voice[];
  /** @throws EngineError `MODEL_CORRUPT` or `ENGINE_FAILED`. */
  load(): Promise<Synthesiser>;
};
