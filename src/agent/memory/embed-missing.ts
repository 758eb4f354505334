/** Gives vectors to facts that have none of this model: told while it was away, or before it was chosen. */
import { sleep } from '../../core/abort.ts';
import { toError } from '../../core/errors.ts';
import type { Logger } from '../../core/log.ts';
import type { Embedder } from '../ports/embedder.ts';
import type { MemoryStore } from '../ports/memory-store.ts';

const factsAtOnce = 16;
/** A provider that is away is asked again after this. */
const pauseMs = 10 * 60_000;

/** Ends when all have one. */
export async function embedMissing(
  store: MemoryStore,
  embedder: Embedder,
  { log, signal }: { readonly log: Logger; readonly signal: AbortSignal },
): Promise<void> {
  for (;;) {
    try {
      const facts = await store.factsWithout(embedder.name, factsAtOnce);
      if (facts.length === 0) return;
      const vectors = await embedder.embed(
        facts.map(({ text }) => text),
        { signal },
      );
      for (const [index, { factId }] of facts.entries()) {
        const vector = vectors[index];
        if (vector) await store.embed(factId, { model: embedder.name, vector });
      }
    } catch (error) {
      signal.throwIfAborted();
      log.warn('facts have no embeddings yet', { reason: toError(error).message });
      await sleep(pauseMs, signal);
    }
  }
}
