/** The HTTP interface of a running program: its access, its health, and what it serves. */
import { isIP } from 'node:net';
import { createConversation } from '../api/conversation.ts';
import type { ReadLanguageModels, ServiceHealth } from '../api/health.ts';
import { describeHome, type ModelsReport, type SpeechToTextReport } from '../api/home.ts';
import type { Metrics } from '../api/metrics.ts';
import type { SatelliteLinks } from '../api/satellites/satellite-links.ts';
import { type ApiServer, serveApi } from '../api/server.ts';
import type { Agent } from '../agent/agent.ts';
import { personNamed } from '../agent/ports/person.ts';
import type { SupervisorAccess } from '../config/app-mode.ts';
import type { Config } from '../config/schema.ts';
import { systemClock } from '../core/clock.ts';
import { toError } from '../core/errors.ts';
import type { Logger } from '../core/log.ts';
import type { EngineStatus } from '../engine-host/engine-slot.ts';
import type { EngineKind } from '../engine-host/spec.ts';
import type { Forget } from './data/forget.ts';
import type { Home } from '../home/home.ts';
import type { HomeStatus } from '../home/model/home-status.ts';
import { isInstalled, type Offer } from '../services/info.ts';
import type { ReportStage } from '../turns/stage-fact.ts';
import type { TurnLog } from '../turns/turn-log.ts';
import { openToken, tokenCheck } from './data/access-token.ts';
import { recentDiskUse } from './data/disk-use.ts';
import { enabledServices } from './engines/engine-plan.ts';
import { heardIn } from './agent/heard-sentence.ts';
import type { Engines } from './engines/engines.ts';
import { openInstanceId } from './data/instance-id.ts';
import { offerOf } from './engines/offer.ts';
import { slowSatellites } from './slow-satellites.ts';
import { statusOf } from './status.ts';
import type { Stores } from './data/stores.ts';

export type HttpParts = {
  readonly config: Config;
  readonly engines: Engines;
  readonly home: Home | undefined;
  readonly agent: Agent | undefined;
  readonly satellites?: SatelliteLinks;
  readonly stores: Pick<Stores, 'health'>;
  /** Absent: none is configured. */
  readonly languageModels?: ReadLanguageModels;
  readonly forget: Forget;
  readonly wyomingPort: number;
  readonly report: ReportStage;
  readonly turns: TurnLog;
  readonly metrics: Metrics;
  readonly log: Logger;
};

export async function startHttp({
  config,
  engines,
  home,
  agent,
  satellites,
  stores,
  languageModels,
  forget,
  wyomingPort,
  report,
  turns,
  metrics,
  log,
}: HttpParts): Promise<ApiServer> {
  const dataDir = config.directories.data;
  const access = await openAccess(dataDir, log);
  const findSlow = slowSatellites(home, config, systemClock);
  const readDisk = recentDiskUse(config, systemClock);
  const health = () => ({ ...healthOf(config, engines, home), store: stores.health() });
  const server = await serveApi(
    {
      ...(agent && {
        converse: createConversation({ agent, heard: heardIn(turns), report, clock: systemClock, log }),
      }),
      ...(home &&
        agent &&
        access && {
          home: async () =>
            describeHome({
              home,
              isDemo: config.home.url === '',
              instanceId: access.instanceId,
              languages: agent.languages,
              wyomingPort,
              stt: speechToTextOf(offerOf({ config, engines, agentLanguages: agent.languages })),
              models: modelsOf(engines),
              slowSatellites: await findSlow(),
            }),
        }),
      ...(agent && satellites && { satellites }),
      forgetPerson: (person) => forget(person === null ? null : personNamed(person)),
      turns: { turns: () => turns.turns(), withContent: config.log.content },
      metrics,
      health,
      ...(languageModels && { languageModels }),
      status: async () =>
        statusOf({
          ...{ config, engines, home, turns: turns.turns(), health: health() },
          models: modelsOf(engines),
          languageModels: languageModels?.() ?? [],
          disk: await readDisk(),
        }),
      isToken: tokenCheck(dataDir),
      names: config.api.names,
      ...(config.app && { ingressFrom: supervisorAddress(config.app) }),
      clock: systemClock,
      log,
    },
    config.api,
  );
  log.info('http interface', { url: server.url });
  if (access?.isNew) {
    log.info('an access token was made; give it to Home Assistant ("hearken token show" prints it again)', {
      accessToken: access.token,
    });
  }
  return server;
}

/** The Supervisor's fixed address in the network of its containers, or the one it was given by. */
function supervisorAddress({ supervisorUrl }: SupervisorAccess): string {
  const { hostname } = new URL(supervisorUrl);
  return isIP(hostname) === 0 ? '172.30.32.2' : hostname;
}

/** As Wyoming tells it: what is loading is announced already, what failed is not. */
function speechToTextOf({ stt }: Offer): SpeechToTextReport | undefined {
  if (!stt || !isInstalled(stt.availability)) return undefined;
  return {
    languages: [...new Set(stt.models.flatMap(({ languages }) => languages))],
    requiresExternalVad: stt.endsSentences !== true,
  };
}

function modelsOf({ plan }: Engines): ModelsReport {
  const idsOf = (kind: EngineKind): readonly string[] =>
    plan.specs.find((engine) => engine.kind === kind)?.spec.models.map(({ id }) => id) ?? [];
  // Typed phrases are heard by a model of their own.
  const spotters = plan.specs.flatMap((engine) =>
    engine.kind === 'wake' && engine.spec.keywordSpotter ? [engine.spec.keywordSpotter.id] : [],
  );
  return { stt: idsOf('stt'), tts: idsOf('tts'), wake: [...spotters, ...idsOf('wake')] };
}

/** Without a data directory there is no token: every request but /health is refused, and the voice goes on. */
async function openAccess(dataDir: string, log: Logger): Promise<Access | undefined> {
  try {
    const { token, isNew } = await openToken(dataDir);
    return { token, isNew, instanceId: await openInstanceId(dataDir) };
  } catch (error) {
    log.error('no access token: the http interface answers /health alone', {
      reason: toError(error).message,
    });
    return undefined;
  }
}

type Access = { readonly token: string; readonly isNew: boolean; readonly instanceId: string };

function healthOf(config: Config, engines: Engines, home: Home | undefined): Record<string, ServiceHealth> {
  const { places } = engines;
  const services: Record<string, ServiceHealth> = {};
  for (const service of enabledServices(config)) {
    if (service === 'handle') continue;
    const status = places.status(service);
    const isComing = status.state === 'absent' && engines.isComing(service);
    const health: ServiceHealth = isComing ? { state: 'loading' } : engineHealth(status);
    const isLost = health.state === 'ready' && places.isWorkerLost(service);
    services[service] = isLost ? { ...health, reason: 'WORKER_UNREACHABLE' } : health;
  }
  if (home) services['home'] = healthOfHome(home);
  return services;
}

/** Served by the next one when a worker is lost; the reason says so. */
function engineHealth(status: EngineStatus): ServiceHealth {
  switch (status.state) {
    case 'absent':
      return { state: 'failed', reason: 'MODEL_NOT_INSTALLED' };
    case 'failed':
      return { state: 'failed', reason: status.code };
    case 'loading':
    case 'ready':
      return { state: status.state };
  }
}

/** A home that can be seen in part works; the reason says why it is a part. */
function healthOfHome(home: Home): ServiceHealth {
  const health = homeHealth[home.status()];
  const isLimited = health.state === 'ready' && !home.model().exposure.isComplete;
  return isLimited ? { ...health, reason: 'HOME_LIMITED_RIGHTS' } : health;
}

const homeHealth: Readonly<Record<HomeStatus, ServiceHealth>> = {
  connecting: { state: 'loading' },
  connected: { state: 'ready' },
  disconnected: { state: 'failed', reason: 'HOME_UNREACHABLE' },
  refused: { state: 'failed', reason: 'HOME_REFUSED' },
};
