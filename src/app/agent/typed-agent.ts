/** The agent for a person at a terminal: in this process, at the configured home or the demo home. */
import { randomUUID } from 'node:crypto';
import type { TurnOutcome } from '../../agent/agent.ts';
import { outcomeOf } from '../../agent/outcome-of.ts';
import { loadGrammar } from '../../agent/understand/load-grammar.ts';
import { understand, type Understanding } from '../../agent/understand/understand.ts';
import type { Config } from '../../config/schema.ts';
import { Background } from '../../core/background.ts';
import { systemClock } from '../../core/clock.ts';
import { settleSeries } from '../../core/lifecycle.ts';
import type { Logger } from '../../core/log.ts';
import { createHomeAgent } from './home-agent.ts';
import { openAudit } from '../data/audit.ts';
import { openConfiguredHome } from '../home.ts';
import { languageModelPath } from './language-model-path.ts';
import { startLanguageModel } from './language-model.ts';
import { openPinCheck } from '../data/pin.ts';
import { openStores } from '../data/stores.ts';
import { startTimers } from './timers.ts';

export type TypedAgent = AsyncDisposable & {
  /** Understands and acts; the sentences of one agent are one conversation. */
  say(text: string, options: { readonly signal: AbortSignal }): Promise<TurnOutcome>;
  /** How the sentence would be understood now; nothing is done. */
  explain(text: string): Understanding;
  /** What devices, rooms and floors are called now. */
  names: () => readonly string[];
};

type Parts = {
  readonly log: Logger;
  /** Where a timer that was typed rings. */
  readonly onTimer: (text: string) => void;
  readonly signal: AbortSignal;
};

export async function openTypedAgent(config: Config, { log, onTimer, signal }: Parts): Promise<TypedAgent> {
  const home = await openConfiguredHome(config.home, log);
  const background = new Background(log);
  const clock = systemClock;
  const dataDir = config.directories.data;
  // What is done to a real house is on record, whoever does it; the demo home is gone afterwards.
  const stores =
    config.home.url === '' ? undefined : await openStores(dataDir, { clock, log, url: config.database.url });
  const audit =
    stores &&
    (await openAudit({ dataDir, store: stores.audit, settings: config.audit, background, clock, log }));
  const close = () =>
    settleSeries([
      { name: 'background work', run: () => background[Symbol.asyncDispose]() },
      { name: 'audit log', run: () => audit?.[Symbol.asyncDispose]() },
      { name: 'store', run: () => stores?.[Symbol.asyncDispose]() },
      { name: 'home', run: () => home[Symbol.asyncDispose]() },
    ]);
  try {
    await home.ready({ signal });
  } catch (error) {
    await close();
    throw error;
  }
  const timers = await startTimers({ terminal: onTimer, background, clock: systemClock, log, signal });
  const model = await startLanguageModel(config.llm, { background, clock, log });
  const agent = createHomeAgent({
    home,
    clock,
    policy: config.policy,
    ...(audit && { audit }),
    pins: openPinCheck(dataDir, { locks: stores?.pinLocks, clock }),
    timers,
    ...(model && {
      languageModel: languageModelPath({ model, llm: config.llm, home, clock, log, hasTimers: true }),
    }),
  });
  const grammar = loadGrammar('en');
  const conversationId = randomUUID();
  let lastEntityIds: readonly string[] = [];
  return {
    async say(text, options) {
      const request = {
        turnId: randomUUID(),
        conversationId,
        text,
        language: config.language,
        channel: 'cli',
      } as const;
      const outcome = await outcomeOf(agent.respond(request, options));
      lastEntityIds = outcome.changes.map(({ entityId }) => entityId);
      return outcome;
    },
    explain: (text) => {
      const situation = { model: home.model(), areaId: null, lastEntityIds, nowMs: systemClock.now() };
      return understand(text, situation, grammar);
    },
    names: () => {
      const { entities, areas, floors } = home.model();
      return [...entities.values(), ...areas.values(), ...floors.values()].map(({ name }) => name);
    },
    [Symbol.asyncDispose]: close,
  };
}
