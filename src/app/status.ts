/** What the status page shows of a running program. */
import type { FailureFact, StatusFacts } from '../api/status-page.ts';
import type { Config } from '../config/schema.ts';
import type { ServiceHealth } from '../api/health.ts';
import type { Home } from '../home/home.ts';
import type { JoinedTurn } from '../turns/join-turns.ts';
import type { Engines } from './engines.ts';

export type StatusParts = {
  readonly config: Config;
  readonly engines: Pick<Engines, 'plan' | 'host' | 'downloads'>;
  readonly home: Home | undefined;
  /** Newest first. */
  readonly turns: readonly JoinedTurn[];
  readonly health: Readonly<Record<string, ServiceHealth>>;
  readonly disk: StatusFacts['disk'];
};

/** A page of a browser; older ones are in the log. */
const maxFailures = 10;

export function statusOf({ config, engines, home, turns, health, disk }: StatusParts): StatusFacts {
  return {
    services: Object.fromEntries(
      Object.entries(health).map(([name, service]) => [name, withDetail(name, service, engines)]),
    ),
    downloads: engines.downloads.list(),
    disk,
    exposedCount: home?.status() === 'connected' ? home.model().entities.size : undefined,
    isDemo: home !== undefined && config.home.url === '',
    failures: turns.flatMap(failuresOf).slice(0, maxFailures),
    turnCount: turns.length,
  };
}

/** Why an engine is missing or failed, where more is known than a code. */
function withDetail(
  name: string,
  service: ServiceHealth,
  { plan, host }: StatusParts['engines'],
): StatusFacts['services'][string] {
  if (name !== 'wake' && name !== 'stt' && name !== 'tts') return service;
  // What is on its way needs no fix.
  if (service.state === 'loading') return service;
  const status = host.status[name].value;
  const detail =
    plan.missing.find(({ kind }) => kind === name)?.reason ??
    (status.state === 'failed' ? status.reason : undefined);
  return detail === undefined ? service : { ...service, detail };
}

function failuresOf({ wake, stt, agent, tts }: JoinedTurn): readonly FailureFact[] {
  return [wake, stt, agent, tts].flatMap((fact) =>
    fact?.errorCode === undefined ? [] : [{ stage: fact.stage, atMs: fact.endedAtMs, code: fact.errorCode }],
  );
}
