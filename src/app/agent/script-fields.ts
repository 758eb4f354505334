/** What the household's scripts take, read while nobody waits for it. */
import { sleep } from '../../core/abort.ts';
import type { Background } from '../../core/background.ts';
import { toError } from '../../core/errors.ts';
import type { Logger } from '../../core/log.ts';
import type { Home } from '../../home/home.ts';
import { createHomeQueries } from '../../home/query.ts';
import type { ScriptFields } from '../../home/query/script-fields.ts';

/** A field that was added a minute ago is rarely asked of a model. */
const readAgainMs = 60_000;
/** A new script is known as soon as its names are; when a home starts they come in dozens. */
const settleMs = 1_000;

export function keepScriptFields(
  home: Home,
  { background, log }: { readonly background: Background; readonly log: Logger },
): () => ScriptFields {
  let fields: ScriptFields = new Map();
  const queries = createHomeQueries(home);
  background.run('fields of scripts', async (signal) => {
    await home.ready({ signal });
    for (;;) {
      const { registryVersion } = home.model();
      try {
        fields = await queries.scriptFields({ signal });
      } catch (error) {
        signal.throwIfAborted();
        log.debug('the fields of scripts could not be read', { reason: toError(error).message });
      }
      await changeOf(home, registryVersion, signal);
      await sleep(settleMs, signal);
    }
  });
  return () => fields;
}

/** Settles when names or exposure have changed, or a minute is over. */
async function changeOf(home: Home, registryVersion: number, signal: AbortSignal): Promise<void> {
  const changed = new AbortController();
  const unwatch = home.watch((model) => {
    if (model.registryVersion !== registryVersion) changed.abort();
  });
  try {
    await sleep(readAgainMs, AbortSignal.any([signal, changed.signal]));
  } catch {
    signal.throwIfAborted();
  } finally {
    unwatch();
  }
}
