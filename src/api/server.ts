/** The HTTP server: bounded in connections, header and body time, and in how long closing may take. */
import { once } from 'node:events';
import { Server } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';
import { BugError, ConfigError, EngineError, toError } from '../core/errors.ts';
import { createGuard, type GuardParts } from './guard.ts';
import { type ApiParts as RouteParts, createRoutes } from './routes.ts';
import type { SatelliteLinks } from './satellites/satellite-links.ts';
import { createUpgrade } from './satellites/upgrade.ts';

export type ApiServer = {
  /** Where it listens, with the real port. */
  readonly url: string;
  /** Takes no more requests, lets running turns finish, then ends them. */
  close(): Promise<void>;
};

export type ApiParts = Omit<RouteParts, 'ending' | 'guard'> &
  GuardParts & {
    /** Absent: this server has no agent that could speak. */
    readonly satellites?: SatelliteLinks;
  };

export type ApiAddress = { readonly host: string; readonly port: number };

/** Slow senders hold a connection, so all of these are short: our clients are one hop away. */
const limits = {
  headersTimeout: 10_000,
  requestTimeout: 15_000,
  connectionsCheckingInterval: 1_000,
  /** Home Assistant keeps its connections; longer than its pool's 15 s, so that it is the one who closes. */
  keepAliveTimeout: 30_000,
  maxHeaderSize: 16 * 1024,
} as const;
/** Home Assistant, a browser and a metrics scraper together need a dozen. */
const maxConnections = 128;
/** A connection that was kept for the next request is closed within this time after its last answer. */
const idleCheckMs = 50;
/** How long a running turn may go on after the server was asked to close: as over Wyoming. */
const graceMs = 4_000;
/** And how long its error line may take to go out then. */
const lastWordMs = 250;

/** @throws ConfigError `CONFIG_INVALID` when it can not listen there. */
export async function serveApi(parts: ApiParts, { host, port }: ApiAddress): Promise<ApiServer> {
  const { satellites, log } = parts;
  const ending = new AbortController();
  const guard = createGuard(parts);
  const routes = createRoutes({ ...parts, guard, ending: ending.signal });
  const server = createAdaptorServer({ fetch: routes.fetch, serverOptions: limits });
  if (!(server instanceof Server)) throw new BugError('BUG', 'the adaptor made no HTTP/1 server');
  server.maxConnections = maxConnections;
  const upgrade = createUpgrade({ ...(satellites && { links: satellites }), guard, log });
  // It owns its errors.
  server.on('upgrade', (request, socket, head) => void upgrade(request, socket, head));
  server.listen(port, host);
  try {
    await once(server, 'listening');
  } catch (cause) {
    const reason = toError(cause).message;
    throw new ConfigError(
      'CONFIG_INVALID',
      `can not listen on ${host}:${port} (api.host, api.port): ${reason}`,
    );
  }
  return { url: urlOf(server, host), close: () => close(server, ending, satellites) };
}

function urlOf(server: Server, host: string): string {
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

async function close(server: Server, ending: AbortController, satellites?: SatelliteLinks): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  satellites?.close();
  const sweep = setInterval(() => server.closeIdleConnections(), idleCheckMs);
  const timer = setTimeout(() => {
    ending.abort(new EngineError('SHUTTING_DOWN', 'the server is closing'));
  }, graceMs);
  const last = setTimeout(() => server.closeAllConnections(), graceMs + lastWordMs);
  await closed;
  clearTimeout(timer);
  clearTimeout(last);
  clearInterval(sweep);
}
