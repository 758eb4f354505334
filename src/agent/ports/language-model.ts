/** A language model that answers with words and calls of tools, as the agent uses it. */

export type LanguageModel = {
  /** For logs, the trace and `doctor`: provider and model, e.g. `ollama/qwen3:8b`. */
  readonly name: string;
  /**
   * One answer, as it is written. Ends after exactly one `end`; no other part follows it.
   * @throws LanguageModelError when the provider can not be reached, refuses, breaks off or takes too long.
   */
  answer(prompt: Prompt, options: { readonly signal: AbortSignal }): AsyncIterable<AnswerPart>;
};

export type Prompt = {
  /**
   * What the model is told first. `stable` is equal for all turns of a home and language, so that the provider's
   * cache serves it; `situation` is of this turn.
   */
  readonly system: { readonly stable: string; readonly situation: string };
  /** Oldest first; the last one is the person's or the tools'. */
  readonly messages: readonly Message[];
  /** In an order that does not change from turn to turn, for the same cache. */
  readonly tools: readonly ToolDescription[];
  /** Of the answer. */
  readonly maxTokens: number;
};

export type Message =
  | { readonly from: 'person'; readonly text: string }
  /** Both may be there; `text` may be empty. */
  | { readonly from: 'model'; readonly text: string; readonly calls: readonly ToolCall[] }
  /** One per call of the message before, in its order. */
  | { readonly from: 'tools'; readonly results: readonly ToolResult[] };

export type ToolCall = {
  /** Unique in the dialogue; made by us where the provider has none. */
  readonly id: string;
  readonly name: string;
  /** As the model wrote it; nothing is known of its shape. */
  readonly input: unknown;
};

export type ToolResult = {
  readonly callId: string;
  readonly name: string;
  readonly content: string;
  readonly isError: boolean;
};

export type ToolDescription = {
  /** `[a-z0-9_]`, at most 64 characters. */
  readonly name: string;
  readonly description: string;
  /** JSON Schema of an object. */
  readonly inputSchema: Readonly<Record<string, unknown>>;
};

export type AnswerPart =
  /** A piece of text as it came; thoughts that the provider marks as such are left out. */
  | { readonly kind: 'text'; readonly text: string }
  /** Whole, when the last piece of its input came. */
  | { readonly kind: 'call'; readonly call: ToolCall }
  | {
      readonly kind: 'end';
      readonly why: 'finished' | 'length' | 'refused';
      readonly tokens: TokenCount | null;
    };

/** As the provider counts; `cached` of `input` came from its cache. */
export type TokenCount = { readonly input: number; readonly cached: number; readonly output: number };
