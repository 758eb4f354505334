/** Keeps how often a wrong code came from where, over a restart. */

export type WrongPins = {
  /** Since the last right one, or since they were forgiven. */
  readonly wrongCount: number;
  /** When the last one came, ms since the epoch. */
  readonly lastAtMs: number;
};

export type PinLockStore = {
  /** Undefined when none came from there. */
  load(source: string): Promise<WrongPins | undefined>;
  /** Settled means that it outlives a power cut. */
  save(source: string, wrong: WrongPins): Promise<void>;
  remove(source: string): Promise<void>;
};
