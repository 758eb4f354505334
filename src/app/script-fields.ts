/** What the household's scripts take, read while nobody waits for it. */
import { sleep } from '../core/abort.ts';
import type { Background } from '../core/background.ts';
import { toError } from '../core/errors.ts';
import type { Logger } from '../core/log.ts';
import type { Home } from '../home/home.ts';
import { createHomeQueries } from '../home/query.ts';
import type { ScriptFields } from '../home/query/script-fields.ts';

/** A script that was written a minute ago is rarely asked of a model. */
const readAgainMs = 60_000;

export function keepScriptFields(
  home: Home,
  { background, log }: { readonly background: Background; readonly log: Logger },
): () => ScriptFields {
  let fields: ScriptFields = new Map();
  const queries = createHomeQueries(home);
  background.run('fields of scripts', async (signal) => {
    await home.ready({ signal });
    for (;;) {
      try {
        fields = await queries.scriptFields({ signal });
      } catch (error) {
        signal.throwIfAborted();
        log.debug('the fields of scripts could not be read', { reason: toError(error).message });
      }
      await sleep(readAgainMs, signal);
    }
  });
  return () => fields;
}
