/**
 * Asks Home Assistant's own conversation agent what a sentence means, without letting it act: its debug command
 * is the strict matcher alone.
 */
import * as z from 'zod';
import { startDeadline } from '../core/abort.ts';
import { HomeError } from '../core/errors.ts';
import type { Home } from './home.ts';
import type { HomeLink } from './link/link.ts';
import { haCodeOf } from './link/home-errors.ts';
import type { SentenceReading, SentenceToRead } from './model/sentence-reading.ts';
import { agentList, debugResults } from './sentence-messages.ts';

/** Home Assistant's built-in agent; never one of an integration, which could be us. */
export const builtInAgent = 'conversation.home_assistant';

type Options = { readonly signal: AbortSignal };

/**
 * A core that has loaded the language reads a sentence in 5–200 ms, also one that it knows nothing of; a person
 * would not wait longer for "I didn't understand".
 */
const readDeadlineMs = 2_000;
/** The first sentence of a language makes it load thousands of templates: 0.3–2 s, longer on a small machine. */
const firstReadDeadlineMs = 6_000;

/** @throws HomeError `HOME_UNREACHABLE` when it is away or takes too long, `HOME_REFUSED` when it refuses. */
export async function readSentence(
  home: Home,
  { text, language, deviceId }: SentenceToRead,
  { signal, isFirst = false }: Options & { readonly isFirst?: boolean },
): Promise<SentenceReading> {
  const command = {
    type: 'conversation/agent/homeassistant/debug',
    sentences: [text],
    language,
    ...(deviceId !== null && { device_id: deviceId }),
  };
  using deadline = startDeadline(isFirst ? firstReadDeadlineMs : readDeadlineMs, signal);
  try {
    const { results } = await linkOf(home).request(command, debugResults, deadline);
    return readingOf(results[0] ?? null);
  } catch (cause) {
    if (!deadline.isOver || signal.aborted) throw cause;
    throw new HomeError('HOME_UNREACHABLE', 'Home Assistant took too long to read a sentence', {
      cause,
      retryable: true,
    });
  }
}

/**
 * The languages in which the built-in agent can be asked what a sentence means; none for a core that is too old
 * for it, and for the demo home.
 */
export async function readAgentLanguages(home: Home, options: Options): Promise<readonly string[]> {
  const link = linkOf(home);
  try {
    const empty = { type: 'conversation/agent/homeassistant/debug', sentences: [] };
    await link.request(empty, debugResults, options);
    const { agents } = await link.request({ type: 'conversation/agent/list' }, agentList, options);
    const languages = agents.find(({ id }) => id === builtInAgent)?.supported_languages;
    return Array.isArray(languages) ? languages : [];
  } catch (error) {
    if (haCodeOf(error) === 'unknown_command') return [];
    throw error;
  }
}

/** Loads the sentences of a language, so that the first one said in it is not slower than the others. */
export async function prepareLanguage(home: Home, language: string, options: Options): Promise<void> {
  await linkOf(home).request(
    { type: 'conversation/prepare', language, agent_id: builtInAgent },
    z.unknown(),
    options,
  );
}

/** @throws HomeError while there is no connection. */
export function linkOf(home: Home): HomeLink {
  const link = home.link();
  if (link?.connected) return link;
  throw new HomeError('HOME_UNREACHABLE', 'no connection to Home Assistant', { retryable: true });
}

function readingOf(result: z.output<typeof debugResults>['results'][number]): SentenceReading {
  if (result === null) return { kind: 'none' };
  const { match, source, intent, details, targets } = result;
  const template = result.sentence_template;
  if (source === 'trigger') return match ? { kind: 'trigger', template } : { kind: 'none' };
  if (intent === undefined) return { kind: 'none' };
  const slots = new Map(
    Object.entries(details).map(([name, { value, text }]) => [name, { value, text: text ?? '' }]),
  );
  if (match) {
    return {
      kind: 'intent',
      intent: intent.name,
      source,
      template,
      slots,
      targets: Object.entries(targets).map(([entityId, { matched }]) => ({ entityId, matched })),
    };
  }
  const unknown = new Map(
    Object.entries(result.unmatched_slots).map(([name, said]) => [name, String(said).trim()]),
  );
  return { kind: 'partly', intent: intent.name, slots, unknown };
}
