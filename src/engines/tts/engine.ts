/** Text to speech: what a service may know of it. */

export type Voice = {
  /** Unique on this server, e.g. `sanotts-amy`. */
  readonly name: string;
  readonly languages: readonly string[];
  /** Names of the speakers of a multi-speaker voice; empty for one speaker. */
  readonly speakers: readonly string[];
  readonly description: string;
  readonly attribution: { readonly name: string; readonly url: string };
  /** Sample rate of everything this voice speaks, in Hz. */
  readonly rateHz: number;
  /** Changes when the voice may sound different; a voice without one is never cached. */
  readonly fingerprint?: string;
};

/** Mono signed 16-bit samples. */
export type SpeechChunk = { readonly samples: Int16Array; readonly rateHz: number };

export type SpeakOptions = {
  /** Name of a voice; absent: the default voice. */
  readonly voice?: string;
  /** Name of a speaker of the voice. */
  readonly speaker?: string;
  /** 1 is the voice's own speed; 0.5 to 2. */
  readonly speed?: number;
  /** True only for texts of our own reply templates: other sentences are private and never reach the disk. */
  readonly cacheable?: boolean;
  readonly signal: AbortSignal;
};

export type TtsEngine = AsyncDisposable & {
  readonly voices: readonly Voice[];
  /**
   * Speaks one text, chunk by chunk as it is made, at one constant rate. A text without anything speakable
   * (only symbols) ends without a chunk. Aborting ends it within one sentence.
   * @throws RequestError `REQUEST_VOICE_UNKNOWN` naming the nearest voice or speaker, `REQUEST_TOO_LARGE` before
   *   any audio for a text over `maxTextChars`, `REQUEST_INVALID` for another speed.
   */
  speak(text: string, options: SpeakOptions): AsyncIterable<SpeechChunk>;
};
