/** The HTTP server: bounded in connections, header and body time, and in how long closing may take. */
import { once } from 'node:events';
import { Server } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';
import { BugError, ConfigError, EngineError, toError } from '../core/errors.ts';
import { type ApiParts, createRoutes } from './routes.ts';

export type ApiServer = {
  /** Where it listens, with the real port. */
  readonly url: string;
  /** Takes no more requests, lets running turns finish, then ends them. */
  close(): Promise<void>;
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
export async function serveApi(
  parts: Omit<ApiParts, 'ending'>,
  { host, port }: ApiAddress,
): Promise<ApiServer> {
  const ending = new AbortController();
  const routes = createRoutes({ ...parts, ending: ending.signal });
  const server = createAdaptorServer({ fetch: routes.fetch, serverOptions: limits });
  if (!(server instanceof Server)) throw new BugError('BUG', 'the adaptor made no HTTP/1 server');
  server.maxConnections = maxConnections;
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
  return { url: urlOf(server, host), close: () => close(server, ending) };
}

function urlOf(server: Server, host: string): string {
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

async function close(server: Server, ending: AbortController): Promise<void> {
  const closed = once(server, 'close');
  server.close();
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
