/** Lets Home Assistant find this app through its Supervisor, once all that it offers is there. */
import { hostname } from 'node:os';
import type { Config } from '../config/schema.ts';
import type { Logger } from '../core/log.ts';
import { announceToSupervisor, type DiscoveryMessage } from '../discovery/supervisor.ts';
import { openToken } from './data/access-token.ts';
import type { Engines } from './engines/engines.ts';
import { openInstanceId } from './data/instance-id.ts';

export type SupervisorParts = {
  readonly config: Config;
  readonly engines: Pick<Engines, 'complete'>;
  readonly wyomingUri: string;
  readonly httpUrl: string;
  readonly log: Logger;
  readonly signal: AbortSignal;
};

/**
 * Waits until no enabled service lacks its models: Home Assistant reads the list of services when it adds the entry,
 * and one that was added too early never gets the others.
 */
export async function tellSupervisor(parts: SupervisorParts): Promise<void> {
  const { config, engines, wyomingUri, httpUrl, log, signal } = parts;
  if (!config.app) return;
  await engines.complete({ signal });
  const { data } = config.directories;
  const host = hostname();
  const { token } = await openToken(data);
  const messages: readonly DiscoveryMessage[] = [
    { service: 'wyoming', config: { uri: `tcp://${host}:${portOf(wyomingUri)}` } },
    {
      service: 'hearken',
      config: { host, port: portOf(httpUrl), instance_id: await openInstanceId(data), token },
    },
  ];
  const { supervisorUrl, token: supervisorToken } = config.app;
  await announceToSupervisor(messages, { supervisorUrl, token: supervisorToken, log, signal });
}

const portOf = (url: string): number => Number(new URL(url).port);
