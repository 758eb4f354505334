/** What a house has beside ears and a voice: its devices, what is remembered, the agent, and the HTTP interface. */
import type { Agent } from '../agent/agent.ts';
import { loadGrammar } from '../agent/understand/load-grammar.ts';
import type { ServiceHealth } from '../api/health.ts';
import { createMetrics } from '../api/metrics.ts';
import type { Config } from '../config/schema.ts';
import { Background } from '../core/background.ts';
import { systemClock } from '../core/clock.ts';
import { startTogether, type Teardown } from '../core/lifecycle.ts';
import type { Logger } from '../core/log.ts';
import { commandPhrases } from '../engines/stt/command-phrases.ts';
import type { JudgeSentence } from '../services/endpoint.ts';
import type { Heard } from '../services/stt.ts';
import type { ReportStage } from '../turns/stage-fact.ts';
import type { TurnLog } from '../turns/turn-log.ts';
import { type BrainParts, startBrain } from './agent/brain.ts';
import { startDiscovery } from './discovery.ts';
import { createJudge } from './foresight/endpointing.ts';
import { enabledServices, usesHome } from './engines/engine-plan.ts';
import type { Engines } from './engines/engines.ts';
import { createForget } from './data/forget.ts';
import { openConfiguredHome } from './home.ts';
import { startHttp } from './http.ts';
import type { OwnReplies } from './foresight/own-replies.ts';
import { RecentDialogue } from './foresight/recent-dialogue.ts';
import { patientAgent } from './agent/patient-agent.ts';
import { openSatellites } from './satellites.ts';
import { keepHints } from './engines/speech-hints.ts';
import type { SpokenCodes } from './agent/spoken-codes.ts';
import { openStores } from './data/stores.ts';
import { tellSupervisor } from './supervisor.ts';

export type HouseholdParts = {
  readonly config: Config;
  readonly engines: Engines;
  readonly turns: TurnLog;
  readonly replies: OwnReplies;
  /** Codes that are spoken, and kept out of what is told of turns. */
  readonly codes: SpokenCodes;
  readonly report: ReportStage;
  readonly log: Logger;
  /** False: Wyoming alone, and nothing is remembered over a restart. */
  readonly http: boolean;
  readonly wyomingUri: string;
  readonly speech: BrainParts['speech'];
  readonly terminal: BrainParts['terminal'];
};

export type Household = AsyncDisposable & {
  /** Absent where only speech is served. */
  readonly agent?: Agent;
  /** Told of every sentence while it is spoken. */
  readonly onHeard?: (heard: Heard) => void;
  /** Whether a sentence that is being spoken is whole. */
  readonly judge?: JudgeSentence;
  /** Counts a stage of a turn. */
  readonly observe: ReportStage;
  /** Settles when the home was read. */
  ready(options: { readonly signal: AbortSignal }): Promise<void>;
  /** Settles when no timer is left to ring. */
  untilTimersRang(options: { readonly signal: AbortSignal }): Promise<void>;
};

type Options = { readonly signal: AbortSignal };

export async function startHousehold(parts: HouseholdParts, options: Options): Promise<Household> {
  return await startTogether(async (teardown) => {
    const household = await start(parts, options, teardown);
    return { ...household, [Symbol.asyncDispose]: () => teardown[Symbol.asyncDispose]() };
  });
}

async function start(
  { config, engines, turns, replies, codes, report, log, http, ...rest }: HouseholdParts,
  { signal }: Options,
  teardown: Teardown,
): Promise<Omit<Household, typeof Symbol.asyncDispose>> {
  const { wyomingUri, speech, terminal } = rest;
  const clock = systemClock;
  const enabled = enabledServices(config);
  const metrics = createMetrics();
  const home = usesHome(config) ? await openConfiguredHome(config.home, log) : undefined;
  if (home) teardown.keep('home', home);
  const opening = http
    ? openStores(config.directories.data, { clock, log, url: config.database.url })
    : undefined;
  teardown.add('store', async () => await (await opening)?.[Symbol.asyncDispose]());
  // Compiled while the store opens in its thread.
  if (home && enabled.has('handle')) loadGrammar('en');
  const stores = await opening;
  const satellites = http ? openSatellites(clock, log) : undefined;
  if (satellites) teardown.keep('satellites', satellites);
  const background = teardown.keep('background work', new Background(log));
  const recent = new RecentDialogue(clock);
  const brain =
    home && enabled.has('handle')
      ? await startBrain({
          ...{ config, home, stores, satellites, terminal, speech, recent, replies, background },
          ...{ codes, clock, log, signal },
        })
      : undefined;
  if (brain) teardown.keep('audit log', brain);
  const agent = home && brain && patientAgent(brain.agent, home, clock);
  const health = (): ServiceHealth => {
    const store = stores?.health() ?? { state: 'ready' };
    if (store.state === 'failed') return store;
    const reason = brain?.auditFailure();
    return reason === undefined ? store : { state: 'failed', reason };
  };
  if (stores && satellites) {
    const wyomingPort = Number(new URL(wyomingUri).port);
    const forget = createForget({ config, stores, turns, recent, replies, cache: speech.cache });
    const api = await startHttp({
      ...{ config, engines, home, agent, satellites: satellites.links, forget },
      stores: { health },
      ...(brain?.languageModels && { languageModels: brain.languageModels }),
      ...{ wyomingPort, report, turns, metrics, log },
    });
    teardown.add('http', () => api.close());
    teardown.keep('discovery', startDiscovery({ config, wyomingUri, httpUrl: api.url, log }));
    background.run('discovery by the Supervisor', (ending) =>
      tellSupervisor({ config, engines, wyomingUri, httpUrl: api.url, log, signal: ending }),
    );
  }
  if (home && enabled.has('stt')) {
    const terms = commandPhrases(config.language);
    for (const place of engines.places.hinted()) {
      const untilReady = (options: Options) => place.untilReady(options);
      background.run('speech hints', (ending) =>
        keepHints(home, place.engine, { terms, untilReady, log, signal: ending }),
      );
    }
  }
  return {
    ...(brain && { onHeard: brain.onHeard }),
    ...(agent && { agent }),
    ...(home &&
      config.stt.endpointing === 'hearken' && {
        judge: createJudge({ home, recent, timerCount: brain?.timerCount }),
      }),
    observe: metrics.observe,
    ready: async (options) => await home?.ready(options),
    untilTimersRang: async (options) => await brain?.untilTimersRang(options),
  };
}
