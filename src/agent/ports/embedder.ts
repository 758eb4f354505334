/** Turns texts into vectors, so that what means the same is found though the words differ. */

export type Embedder = {
  /** Provider and model, e.g. `ollama/nomic-embed-text`: names the space that the vectors belong to. */
  readonly name: string;
  /**
   * One vector per text, in order.
   * @throws LanguageModelError when the provider can not be reached, refuses or takes too long.
   */
  embed(
    texts: readonly string[],
    options: { readonly signal: AbortSignal },
  ): Promise<readonly (readonly number[])[]>;
};
