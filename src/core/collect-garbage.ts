/** Frees native memory whose JavaScript handles were dropped. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * A full collection of this thread, some milliseconds long. V8 sees only the few bytes of a handle and would keep
 * the hundred megabytes behind it for hours; libraries without a call to free them leave no other way.
 */
export function collectGarbage(): void {
  // A context made after the flag was set has the function; the others never get it.
  setFlagsFromString('--expose-gc');
  const gc: unknown = runInNewContext('gc');
  if (typeof gc === 'function') gc();
}
