/** What the status page shows of a running program. */
import type { LanguageModelHealth, ServiceHealth } from '../api/health.ts';
import type { ModelsReport } from '../api/home.ts';
import type { ServiceFact, StatusFacts } from '../api/status-page/facts.ts';
import type { Config } from '../config/schema.ts';
import { systemClock } from '../core/clock.ts';
import type { Home } from '../home/home.ts';
import type { JoinedTurn } from '../turns/join-turns.ts';
import { enabledServices } from './engines/engine-plan.ts';
import type { Engines } from './engines/engines.ts';
import { lastTurns } from './status-turns.ts';

export type StatusParts = {
  readonly config: Config;
  readonly engines: Pick<Engines, 'plan' | 'host' | 'downloads'>;
  readonly models: ModelsReport;
  readonly home: Home | undefined;
  /** Newest first. */
  readonly turns: readonly JoinedTurn[];
  readonly health: Readonly<Record<string, ServiceHealth>>;
  readonly languageModels: readonly LanguageModelHealth[];
  readonly disk: StatusFacts['disk'];
};

export function statusOf(parts: StatusParts): StatusFacts {
  const { config, engines, home, turns, health, languageModels, disk } = parts;
  const services = Object.entries(health).map(([name, service]) => [name, serviceOf(name, service, parts)]);
  const model = home?.status() === 'connected' ? home.model() : undefined;
  return {
    services: Object.fromEntries(services),
    languageModels,
    downloads: engines.downloads.list(),
    disk,
    exposedCount: model?.entities.size,
    isDemo: home !== undefined && config.home.url === '',
    turns: lastTurns(turns, enabledServices(config).has('handle')),
    nowMs: systemClock.now(),
    timeZone: model?.timeZone ?? null,
  };
}

function serviceOf(
  name: string,
  service: ServiceHealth,
  { config, engines: { plan, host }, models }: StatusParts,
): ServiceFact {
  if (name !== 'wake' && name !== 'stt' && name !== 'tts') return service;
  const phrases = config.wake.words.map((word) => ('phrase' in word ? `“${word.phrase}”` : word.model));
  const uses = name === 'wake' ? phrases : models[name];
  // What is on its way needs no fix.
  if (service.state === 'loading') return { ...service, uses };
  const status = host.status[name].value;
  const detail =
    plan.missing.find(({ kind }) => kind === name)?.reason ??
    (status.state === 'failed' ? status.reason : undefined);
  return { ...service, uses, ...(detail !== undefined && { detail }) };
}
