/** Settles like the promise, or rejects with the signal's reason, whichever comes first; leaves no listener behind. */
export async function abortable<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return await promise;
  let onAbort: () => void = () => undefined;
  const aborted = new Promise<never>((_, reject) => {
    onAbort = () => reject(signal.reason);
    if (signal.aborted) onAbort();
    else signal.addEventListener('abort', onAbort, { once: true });
  });
  try {
    // Raced also when already aborted: the promise's own failure then still has a reader.
    return await Promise.race([aborted, promise]);
  } finally {
    // By hand: of several removals that are bound to signals, Node 20 may collect all but the last.
    signal.removeEventListener('abort', onAbort);
  }
}
