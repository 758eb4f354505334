/** Inside the app nobody has to choose a language: Home Assistant's is the one spoken at home. */
import { z } from 'zod';
import type { AppMode } from '../config/app-mode.ts';
import type { Config } from '../config/schema.ts';
import { sleep, startDeadline } from '../core/abort.ts';
import { toError } from '../core/errors.ts';
import type { Logger } from '../core/log.ts';
import { openDataDirectory, readDataFile, writeDataFile } from './data/data-files.ts';

const fileName = 'home-language';
/** Apps may be started before Home Assistant is; after this the language of the last start counts. */
const waitMs = 20_000;
const retryMs = 1_000;

const coreConfig = z.looseObject({ language: z.string().min(2) });

type Options = { readonly log: Logger; readonly signal: AbortSignal };

/** The same settings, with Home Assistant's language unless somebody chose another one. */
export async function withHomeLanguage(config: Config, options: Options): Promise<Config> {
  const { app, directories } = config;
  if (!app || app.isLanguageChosen) return config;
  const known = await lastKnown(directories.data, options.log);
  const language = await askCore(app, options, known === undefined ? waitMs : retryMs);
  if (language === undefined) {
    options.log.warn("Home Assistant's language is not known yet; the one of the last start counts", {
      language: known ?? config.language,
    });
    return { ...config, language: known ?? config.language };
  }
  if (language !== known) await remember(directories.data, language, options.log);
  return { ...config, language };
}

/** What can not be kept is asked for again: a disk that fails is no reason to be silent. */
const forgetful = (log: Logger) => (error: unknown) => {
  log.warn("Home Assistant's language can not be kept for the next start", {
    reason: toError(error).message,
  });
  return undefined;
};

async function lastKnown(dataDir: string, log: Logger): Promise<string | undefined> {
  return await readDataFile(dataDir, fileName).catch(forgetful(log));
}

async function remember(dataDir: string, language: string, log: Logger): Promise<void> {
  await openDataDirectory(dataDir)
    .then(async () => await writeDataFile(dataDir, fileName, language))
    .catch(forgetful(log));
}

/** A person waits for the answer at the terminal. */
const lookMs = 3_000;

/** The language of a Home Assistant that was just reached; undefined when it does not tell. */
export async function readHomeLanguage(
  { url, token }: { readonly url: string; readonly token: string },
  { signal }: { readonly signal: AbortSignal },
): Promise<string | undefined> {
  using deadline = startDeadline(lookMs, signal);
  try {
    return await languageAt(`${url.replace(/\/+$/, '')}/api/config`, token, deadline.signal);
  } catch {
    signal.throwIfAborted();
    return undefined;
  }
}

/** Undefined while core does not answer yet. */
async function languageAt(url: string, token: string, signal: AbortSignal): Promise<string | undefined> {
  const response = await fetch(url, { headers: { authorization: `Bearer ${token}` }, signal });
  if (response.ok) return coreConfig.parse(await response.json()).language;
  await response.body?.cancel();
  return undefined;
}

/** Undefined when core does not tell in time. */
async function askCore(app: AppMode, { log, signal }: Options, limitMs: number): Promise<string | undefined> {
  using deadline = startDeadline(limitMs, signal);
  while (!deadline.signal.aborted) {
    try {
      const url = `${app.supervisorUrl}/core/api/config`;
      const language = await languageAt(url, app.token.reveal(), deadline.signal);
      if (language !== undefined) return language;
      log.debug('Home Assistant does not tell its language yet');
      await sleep(retryMs, deadline.signal);
    } catch (error) {
      signal.throwIfAborted();
      log.debug('Home Assistant does not tell its language', { reason: toError(error).message });
      await sleep(retryMs, deadline.signal).catch(() => undefined);
    }
  }
  return undefined;
}
