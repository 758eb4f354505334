/** Applies changed settings while the program runs: on SIGHUP and when the config file is saved. */
import { watch } from 'node:fs';
import { basename, dirname } from 'node:path';
import { configFilePath, type ConfigInput, loadConfig } from '../config/load.ts';
import type { Config } from '../config/schema.ts';
import { toError } from '../core/errors.ts';
import type { Logger } from '../core/log.ts';

/** What can take new settings while it runs. */
export type Reloadable = { reload(config: Config): Promise<void> };

/** Editors save in several steps; one reading after the last of them is enough. */
const settleMs = 150;

/** Watches until disposed. A wrong file is reported and the settings in force stay. */
export function watchConfig(input: ConfigInput, target: Reloadable, log: Logger): AsyncDisposable {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();

  const apply = async (): Promise<void> => {
    try {
      await target.reload(loadConfig(input));
      log.info('settings reloaded');
    } catch (error) {
      log.error('settings not reloaded, the old ones stay in force', { reason: toError(error).message });
    }
  };
  const schedule = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      running = running.then(apply);
    }, settleMs);
  };

  process.on('SIGHUP', schedule);
  const path = configFilePath(input);
  // The directory is watched, because an editor may replace the file by a new one.
  const watcher = path === undefined ? undefined : watch(dirname(path), { persistent: false });
  watcher?.on('change', (_, name) => {
    if (name === null || path === undefined || String(name) === basename(path)) schedule();
  });
  watcher?.on('error', (error) =>
    log.warn('the config file is no longer watched', { reason: error.message }),
  );

  return {
    async [Symbol.asyncDispose]() {
      process.off('SIGHUP', schedule);
      clearTimeout(timer);
      watcher?.close();
      await running;
    },
  };
}
