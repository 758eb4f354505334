/** A small request to a provider: an abort stays what it is, other errors become ours. */
import type { LanguageModelError } from '../../core/errors.ts';

export async function explained<T>(
  work: () => Promise<T>,
  {
    explain,
    signal,
  }: { readonly explain: (error: unknown) => LanguageModelError; readonly signal: AbortSignal },
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    signal.throwIfAborted();
    throw explain(error);
  }
}
