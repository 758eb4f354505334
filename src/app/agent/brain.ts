/** What understands and answers: the agent with its timers, and the replies made before they are asked for. */
import { DeviceHabits } from '../../agent/act/device-habits.ts';
import { createGuard } from '../../agent/act/guard.ts';
import { createHomeReads } from '../../agent/act/home-reads.ts';
import { createPolicy } from '../../agent/act/policy.ts';
import type { Agent } from '../../agent/agent.ts';
import { loadGrammar } from '../../agent/understand/load-grammar.ts';
import { understand } from '../../agent/understand/understand.ts';
import type { ReadLanguageModels } from '../../api/health.ts';
import type { Config } from '../../config/schema.ts';
import type { Background } from '../../core/background.ts';
import type { Clock } from '../../core/clock.ts';
import type { ErrorCode } from '../../core/errors.ts';
import type { Logger } from '../../core/log.ts';
import type { Home } from '../../home/home.ts';
import type { HomeModel } from '../../home/model/home-model.ts';
import { createHomeAgent } from './home-agent.ts';
import { openAudit } from '../data/audit.ts';
import { keepHomeAssistantAgent } from './home-assistant-agent.ts';
import { languageModelPath } from './language-model-path.ts';
import { healthOfModels, startLanguageModel } from './language-model.ts';
import { startToolServers } from './tool-servers.ts';
import { openMemory } from './memory.ts';
import { type OwnReplies, rememberReplies } from '../foresight/own-replies.ts';
import { Presynthesis, type PresynthesisParts } from '../foresight/presynthesis.ts';
import { openPinCheck, warnWithoutPin } from '../data/pin.ts';
import type { RecentDialogue } from '../foresight/recent-dialogue.ts';
import { rehearse } from './rehearsal.ts';
import type { Satellites } from '../satellites.ts';
import { keepScriptFields } from './script-fields.ts';
import type { SpokenCodes } from './spoken-codes.ts';
import { memoryStores, openStores, type Stores } from '../data/stores.ts';
import { startTimers, type TimerParts } from './timers.ts';
import { understandingPaths } from './understanding-paths.ts';

export type BrainParts = {
  readonly config: Config;
  readonly home: Home;
  /** Absent: what is remembered ends with the process. */
  readonly stores: Stores | undefined;
  /** Absent: nothing is said outside a turn. */
  readonly satellites: Satellites | undefined;
  /** Shows the end of a timer that was typed. */
  readonly terminal: TimerParts['terminal'];
  readonly speech: PresynthesisParts['speech'];
  readonly recent: RecentDialogue;
  readonly codes: SpokenCodes;
  readonly replies: OwnReplies;
  readonly background: Background;
  readonly clock: Clock;
  readonly log: Logger;
  readonly signal: AbortSignal;
};

export type Brain = AsyncDisposable & {
  readonly agent: Agent;
  /** Told of every sentence while it is spoken. */
  readonly onHeard: Presynthesis['onHeard'];
  /** How many timers run or stand. */
  readonly timerCount: () => number;
  /** Settles when no timer is left to ring. */
  untilTimersRang(options: { readonly signal: AbortSignal }): Promise<void>;
  /** Why what is done is on no record now; undefined when it is. */
  auditFailure(): ErrorCode | undefined;
  /** Absent: no language model is configured. */
  readonly languageModels?: ReadLanguageModels;
};

export async function startBrain(parts: BrainParts): Promise<Brain> {
  const { config, home, stores, satellites, recent, background, clock, log } = parts;
  const dataDir = config.directories.data;
  // A command that serves a moment remembers nothing, but what it does to a real house is on record, too.
  const isMoment = stores === undefined && config.home.url !== '';
  const own = isMoment ? await openStores(dataDir, { clock, log, url: config.database.url }) : undefined;
  const { audit: auditStore, pinLocks } = stores ?? own ?? {};
  const audit = await openAudit({ ...parts, dataDir, store: auditStore, settings: config.audit });
  await warnWithoutPin(config.policy, dataDir, log);
  const timers = await startTimers({
    ...parts,
    store: stores?.timers,
    lease: stores?.lease,
    isShared: stores?.isShared,
  });
  const memory = stores?.memory && openMemory({ ...parts, store: stores.memory, settings: config.memory });
  const guard = createGuard(config.policy, { clock, audit });
  const model = await startLanguageModel(config.llm, { background, clock, log });
  const languageModel =
    model &&
    languageModelPath({
      ...{ model, llm: config.llm, home, clock, log },
      scriptFields: keepScriptFields(home, { background, log }),
      hasTimers: true,
      hasAnnouncer: satellites !== undefined,
      hasMemory: memory !== undefined,
      outside: startToolServers(config.mcp, guard, { background, log }),
    });
  if (stores) rehearse(home, { read: readEnglish, background });
  const homeAssistant = keepHomeAssistantAgent(home, { background, log });
  const presynthesis = new Presynthesis({
    paths: understandingPaths({ home, clock, guard, policy: config.policy, homeAssistant }),
    ...{ home, clock, timers, recent, background },
    policy: createPolicy(config.policy),
    habits: new DeviceHabits(),
    reads: createHomeReads(home),
    hasModel: languageModel !== undefined,
    speech: parts.speech,
  });
  const agent = createHomeAgent({
    home,
    clock,
    stores: parts.codes.watched(recent.watched(stores ?? memoryStores(clock))),
    policy: config.policy,
    guard,
    pins: openPinCheck(dataDir, { locks: pinLocks, clock }),
    ...(satellites && { late: { announcer: satellites.announcer, background, log } }),
    homeAssistant,
    ...(languageModel && { languageModel }),
    timers,
    ...(memory && { memory }),
  });
  return {
    agent: presynthesis.speakAtOnce(rememberReplies(agent, parts.replies)),
    onHeard: presynthesis.onHeard,
    timerCount: () => timers.timers.pending().length,
    untilTimersRang: (options) => timers.untilQuiet(options),
    auditFailure: () => audit.failure(),
    ...(model && { languageModels: () => healthOfModels(model) }),
    [Symbol.asyncDispose]: async () => {
      await audit[Symbol.asyncDispose]();
      await own?.[Symbol.asyncDispose]();
    },
  };
}

function readEnglish(sentence: string, model: HomeModel): void {
  understand(sentence, { model, areaId: null, lastEntityIds: [] }, loadGrammar('en'));
}
