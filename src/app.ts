/** Composition root: builds engines, services, agent and server, and owns the order in which they start and stop. */
import { join } from 'node:path';
import { serve } from 'wyoming-ts';
import { loadGrammar } from './agent/understand/load-grammar.ts';
import { createMetrics } from './api/metrics.ts';
import { announceAddress, warnOfWeakPhrases } from './app/announce.ts';
import { startBrain } from './app/brain.ts';
import { startDiscovery } from './app/discovery.ts';
import { createJudge } from './app/endpointing.ts';
import { enabledServices } from './app/engine-plan.ts';
import { Engines } from './app/engines.ts';
import { heardIn } from './app/heard-sentence.ts';
import { openConfiguredHome } from './app/home.ts';
import { startHttp } from './app/http.ts';
import { logFact } from './app/log-fact.ts';
import { offerOf } from './app/offer.ts';
import { OwnReplies } from './app/own-replies.ts';
import { openSatellites } from './app/satellites.ts';
import { RecentDialogue } from './app/recent-dialogue.ts';
import { openStores } from './app/stores.ts';
import { keepHints } from './app/speech-hints.ts';
import type { Config } from './config/schema.ts';
import { Background } from './core/background.ts';
import { systemClock } from './core/clock.ts';
import { settleSeries, type TeardownStep } from './core/lifecycle.ts';
import type { Logger } from './core/log.ts';
import { commandPhrases } from './engines/stt/command-phrases.ts';
import type { SpeechHints } from './engines/stt/engine.ts';
import { limitStt, limitTts, limitWake } from './engines/limit.ts';
import { AheadTtsEngine } from './engines/tts/ahead.ts';
import { withSpeechCache } from './engines/tts/cache.ts';
import { createAllowList } from './services/allow-list.ts';
import { describeOffer } from './services/info.ts';
import { createSessionHandler, type Services, turnGraceMs } from './services/session.ts';
import type { ReportStage } from './turns/stage-fact.ts';
import { TurnLog } from './turns/turn-log.ts';

export type App = AsyncDisposable & {
  /** Where it listens, with the real port. */
  readonly uri: string;
  /** Settles when every engine is warm or has failed, and the home was read. */
  ready(options: { readonly signal: AbortSignal }): Promise<void>;
  /** Settles when no timer is left to ring. */
  untilTimersRang(options: { readonly signal: AbortSignal }): Promise<void>;
  /** Applies changed wake words; other settings need a restart. */
  reload(config: Config): Promise<void>;
};

export type AppOptions = {
  readonly log: Logger;
  /** False: Wyoming alone, for a command that runs a server of its own beside the one that serves the house. */
  readonly http: boolean;
  /** Shows the end of a timer that was typed, where somebody sits before this very process. */
  readonly onTypedTimer?: (text: string) => void;
  /** Ends the start when it aborts; a started app is ended by disposing it. */
  readonly signal: AbortSignal;
};

/** Above the time a session lets its turn finish, so that a turn's last word still goes out. */
const serverGraceMs = turnGraceMs + 1_000;

/** Listens at once; engines load meanwhile. Disposing it lets running turns finish, then ends everything. */
export async function startApp(config: Config, options: AppOptions): Promise<App> {
  /** What was started, last first. */
  const started: TeardownStep[] = [];
  const stop = (): Promise<void> => settleSeries(started);
  try {
    return await start(config, options, { onStop: (name, run) => started.unshift({ name, run }), stop });
  } catch (error) {
    await stop();
    throw error;
  }
}

type Started = {
  readonly onStop: (name: string, run: TeardownStep['run']) => void;
  readonly stop: () => Promise<void>;
};

async function start(
  config: Config,
  { log, http, onTypedTimer, signal }: AppOptions,
  { onStop, stop }: Started,
): Promise<App> {
  const enabled = enabledServices(config);
  const turns = new TurnLog(systemClock);
  const metrics = createMetrics();
  const report: ReportStage = (fact) => {
    turns.report(fact);
    metrics.observe(fact);
    logFact(log, fact);
  };
  const home = enabled.has('handle') || enabled.has('stt') ? openConfiguredHome(config.home, log) : undefined;
  if (home) onStop('home', () => home[Symbol.asyncDispose]());
  const openingStores = http ? openStores(config.directories.data, { clock: systemClock, log }) : undefined;
  onStop('store', async () => await (await openingStores)?.[Symbol.asyncDispose]());
  const engines = await Engines.start(config, { log, signal });
  onStop('engines', () => engines.host.close());
  // Compiled while the store opens in its thread.
  if (home && enabled.has('handle')) loadGrammar('en');
  const stores = await openingStores;
  const replies = new OwnReplies();
  const satellites = http ? openSatellites(systemClock, log) : undefined;
  if (satellites) onStop('satellites', () => satellites[Symbol.asyncDispose]());
  const background = new Background(log);
  onStop('background work', () => background[Symbol.asyncDispose]());
  const ahead = new AheadTtsEngine(limitTts(engines.host.tts, config.limits.tts), { clock: systemClock });
  const tts = await withSpeechCache(ahead, {
    cacheDir: join(config.directories.cache, 'replies'),
    cache: config.tts.cache,
    defaultSpeed: config.tts.speed,
    log,
  });
  onStop('speech cache', () => tts[Symbol.asyncDispose]());
  const recent = new RecentDialogue(systemClock);
  const brain =
    home && enabled.has('handle')
      ? await startBrain({
          config,
          home,
          stores,
          satellites,
          terminal: onTypedTimer,
          speech: { ahead, cache: tts },
          recent,
          replies,
          background,
          clock: systemClock,
          log,
          signal,
        })
      : undefined;
  const services: Services = {
    ...(enabled.has('wake') && { wake: { engine: limitWake(engines.host.wake, config.limits.wake) } }),
    ...(enabled.has('stt') && {
      stt: {
        engine: limitStt(engines.host.stt, config.limits.stt),
        ...(brain && { onHeard: brain.onHeard }),
        ...(home && config.stt.endpointing === 'hearken' && { judge: createJudge({ home, recent }) }),
        // A worker for another machine has no home of its own: its clients know the names.
        ...(config.home.url === '' && {
          onHints: (hints: SpeechHints) =>
            background.run('hints of a client', (ending) =>
              engines.host.stt.useHints(hints, { signal: ending }),
            ),
        }),
      },
    }),
    ...(enabled.has('tts') && { tts: { engine: tts, isOwnReply: (text) => replies.has(text) } }),
    ...(brain && { handle: { agent: brain.agent, heard: heardIn(turns) } }),
    info: () => describeOffer(offerOf({ config, engines, agentLanguages: brain?.agent.languages ?? [] })),
    report,
    clock: systemClock,
    log,
  };
  const server = await serve(
    `tcp://${hostOf(config)}:${config.wyoming.port}`,
    createSessionHandler(services),
    {
      accept: createAllowList(config.wyoming.allow),
      limits: { graceMs: serverGraceMs },
    },
  );
  onStop('server', () => server.close());
  announceAddress(config, server.uri, log);
  if (enabled.has('wake')) warnOfWeakPhrases(config, log);
  if (stores && satellites) {
    const wyomingPort = Number(new URL(server.uri).port);
    const api = await startHttp({
      config,
      engines,
      home,
      agent: brain?.agent,
      satellites: satellites.links,
      stores,
      wyomingPort,
      report,
      turns,
      metrics,
      log,
    });
    onStop('http', () => api.close());
    const discovery = startDiscovery({ config, wyomingUri: server.uri, httpUrl: api.url, log });
    onStop('discovery', () => discovery[Symbol.asyncDispose]());
  }
  if (home && enabled.has('stt')) {
    background.run('speech hints', (ending) =>
      keepHints(home, engines.host.stt, {
        terms: commandPhrases(config.language),
        untilReady: (options) => engines.host.status.stt.until(({ state }) => state === 'ready', options),
        log,
        signal: ending,
      }),
    );
  }
  background.run('missing models', (ending) => engines.pullMissing(ending));
  let stopped: Promise<void> | undefined;
  return {
    uri: server.uri,
    ready: async (options) => {
      await engines.settled(options);
      await home?.ready(options);
    },
    untilTimersRang: async (options) => await brain?.untilTimersRang(options),
    reload: async (changed) => {
      await engines.useWakeSettings(changed.wake, { signal: AbortSignal.timeout(reloadTimeoutMs) });
    },
    [Symbol.asyncDispose]: () => (stopped ??= stop()),
  };
}

/** A changed wake phrase is rebuilt in well under a second; longer means that the engine is stuck. */
const reloadTimeoutMs = 10_000;

const hostOf = ({ wyoming }: Config): string =>
  wyoming.host.includes(':') ? `[${wyoming.host}]` : wyoming.host;
