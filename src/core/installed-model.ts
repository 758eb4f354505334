/** A model that lies on this machine, as the model store hands it to an engine. */
export type InstalledModel = {
  /** Id in the catalogue or the directory's index, e.g. `zipformer-gigaspeech-3.3M-mobile`. */
  readonly id: string;
  /** Which backend loads it, e.g. `sherpa-online-transducer`, `sherpa-vits`, `openwakeword`. */
  readonly engine: string;
  /** BCP 47 tags; empty when the model has no language (VAD, denoiser). */
  readonly languages: readonly string[];
  /** Role → absolute path, e.g. `{ encoder, decoder, joiner, tokens, bpeVocab }`. A role may be a directory. */
  readonly files: Readonly<Record<string, string>>;
  /** Backend settings that belong to the model, e.g. `{ sampleRateHz: 22050 }`. */
  readonly settings: Readonly<Record<string, unknown>>;
  readonly licence: string;
  readonly attribution: { readonly name: string; readonly url: string };
  /** Changes when any file of the model changes: part of cache keys. */
  readonly fingerprint: string;
};
