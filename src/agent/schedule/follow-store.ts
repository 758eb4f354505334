/** Keeps the timers of this process as they are in a store that others write to, too. */
import { sleep } from '../../core/abort.ts';
import type { Timers } from './timers.ts';

/** `lookMs`: so late a timer that another process set is known here. A look is one small read. */
export async function followStore(
  timers: Timers,
  { lookMs, signal }: { readonly lookMs: number; readonly signal: AbortSignal },
): Promise<void> {
  for (;;) {
    await timers.refresh();
    await sleep(lookMs, signal);
  }
}
