/** The HTTP interface on a free port over an agent of the test's choice. */
import { createConversation } from '../../src/api/conversation.ts';
import type { ServiceHealth } from '../../src/api/health.ts';
import { createMetrics } from '../../src/api/metrics.ts';
import { SatelliteLinks } from '../../src/api/satellites/satellite-links.ts';
import { serveApi } from '../../src/api/server.ts';
import type { StatusFacts } from '../../src/api/status-page/facts.ts';
import type { Agent } from '../../src/agent/agent.ts';
import { systemClock } from '../../src/core/clock.ts';
import { silentLogger } from '../../src/core/log.ts';
import type { StageFact } from '../../src/turns/stage-fact.ts';
import { TurnLog } from '../../src/turns/turn-log.ts';
import { echoAgent } from './voice-server.ts';

export const testToken = 'the-right-token';

export type TestApi = AsyncDisposable & {
  readonly url: string;
  readonly facts: readonly StageFact[];
  readonly satellites: SatelliteLinks;
  /** Sends a request with the right token, unless headers say otherwise. */
  request(path: string, init?: TestRequest): Promise<Response>;
  /** Sends one turn and reads all its lines. */
  converse(body: unknown): Promise<unknown[]>;
};

type TestRequest = Omit<RequestInit, 'headers'> & { readonly headers?: Readonly<Record<string, string>> };

export type TestApiOptions = {
  readonly agent?: Agent;
  readonly health?: Readonly<Record<string, ServiceHealth>>;
  readonly names?: readonly string[];
  readonly withContent?: boolean;
  readonly isToken?: (candidate: string) => Promise<boolean>;
  readonly status?: Partial<StatusFacts>;
  readonly ingressFrom?: string;
};

const quietStatus: StatusFacts = {
  services: {},
  languageModels: [],
  downloads: [],
  disk: undefined,
  exposedCount: undefined,
  isDemo: false,
  turns: [],
  nowMs: 0,
  timeZone: null,
};

export async function startApi({
  agent = echoAgent,
  health = {},
  names = [],
  withContent = false,
  isToken = async (candidate) => candidate === testToken,
  status = {},
  ingressFrom,
}: TestApiOptions = {}): Promise<TestApi> {
  const facts: StageFact[] = [];
  const turns = new TurnLog(systemClock);
  const metrics = createMetrics();
  const satellites = new SatelliteLinks(silentLogger);
  const report = (fact: StageFact) => {
    facts.push(fact);
    turns.report(fact);
    metrics.observe(fact);
  };
  const server = await serveApi(
    {
      converse: createConversation({ agent, report, clock: systemClock, log: silentLogger }),
      turns: { turns: () => turns.turns(), withContent },
      metrics,
      satellites,
      health: () => health,
      status: async () => ({ ...quietStatus, services: health, ...status }),
      isToken,
      names,
      ...(ingressFrom !== undefined && { ingressFrom }),
      clock: systemClock,
      log: silentLogger,
    },
    { host: '127.0.0.1', port: 0 },
  );
  const request = (path: string, init: TestRequest = {}) =>
    fetch(`${server.url}${path}`, {
      ...init,
      headers: { authorization: `Bearer ${testToken}`, ...init.headers },
    });
  return {
    url: server.url,
    facts,
    satellites,
    request,
    converse: async (body) => {
      const response = await request('/api/v1/conversation', { method: 'POST', body: JSON.stringify(body) });
      return (await response.text())
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as unknown);
    },
    [Symbol.asyncDispose]: () => server.close(),
  };
}
