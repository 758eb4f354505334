/** Settles like the promise, or rejects with the signal's reason, whichever comes first; leaves no listener behind. */
export async function abortable<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return await promise;
  const done = new AbortController();
  const aborted = new Promise<never>((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    else signal.addEventListener('abort', () => reject(signal.reason), { once: true, signal: done.signal });
  });
  try {
    // Raced also when already aborted: the promise's own failure then still has a reader.
    return await Promise.race([aborted, promise]);
  } finally {
    done.abort();
  }
}
