/** What the doctor wants to know of Home Assistant beside its devices: its clock and its assistants. */
import { z } from 'zod';
import type { HomeSettings } from '../../home/options.ts';
import { startDeadline } from '../../core/abort.ts';
import { systemClock } from '../../core/clock.ts';
import type { Assistant } from '../../doctor/assistants.ts';
import type { Home } from '../../home/home.ts';

type Options = { readonly signal: AbortSignal };

/** A home network answers in milliseconds. */
const answerMs = 2_000;

/** How far this machine's clock is ahead, to the second; undefined when Home Assistant does not tell. */
export async function clockAheadMs({ url }: HomeSettings, { signal }: Options): Promise<number | undefined> {
  if (!/^https?:/.test(url)) return undefined;
  using deadline = startDeadline(answerMs, signal);
  try {
    const { headers } = await fetch(url, { method: 'HEAD', signal: deadline.signal });
    const theirs = Date.parse(headers.get('date') ?? '');
    return Number.isNaN(theirs) ? undefined : systemClock.now() - theirs;
  } catch {
    signal.throwIfAborted();
    return undefined;
  }
}

const pipelines = z.object({
  pipelines: z.array(
    z.looseObject({
      id: z.string(),
      name: z.string(),
      conversation_engine: z.string().nullish(),
      stt_engine: z.string().nullish(),
      tts_engine: z.string().nullish(),
      prefer_local_intents: z.boolean().optional(),
    }),
  ),
  preferred_pipeline: z.string().nullish(),
});

/** Undefined when Home Assistant does not tell, as the demo home. */
export async function readAssistants(
  home: Home,
  options: Options,
): Promise<readonly Assistant[] | undefined> {
  const link = home.link();
  if (!link?.connected) return undefined;
  try {
    const { pipelines: all, preferred_pipeline: preferred } = await link.request(
      { type: 'assist_pipeline/pipeline/list' },
      pipelines,
      options,
    );
    return all.map((one) => ({
      name: one.name,
      agent: one.conversation_engine ?? null,
      hasEars: Boolean(one.stt_engine),
      hasVoice: Boolean(one.tts_engine),
      prefersLocal: one.prefer_local_intents ?? false,
      isPreferred: one.id === preferred,
    }));
  } catch {
    options.signal.throwIfAborted();
    return undefined;
  }
}
