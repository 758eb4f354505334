/** Composition root: builds engines, services, agent and server, and owns the order in which they start and stop. */
import { serve } from 'wyoming-ts';
import { announceAddress, warnOfWeakPhrases } from './app/announce.ts';
import { takeClientHints } from './app/engines/client-hints.ts';
import { enabledServices, usesHome } from './app/engines/engine-plan.ts';
import { Engines } from './app/engines/engines.ts';
import { heardIn } from './app/agent/heard-sentence.ts';
import type { Household, HouseholdParts } from './app/household.ts';
import { LateAgent } from './app/agent/late-agent.ts';
import { logFact } from './app/log-fact.ts';
import { offerOf } from './app/engines/offer.ts';
import { OwnReplies, repliesDir } from './app/foresight/own-replies.ts';
import { SpokenCodes } from './app/agent/spoken-codes.ts';
import type { Config } from './config/schema.ts';
import { abortable } from './core/abort.ts';
import { Background } from './core/background.ts';
import { systemClock } from './core/clock.ts';
import { startTogether, type Teardown } from './core/lifecycle.ts';
import type { Logger } from './core/log.ts';
import { limitStt, limitTts, limitWake } from './engines/limit.ts';
import { AheadTtsEngine } from './engines/tts/ahead.ts';
import { withSpeechCache } from './engines/tts/cache.ts';
import { createAllowList } from './services/allow-list.ts';
import { describeOffer } from './services/info.ts';
import { createSessionHandler, type Services, turnGraceMs } from './services/session.ts';
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
  return await startTogether((teardown) => start(config, options, teardown));
}

async function start(
  config: Config,
  { log, http, onTypedTimer, signal }: AppOptions,
  teardown: Teardown,
): Promise<App> {
  const enabled = enabledServices(config);
  const turns = new TurnLog(systemClock);
  let household: Household | undefined;
  const codes = new SpokenCodes(systemClock);
  const report = codes.hiding((fact) => {
    turns.report(fact);
    household?.observe(fact);
    logFact(log, fact);
  });
  const engines = await Engines.start(config, { log, signal });
  teardown.add('engines', () => engines.close());
  const background = teardown.keep('background work', new Background(log));
  const ahead = new AheadTtsEngine(limitTts(engines.places.tts, config.limits.tts), { clock: systemClock });
  const tts = await withSpeechCache(ahead, {
    cacheDir: repliesDir(config),
    cache: config.tts.cache,
    defaultSpeed: config.tts.speed,
    log,
  });
  teardown.keep('speech cache', tts);
  const replies = new OwnReplies();
  const agent = usesHome(config) && enabled.has('handle') ? new LateAgent() : undefined;
  const services: Services = {
    ...(enabled.has('wake') && { wake: { engine: limitWake(engines.places.wake, config.limits.wake) } }),
    ...(enabled.has('stt') && {
      stt: {
        engine: limitStt(engines.places.stt, config.limits.stt),
        onHeard: (heard) => household?.onHeard?.(heard),
        ...(usesHome(config) &&
          config.stt.endpointing === 'hearken' && {
            judge: (heard) => household?.judge?.(heard) ?? 'incomplete',
          }),
        // A worker for another machine has no home of its own: its clients know the names.
        ...(config.home.url === '' && { onHints: takeClientHints(engines.places.stt, background) }),
      },
    }),
    ...(enabled.has('tts') && { tts: { engine: tts, isOwnReply: (text) => replies.has(text) } }),
    ...(agent && { handle: { agent, heard: heardIn(turns) } }),
    info: () => describeOffer(offerOf({ config, engines, agentLanguages: agent?.languages ?? [] })),
    report,
    clock: systemClock,
    log,
  };
  let starting: Promise<Household> | undefined;
  // What a running turn needs ends after the server that waits for it, also when the start is given up.
  teardown.add(
    'household',
    async () => await (await starting?.catch(() => undefined))?.[Symbol.asyncDispose](),
  );
  const server = await serve(
    `tcp://${hostOf(config)}:${config.wyoming.port}`,
    createSessionHandler(services),
    {
      accept: createAllowList(config.wyoming.allow),
      limits: { graceMs: serverGraceMs },
    },
  );
  teardown.add('server', () => server.close());
  announceAddress(config, server.uri, log);
  if (enabled.has('wake')) warnOfWeakPhrases(config, log);
  starting = startRest(
    {
      ...{ config, engines, turns, replies, codes, report, log },
      http,
      wyomingUri: server.uri,
      speech: { ahead, cache: tts },
      terminal: onTypedTimer,
    },
    { signal },
  );
  household = await abortable(starting, signal);
  if (agent && household.agent) agent.become(household.agent);
  background.run('missing models', (ending) => engines.pullMissing(ending));
  return {
    uri: server.uri,
    ready: async (options) => {
      await engines.settled(options);
      await household?.ready(options);
    },
    untilTimersRang: async (options) => await household?.untilTimersRang(options),
    reload: async (changed) => {
      await engines.useWakeSettings(changed.wake, { signal: AbortSignal.timeout(reloadTimeoutMs) });
    },
    [Symbol.asyncDispose]: () => teardown[Symbol.asyncDispose](),
  };
}

/** Loaded when the server listens already: half of the program is not needed for that. */
async function startRest(
  parts: HouseholdParts,
  options: { readonly signal: AbortSignal },
): Promise<Household> {
  const { startHousehold } = await import('./app/household.ts');
  options.signal.throwIfAborted();
  return await startHousehold(parts, options);
}

/** A changed wake phrase is rebuilt in well under a second; longer means that the engine is stuck. */
const reloadTimeoutMs = 10_000;

const hostOf = ({ wyoming }: Config): string =>
  wyoming.host.includes(':') ? `[${wyoming.host}]` : wyoming.host;
