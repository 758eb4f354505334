/** Lets Home Assistant find the running servers. */
import { protocol } from '../api/protocol.ts';
import type { Config } from '../config/schema.ts';
import { toError } from '../core/errors.ts';
import type { Logger } from '../core/log.ts';
import { packageVersion } from '../core/version.ts';
import { announceServices } from '../discovery/announce-services.ts';
import { announcedServices, instanceName } from '../discovery/announced-services.ts';
import { openInstanceId } from './data/instance-id.ts';

export type DiscoveryParts = {
  readonly config: Config;
  readonly wyomingUri: string;
  readonly httpUrl: string;
  readonly log: Logger;
};

/** Announces until it is disposed; nothing when all servers are this machine's own. A failure is logged. */
export function startDiscovery(parts: DiscoveryParts): AsyncDisposable {
  const stop = new AbortController();
  const running = announce(parts, stop.signal).catch((error: unknown) => {
    parts.log.warn('not announced in the network', { reason: toError(error).message });
  });
  return {
    [Symbol.asyncDispose]: async () => {
      stop.abort();
      await running;
    },
  };
}

async function announce(
  { config, wyomingUri, httpUrl, log }: DiscoveryParts,
  signal: AbortSignal,
): Promise<void> {
  const { wyoming, api, discovery, directories } = config;
  if (discovery.zeroconf === 'off') return;
  const instanceId = await openInstanceId(directories.data);
  const services = announcedServices({
    instanceId,
    version: packageVersion,
    protocol,
    wyoming: { host: wyoming.host, port: portOf(wyomingUri) },
    http: { host: api.host, port: portOf(httpUrl) },
  });
  if (services.length > 0) {
    await announceServices(services, { name: instanceName(instanceId), log, signal });
  }
}

const portOf = (url: string): number => Number(new URL(url).port);
