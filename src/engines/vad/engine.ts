/** Voice activity: how likely each short piece of a stream is speech. */

/** One piece of audio; pieces follow each other without gaps. */
export type VoiceFrame = {
  /** 0 to 1: the probability that somebody speaks in the window that ends with this frame. */
  readonly probability: number;
  /** Loudness in dBFS without the low rumble of rooms and microphones. */
  readonly levelDb: number;
};

export type VadStream = {
  /** The frames that are complete with these samples (mono, 16 kHz, signed 16-bit). Call one at a time. */
  push(samples: Int16Array): Promise<readonly VoiceFrame[]>;
};

export type VadEngine = AsyncDisposable & {
  /** Samples of one frame. */
  readonly frameSamples: number;
  /** A stream with a state of its own. */
  open(): VadStream;
};
