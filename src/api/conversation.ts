/** `POST /api/v1/conversation`: one sentence to the agent, its reply streamed as one JSON object per line. */
import { randomUUID } from 'node:crypto';
import { setImmediate as afterSending } from 'node:timers/promises';
import { changeFigures } from '../agent/change-figures.ts';
import type { Agent, AgentPart, HeardSentence, TurnOutcome, TurnRequest } from '../agent/agent.ts';
import type { Clock } from '../core/clock.ts';
import { EngineError, RequestError } from '../core/errors.ts';
import type { Logger } from '../core/log.ts';
import { publicError } from '../core/public-error.ts';
import type { ReportStage } from '../turns/stage-fact.ts';
import type { ArrivedSentence } from '../turns/turn-log.ts';
import {
  type ConversationLine,
  conversationRequest,
  lineOf,
  turnRequestOf,
} from './conversation-messages.ts';
import { toErrorBody } from './to-error-response.ts';

export type ConversationParts = {
  readonly agent: Agent;
  /** What speech-to-text knew of a sentence that comes now; undefined when it was not heard. */
  readonly heard?: (sentence: ArrivedSentence) => HeardSentence | undefined;
  readonly report: ReportStage;
  readonly clock: Clock;
  readonly log: Logger;
};

export type Caller = {
  readonly remoteAddress: string;
  /** Aborts when the caller hangs up, or there is no time left. */
  readonly signal: AbortSignal;
};

/** Settles with the first line there, and rejects with what failed before it. Ending the iteration ends the turn. */
export type Converse = (body: unknown, caller: Caller) => Promise<AsyncGenerator<ConversationLine, void>>;

/** More sentences at once than a house has rooms; each costs understanding and waiting actions. */
const maxRunning = 32;

export function createConversation(parts: ConversationParts): Converse {
  let runningCount = 0;
  return async (body, caller) => {
    if (runningCount >= maxRunning)
      throw new EngineError('ENGINE_OVERLOADED', 'too many turns at once', { retryable: true });
    const request = requestOf(body, parts.agent);
    const turn = runTurn(request, caller, parts);
    runningCount += 1;
    const end = (): void => void (runningCount -= 1);
    try {
      // What fails before the first word still gets a status of its own.
      const first = await turn.next();
      return linesOf(first, turn, parts.log, end);
    } catch (error) {
      end();
      throw error;
    }
  };
}

function requestOf(body: unknown, { languages }: Agent): TurnRequest {
  const parsed = conversationRequest.safeParse(body);
  if (parsed.success)
    return turnRequestOf(parsed.data, { turnId: randomUUID(), language: languages[0] ?? 'en' });
  const faults = parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'body'}: ${message}`);
  throw new RequestError('REQUEST_INVALID', `the request does not fit: ${faults.join('; ')}`);
}

/** The agent's parts; reports the stage when it ended. */
async function* runTurn(
  request: TurnRequest,
  { remoteAddress, signal }: Caller,
  { agent, heard: findHeard, report, clock }: ConversationParts,
): AsyncGenerator<AgentPart, void> {
  const startedAtMs = clock.now();
  const startMs = clock.monotonicMs();
  const { turnId, text, language, conversationId, deviceId, satelliteId } = request;
  const fact = () => ({
    stage: 'agent' as const,
    turnId,
    connectionId: turnId,
    remoteAddress,
    startedAtMs,
    durationMs: clock.monotonicMs() - startMs,
    language,
    ...(conversationId !== undefined && { conversationId }),
    ...(deviceId !== undefined && { deviceId }),
    ...(satelliteId !== undefined && { satelliteId }),
  });
  let outcome: TurnOutcome | undefined;
  try {
    const heard = findHeard?.({ text, remoteAddress });
    for await (const part of agent.respond({ ...request, ...(heard && { heard }) }, { signal })) {
      if (part.kind === 'outcome') outcome = part;
      yield part;
    }
    if (!outcome) throw new EngineError('ENGINE_FAILED', 'the agent ended without an outcome');
    // What was answered is on its way before it is noted.
    await afterSending();
    const { path, understood, changes, speech } = outcome;
    report({ ...fact(), path, understood, ...changeFigures(changes), pii: { text, speech } });
  } catch (error) {
    if (!signal.aborted) report({ ...fact(), errorCode: publicError(error).code, pii: { text } });
    throw error;
  }
}

async function* linesOf(
  first: IteratorResult<AgentPart, void>,
  turn: AsyncGenerator<AgentPart, void>,
  log: Logger,
  end: () => void,
): AsyncGenerator<ConversationLine, void> {
  try {
    for (let next = first; next.done !== true; next = await turn.next()) yield lineOf(next.value);
  } catch (error) {
    log.warn('turn failed after its first word', { code: publicError(error).code, error });
    yield { type: 'error', ...toErrorBody(error) };
  } finally {
    end();
    await turn.return();
  }
}
