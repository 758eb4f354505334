/**
 * Lets Home Assistant's built-in agent carry out a sentence. It acts on its own: only `agent/act` imports this.
 */
import { startDeadline } from '../core/abort.ts';
import type { Home } from './home.ts';
import { haCodeOf } from './link/home-errors.ts';
import { builtInAgent } from './read-sentence.ts';
import { processResult } from './sentence-messages.ts';

export type SentenceToRun = {
  readonly text: string;
  readonly language: string;
  readonly deviceId: string | null;
  readonly satelliteId: string | null;
};

export type SentenceRun =
  /** In its words; empty when it has none. `isError`: it says that it failed. */
  | { readonly kind: 'answered'; readonly speech: string; readonly isError: boolean }
  /** It was sent, and there was no answer in time: whether it ran is not known. */
  | { readonly kind: 'silent' }
  /** It was not sent, or not taken. */
  | { readonly kind: 'not-run' };

/** An automation answers when its actions are done; a person waits a few seconds for that, not more. */
const runDeadlineMs = 5_000;

/** Never rejects after it was sent: what is not known then is an outcome. */
export async function runSentence(
  home: Home,
  { text, language, deviceId, satelliteId }: SentenceToRun,
  { signal }: { readonly signal: AbortSignal },
): Promise<SentenceRun> {
  signal.throwIfAborted();
  const command = {
    type: 'conversation/process',
    text,
    language,
    agent_id: builtInAgent,
    // No conversation id: ours is busy with this very turn when it came through Home Assistant.
  };
  const origin = {
    ...(deviceId !== null && { device_id: deviceId }),
    ...(satelliteId !== null && { satellite_id: satelliteId }),
  };
  const link = home.link();
  if (link?.connected !== true) return { kind: 'not-run' };
  using deadline = startDeadline(runDeadlineMs, signal);
  const send = async (fields: Readonly<Record<string, string>>): Promise<SentenceRun> => {
    const { response } = await link.request({ ...command, ...fields }, processResult, deadline);
    const speech = response.speech.plain?.speech.trim() ?? '';
    return { kind: 'answered', speech, isError: response.response_type === 'error' };
  };
  try {
    return await send(origin);
  } catch (error) {
    if (haCodeOf(error) !== 'invalid_format') return { kind: 'silent' };
  }
  // A core before 2026.4 does not take the origin, and did nothing.
  return await send({}).catch((error: unknown) => ({
    kind: haCodeOf(error) === 'invalid_format' ? ('not-run' as const) : ('silent' as const),
  }));
}
