/** `hearken serve`, the default command: runs the program until it is stopped. */
import { startApp } from '../app.ts';
import { withHomeLanguage } from '../app/home-language.ts';
import { createLogger } from '../app/logger.ts';
import { watchConfig } from '../app/watch-config.ts';
import { loadConfig } from '../config/load.ts';
import { addConfigFlags, configInput } from './config-flags.ts';
import type { RegisterCommand } from './context.ts';

export const registerServe: RegisterCommand = (program, { signal }) => {
  const command = program
    .command('serve', { isDefault: true })
    .summary('serve wake word, speech and agent (default)')
    .description(
      'Serves wake word, speech-to-text, text-to-speech and the conversation agent on one Wyoming port, until stopped.',
    )
    .addHelpText(
      'after',
      `
Examples:
  hearken serve --host 0.0.0.0 --wyoming-allow 192.168.1.0/24
  hearken serve --wake '[{ phrase: "hey professor" }]'
  hearken serve --only stt,tts

Stopping: the first Ctrl-C or SIGTERM lets running turns finish, a second one
ends at once. SIGHUP, or saving hearken.yaml, applies changed wake words without
dropping audio.`,
    );
  addConfigFlags(command).action(async () => {
    const input = configInput(command);
    const loaded = loadConfig(input);
    const log = await createLogger(loaded.log, process.stderr.isTTY);
    for (const reason of loaded.notices)
      log.warn('a setting has a new name; the old one goes on working', { reason });
    const config = await withHomeLanguage(loaded, { log, signal });
    const started = await startApp(config, { log, http: true, signal }).catch((error: unknown) => {
      // Stopped while it started: its turns had their end all the same.
      if (signal.aborted) return undefined;
      throw error;
    });
    if (started === undefined) return;
    await using app = started;
    await using _watch = watchConfig(input, app, log);
    await new Promise<void>((resolve) => {
      if (signal.aborted) resolve();
      else signal.addEventListener('abort', () => resolve(), { once: true });
    });
    log.info('stopping: running turns may finish');
  });
};
