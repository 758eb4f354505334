/** What this program remembers of people: the store, the settings, and who makes vectors of texts. */
import { embedMissing } from '../../agent/memory/embed-missing.ts';
import { historyKeeper } from '../../agent/memory/keep-history.ts';
import { createMemory, type Memory } from '../../agent/memory/memory.ts';
import type { MemorySettings } from '../../agent/memory/options.ts';
import type { MemoryStore } from '../../agent/ports/memory-store.ts';
import type { Background } from '../../core/background.ts';
import type { Clock } from '../../core/clock.ts';
import type { Logger } from '../../core/log.ts';
import { createEmbedder } from '../../engines/llm/create-embedder.ts';

export type MemoryParts = {
  readonly store: MemoryStore;
  readonly settings: MemorySettings;
  readonly background: Background;
  readonly clock: Clock;
  readonly log: Logger;
};

/** What the agent needs of it. */
export type RunningMemory = {
  readonly memory: Memory;
  readonly onExchange: ReturnType<typeof historyKeeper>;
};

export function openMemory({ store, settings, background, clock, log }: MemoryParts): RunningMemory {
  const embedder = createEmbedder(settings.embeddings);
  if (embedder)
    background.run('embeddings of facts', (signal) => embedMissing(store, embedder, { log, signal }));
  const memory = createMemory({ store, settings, embedder, background, clock, log });
  return { memory, onExchange: historyKeeper(memory, background) };
}
