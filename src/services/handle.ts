/** The agent over Wyoming: the `transcript` of a person in, `handled` or `not-handled` with the reply out. */
import { randomUUID } from 'node:crypto';
import type { WyomingEvent } from 'wyoming-ts';
import { z } from 'zod';
import type { Agent, HeardSentence, TurnOutcome, TurnRequest } from '../agent/agent.ts';
import { changeFigures } from '../agent/change-figures.ts';
import { EngineError, RequestError } from '../core/errors.ts';
import type { ArrivedSentence } from '../turns/turn-log.ts';
import { toErrorEvent } from './to-error-event.ts';
import type { Turn } from './turn.ts';

export type HandleService = {
  readonly agent: Agent;
  /** What speech-to-text knew of a sentence that comes now; undefined when it was not heard. */
  readonly heard?: (sentence: ArrivedSentence) => HeardSentence | undefined;
};

/** Nobody speaks a page to a lamp; the understanding of a sentence costs more than its length. */
const maxTextChars = 2_000;

export async function handle(
  { data }: Extract<WyomingEvent, { type: 'transcript' }>,
  { agent, heard: findHeard }: HandleService,
  turn: Turn,
): Promise<void> {
  const { signal, clock, report, connectionId, remoteAddress } = turn;
  const startedAtMs = clock.now();
  const startMs = clock.monotonicMs();
  const { text, context } = data;
  if (text.length > maxTextChars)
    throw new RequestError(
      'REQUEST_TOO_LARGE',
      `the text has ${text.length} characters; at most ${maxTextChars} are understood as one sentence`,
    );
  const language = languageOf(data.language) ?? agent.languages[0] ?? 'en';
  const ids = idsOf(context);
  const heard = findHeard?.({ text, remoteAddress });
  const request: TurnRequest = {
    turnId: randomUUID(),
    text,
    language,
    channel: 'wyoming',
    ...ids,
    ...(heard && { heard }),
  };
  const fact = () => ({
    stage: 'agent' as const,
    turnId: request.turnId,
    connectionId,
    remoteAddress,
    startedAtMs,
    durationMs: clock.monotonicMs() - startMs,
    language,
    ...ids,
  });
  try {
    const outcome = await sendReply(agent.respond(request, { signal }), context, turn);
    const { speech, path, understood, changes } = outcome;
    report({ ...fact(), path, understood, ...changeFigures(changes), pii: { text, speech } });
  } catch (error) {
    if (!signal.aborted) report({ ...fact(), errorCode: toErrorEvent(error).code, pii: { text } });
    throw error;
  }
}

async function sendReply(
  parts: ReturnType<Agent['respond']>,
  context: Record<string, unknown> | undefined,
  { send }: Turn,
): Promise<TurnOutcome> {
  const data = context ? { context } : {};
  let deltaCount = 0;
  for await (const part of parts) {
    if (part.kind === 'delta') {
      if (deltaCount === 0) await send({ type: 'handled-start', data });
      deltaCount += 1;
      await send({ type: 'handled-chunk', data: { text: part.text } });
    } else if (part.kind === 'outcome') {
      const type = part.understood ? 'handled' : 'not-handled';
      await send({ type, data: { text: part.speech, ...data, ...reportOf(part, context) } });
      if (deltaCount > 0) await send({ type: 'handled-stop' });
      return part;
    }
  }
  throw new EngineError('ENGINE_FAILED', 'the agent ended without an outcome');
}

/**
 * A client that asks by `{ "hearken": { "report": true } }` in its context gets what changed in the answer's: the
 * protocol leaves the context free for such use.
 */
function reportOf(
  { changes, path }: TurnOutcome,
  context: Record<string, unknown> | undefined,
): { readonly context?: Record<string, unknown> } {
  if (!reportRequest.safeParse(context).success) return {};
  return { context: { ...context, hearken: { changes, path } } };
}

const reportRequest = z.object({ hearken: z.object({ report: z.literal(true) }) });

/**
 * The list of languages changes with the home: what it lacks right now is for the agent to say, in that language.
 */
function languageOf(asked: string | undefined): string | undefined {
  return asked === undefined || asked === '' || asked === '*' ? undefined : asked;
}

/** Home Assistant puts the ids of conversation, device and satellite into the context. */
function idsOf(
  context: Record<string, unknown> | undefined,
): Pick<TurnRequest, 'conversationId' | 'deviceId' | 'satelliteId'> {
  const id = (key: string): string | undefined => {
    const value = context?.[key];
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const conversationId = id('conversation_id');
  const deviceId = id('device_id');
  const satelliteId = id('satellite_id');
  return {
    ...(conversationId !== undefined && { conversationId }),
    ...(deviceId !== undefined && { deviceId }),
    ...(satelliteId !== undefined && { satelliteId }),
  };
}
