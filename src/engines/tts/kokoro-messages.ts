/** What Kokoro's thread and its owner say to each other; one request at a time. */

export type KokoroStart = {
  /** Holds config.json, tokenizer.json, tokenizer_config.json and onnx/. */
  readonly directory: string;
  /** Name of the model in `onnx/`, without ending. */
  readonly modelName: string;
  readonly threads: number;
};

export type KokoroRequest = { readonly text: string; readonly voice: string; readonly speed: number };

/** `ready` or `failed` once at the start, then one answer per request. */
export type KokoroAnswer =
  | { readonly kind: 'ready' }
  | { readonly kind: 'sound'; readonly samples: Float32Array<ArrayBuffer> }
  | { readonly kind: 'failed'; readonly reason: string };
