/** A lease that is asked for again and again until it is free. */
import type { HeldLease, Lease } from '../agent/ports/lease.ts';
import { sleep } from '../core/abort.ts';
import { StoreError, toError } from '../core/errors.ts';

/** So long a timer may ring late when the process that rang before has ended. */
const pollMs = 1_000;
/** A database that restarts is back within so many attempts. */
const maxFailures = 3;

/** `attempt` settles with undefined while another process has it. */
export function pollLease(attempt: () => Promise<HeldLease | undefined>): Lease {
  return {
    take: async ({ signal }) => {
      for (let failureCount = 0; ;) {
        signal.throwIfAborted();
        try {
          const held = await attempt();
          if (held) return held;
          failureCount = 0;
        } catch (cause) {
          failureCount += 1;
          if (failureCount >= maxFailures)
            throw new StoreError('STORE_FAILED', toError(cause).message, { cause });
        }
        await sleep(pollMs, signal);
      }
    },
  };
}
