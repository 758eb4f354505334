/** Of several processes that share a store, one at a time does what must be done once, such as ringing timers. */

export type Lease = {
  /**
   * Settles when this process has it; an ended process gives it up by itself, however it ends.
   * @throws StoreError when the store does not answer, so that nobody can have it.
   */
  take(options: { readonly signal: AbortSignal }): Promise<HeldLease>;
};

/** Disposing it lets the next one have it. */
export type HeldLease = AsyncDisposable & {
  /** Aborts when it was lost, for example because the database is gone. */
  readonly lost: AbortSignal;
};
