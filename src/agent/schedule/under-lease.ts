/** Work that one of several processes does at a time, and the next one when that has ended. */
import { sleep } from '../../core/abort.ts';
import { toError } from '../../core/errors.ts';
import type { Logger } from '../../core/log.ts';
import type { HeldLease, Lease } from '../ports/lease.ts';

export type LeaseTerms = {
  readonly lease: Lease;
  /**
   * Whether this process can do the work well now. One that can not gives the others a chance from time to time.
   * Absent: there is nobody better.
   */
  readonly isAble?: () => boolean;
  readonly log: Logger;
  readonly signal: AbortSignal;
};

/** So long one that is not able keeps the work before it lets others try, and one without a lease before it asks again. */
const turnMs = 5_000;
/** Longer than others take to notice that the lease is free. */
const pauseMs = 2_500;

/**
 * Runs the work whenever this process has the lease, until the signal aborts. The work's signal aborts with either.
 * While nobody can have it, because the store is away, the work is done without: better twice than never.
 */
export async function underLease(
  work: (signal: AbortSignal) => Promise<void>,
  terms: LeaseTerms,
): Promise<void> {
  const { signal } = terms;
  for (;;) {
    const isHeld = await once(work, terms);
    signal.throwIfAborted();
    if (isHeld) await sleep(pauseMs, signal);
  }
}

/** Settles with false when the lease could not be asked for. */
async function once(
  work: (signal: AbortSignal) => Promise<void>,
  { lease, isAble = () => true, log, signal }: LeaseTerms,
): Promise<boolean> {
  await using held = await takeOr(lease, log, signal);
  const isOver = held ? () => !isAble() : () => true;
  const release = new AbortController();
  const watch = setInterval(() => {
    if (isOver()) release.abort();
  }, turnMs);
  const ending = AbortSignal.any([signal, release.signal, ...(held ? [held.lost] : [])]);
  try {
    // Waited for to its end: the next process begins when nothing is done here any more.
    await work(ending);
  } catch (error) {
    if (!ending.aborted) throw error;
  } finally {
    clearInterval(watch);
  }
  return held !== undefined;
}

async function takeOr(lease: Lease, log: Logger, signal: AbortSignal): Promise<HeldLease | undefined> {
  try {
    return await lease.take({ signal });
  } catch (error) {
    signal.throwIfAborted();
    log.warn('the lease can not be had: timers ring without it', { reason: toError(error).message });
    return undefined;
  }
}
