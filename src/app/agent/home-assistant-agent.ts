/** Home Assistant's own agent as it is right now: which languages it reads, and reading a sentence with it. */
import type { HomeAssistantAgent } from '../../agent/ports/home-assistant-agent.ts';
import { sleep } from '../../core/abort.ts';
import type { Background } from '../../core/background.ts';
import { toError } from '../../core/errors.ts';
import type { Logger } from '../../core/log.ts';
import type { Home } from '../../home/home.ts';
import { prepareLanguage, readAgentLanguages, readSentence } from '../../home/read-sentence.ts';

/** The list changes with a new release of Home Assistant, which means a restart of it. */
const readAgainMs = 60_000;
/** A core that starts answers within seconds. */
const retryMs = 2_000;

/**
 * Keeps the list of languages until the background work ends. While the home is away it stays as it was: Home
 * Assistant reads what we announce when it starts, before we are connected to it again.
 */
export function keepHomeAssistantAgent(
  home: Home,
  { background, log }: { readonly background: Background; readonly log: Logger },
): HomeAssistantAgent {
  let languages: readonly string[] = [];
  /** Languages whose sentences the core has loaded since it was last away. */
  const loaded = new Set<string>();
  background.run("languages of Home Assistant's agent", async (signal) => {
    await home.ready({ signal });
    for (;;) {
      const isRead = await update(signal);
      await sleep(isRead ? readAgainMs : retryMs, signal);
    }
  });
  const update = async (signal: AbortSignal): Promise<boolean> => {
    try {
      const read = await readAgentLanguages(home, { signal });
      const isNew = languages.length === 0 && read.length > 0;
      languages = read;
      const own = home.model().language;
      if (isNew && own !== null) await prepareLanguage(home, own, { signal });
      return true;
    } catch (error) {
      if (signal.aborted) throw error;
      loaded.clear();
      log.debug("Home Assistant's agent could not be asked", { reason: toError(error).message });
      return false;
    }
  };
  return {
    languages: () => languages,
    read: async (sentence, options) => {
      const isFirst = !loaded.has(sentence.language);
      const reading = await readSentence(home, sentence, { ...options, isFirst });
      loaded.add(sentence.language);
      return reading;
    },
  };
}
