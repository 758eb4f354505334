/** Speech to text: what a service may know of it. Engines know PCM and text, never protocol events. */

/** Phrases to listen for: names of the home first, then command words. Plain text in the model's language. */
export type SpeechHints = {
  /** Names of rooms, devices, lists: ranked before terms. */
  readonly names: readonly string[];
  /** Words of commands. */
  readonly terms: readonly string[];
};

export type SttPart =
  /** The text so far; may change with the next part. */
  | { readonly kind: 'partial'; readonly text: string }
  /** Nobody has spoken for a while. */
  | SttPause
  /** The last part of every transcription that was not aborted. */
  | SttFinal;

/** Comes again and again while the silence grows, until somebody speaks or the audio ends. */
export type SttPause = {
  readonly kind: 'pause';
  /** What was said, to its last word; the final text unless somebody goes on. Never empty. */
  readonly text: string;
  /** Since the last sound of the voice. */
  readonly silentMs: number;
};

export type SttFinal = {
  readonly kind: 'final';
  /** Empty when nothing was said. */
  readonly text: string;
  /** BCP 47 tag the text is in. */
  readonly language: string;
  /** 0 to 1, where the backend gives one. */
  readonly confidence?: number;
  /** Other readings of the same sound, best first, without `text`. */
  readonly alternatives?: readonly string[];
};

export type TranscribeOptions = {
  /** BCP 47 tag; one of `languages`. Absent: the engine's default. */
  readonly language?: string;
  readonly signal: AbortSignal;
};

export type SttEngine = AsyncDisposable & {
  /** BCP 47 tags this engine serves, default first. */
  readonly languages: readonly string[];
  /**
   * Decodes while audio arrives (mono 16 kHz signed 16-bit samples, any chunk size) and ends with one `final`
   * after the audio ended. Aborting the signal ends it with the signal's reason.
   */
  transcribe(audio: AsyncIterable<Int16Array>, options: TranscribeOptions): AsyncIterable<SttPart>;
  /**
   * Biases transcriptions that start later; running ones are not touched. Settles when the hints are in force.
   * Newer hints win over older ones still being prepared.
   */
  useHints(hints: SpeechHints, options: { readonly signal: AbortSignal }): Promise<void>;
};
