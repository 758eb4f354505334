/** Keeps the speech recogniser's hints the names of the home as it is now. */
import { sleep } from '../../core/abort.ts';
import { toError } from '../../core/errors.ts';
import type { Logger } from '../../core/log.ts';
import { Observed } from '../../core/observed.ts';
import type { SttEngine } from '../../engines/stt/engine.ts';
import type { Home } from '../../home/home.ts';
import { speechNames } from '../../home/model/speech-names.ts';

export type HintOptions = {
  /** Words of commands, beside the home's names. */
  readonly terms: readonly string[];
  /** Settles when the engine can take hints: its model may still have to come. */
  readonly untilReady: (options: { readonly signal: AbortSignal }) => Promise<unknown>;
  readonly log: Logger;
  /** Wait after a failure; for tests. */
  readonly retryAfterMs?: number;
  readonly signal: AbortSignal;
};

/** An engine that fails is being loaded again, or stays broken: then it is asked for nothing more often than this. */
const usualRetryMs = 5_000;

/** Follows the home until the signal aborts; only a change of the names themselves reaches the engine. */
export async function keepHints(
  home: Home,
  engine: SttEngine,
  { terms, untilReady, log, retryAfterMs = usualRetryMs, signal }: HintOptions,
): Promise<void> {
  await home.ready({ signal });
  const registry = new Observed(home.model().registryVersion);
  const unwatch = home.watch(({ registryVersion }) => {
    if (registryVersion !== registry.value) registry.set(registryVersion);
  });
  let inForce: string | undefined;
  try {
    for await (const version of registry.changes({ signal })) {
      for (;;) {
        await untilReady({ signal });
        const { names } = speechNames(home.model());
        const key = names.join('\n');
        if (key === inForce) break;
        try {
          await engine.useHints({ names, terms }, { signal });
          inForce = key;
          log.debug('speech hints in force', { version, nameCount: names.length });
        } catch (error) {
          signal.throwIfAborted();
          log.warn('speech hints are given again', { reason: toError(error).message });
          await sleep(retryAfterMs, signal);
        }
      }
    }
  } finally {
    unwatch();
  }
}
