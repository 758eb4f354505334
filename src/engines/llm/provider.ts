/** A provider of a language model with all the program wants to know of it beside its answers. */
import type { LanguageModel } from '../../agent/ports/language-model.ts';

export type Provider = LanguageModel & {
  /** What it is told leaves the house. */
  readonly isCloud: boolean;
  /** Loads the provider's client, once; deadlines begin behind it, because a busy machine takes its time. */
  load(): Promise<void>;
  /**
   * A small request without any content: whether it is there, takes the key and has the model.
   * @throws LanguageModelError when it is not so.
   */
  look(options: { readonly signal: AbortSignal }): Promise<ModelFacts>;
  /**
   * Names of the models it offers, as far as its list goes at once.
   * @throws LanguageModelError when it does not tell.
   */
  offered(options: { readonly signal: AbortSignal }): Promise<readonly string[]>;
  /**
   * Loads the model where that takes time; absent where there is nothing to load.
   * @throws LanguageModelError when that fails.
   */
  warm?(options: { readonly signal: AbortSignal }): Promise<void>;
};

/** Null: the provider does not tell. */
export type ModelFacts = {
  /** The most the model can have. */
  readonly contextTokens: number | null;
  readonly canCallTools: boolean | null;
  /** Whether the provider's list names the model. */
  readonly isListed: boolean | null;
};

export const unknownFacts: ModelFacts = { contextTokens: null, canCallTools: null, isListed: null };
