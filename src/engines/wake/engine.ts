/** Wake words: what a service may know of them. */
import type { WakeOptions } from './options.ts';

export type WakeWord = {
  /** The id a client asks for and a detection carries, e.g. `hey_athena`. */
  readonly name: string;
  /** As a person says it, e.g. `hey athena`. */
  readonly phrase: string;
  readonly languages: readonly string[];
  readonly attribution: { readonly name: string; readonly url: string };
  readonly description: string;
};

export type Detection = {
  readonly name: string;
  readonly phrase: string;
  /** End of the phrase, in ms of audio since the stream began. */
  readonly atMs: number;
  /** 0 to 1. */
  readonly score: number;
  /** Loudness of the phrase in dBFS: the nearest of several satellites is the loudest. */
  readonly energyDb: number;
};

export type ListenOptions = {
  /** Words to listen for; absent: all of them. */
  readonly names?: readonly string[];
  readonly signal: AbortSignal;
};

/** How one word is heard. All of it may change while streams run. */
export type WakeTuning = {
  /** 0 to 1: above it a frame counts as heard. */
  readonly threshold: number;
  /** Frames in a row above the threshold before a detection. */
  readonly triggerLevel: number;
  /** After a detection of a word its further ones are dropped for this long, in ms. */
  readonly refractoryMs: number;
};

export type WakeEngine = AsyncDisposable & {
  /** The words in force now. */
  readonly words: readonly WakeWord[];
  /**
   * Listens until the audio ends (mono 16 kHz signed 16-bit samples, any chunk size); aborting ends it with the
   * signal's reason.
   * @throws RequestError `REQUEST_INVALID` for a name that is no word, naming the nearest.
   */
  listen(audio: AsyncIterable<Int16Array>, options: ListenOptions): AsyncIterable<Detection>;
  /**
   * Changes words, thresholds and all other settings. Running streams move over without losing audio; names they
   * asked for that are no word any more are no longer heard. Settles, with the words then in force, when every
   * later frame is heard by the new settings; a newer call wins over an older one still being prepared.
   * @throws ConfigError, EngineError when the new settings can not be served: the old ones stay in force.
   */
  useSettings(settings: WakeOptions, options: { readonly signal: AbortSignal }): Promise<readonly WakeWord[]>;
};
