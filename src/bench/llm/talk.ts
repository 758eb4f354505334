/** The agent with language models in a demo home: a house, providers, and the parts of its replies with their times. */
import type { TurnOutcome } from '../../agent/agent.ts';
import { createHomeAgent } from '../../app/agent/home-agent.ts';
import { languageModelPath } from '../../app/agent/language-model-path.ts';
import { systemClock } from '../../core/clock.ts';
import { BugError } from '../../core/errors.ts';
import { silentLogger } from '../../core/log.ts';
import { createFailover } from '../../engines/llm/create.ts';
import type { Config } from '../../config/schema.ts';
import type { DemoHouse } from '../../home/demo/demo-entity.ts';
import { connectDemo } from '../demo-connection.ts';

/** One turn; times on the clock of `performance.now()`. */
export type TimedReply = {
  readonly outcome: TurnOutcome;
  readonly saidMs: number;
  /** NaN when nothing was said before the end. */
  readonly firstDeltaMs: number;
};

export type LlmTalk = AsyncDisposable & {
  say(text: string, conversationId?: string): Promise<TimedReply>;
};

export type LlmTalkOptions = {
  readonly llm: Config['llm'];
  readonly house?: DemoHouse;
  readonly signal: AbortSignal;
};

export async function openLlmTalk({ llm, house, signal }: LlmTalkOptions): Promise<LlmTalk> {
  const connected = await connectDemo({ ...(house && { house }) }, { signal });
  const { home } = connected;
  const model = createFailover(llm, { clock: systemClock, log: silentLogger });
  const languageModel =
    model && languageModelPath({ model, llm, home, clock: systemClock, log: silentLogger });
  const agent = createHomeAgent({ home, clock: systemClock, ...(languageModel && { languageModel }) });
  let turn = 0;
  return {
    async say(text, conversationId) {
      turn += 1;
      const request = {
        turnId: `turn ${turn}`,
        text,
        language: 'en',
        channel: 'cli',
        ...(conversationId !== undefined && { conversationId }),
      } as const;
      const saidMs = systemClock.monotonicMs();
      let firstDeltaMs = Number.NaN;
      for await (const part of agent.respond(request, { signal })) {
        if (part.kind === 'delta' && Number.isNaN(firstDeltaMs)) firstDeltaMs = systemClock.monotonicMs();
        if (part.kind === 'outcome') return { outcome: part, saidMs, firstDeltaMs };
      }
      throw new BugError('BUG', 'the agent ended a turn without an outcome');
    },
    [Symbol.asyncDispose]: () => connected[Symbol.asyncDispose](),
  };
}
