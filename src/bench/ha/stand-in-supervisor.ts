/**
 * A stand-in for the Supervisor: a real HTTP and WebSocket server with what it offers an app that asks for Home
 * Assistant's API and nothing more. What it was not made for is a fault, which `verify` throws.
 */
import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { text as textOf } from 'node:stream/consumers';
import { WebSocket, WebSocketServer } from 'ws';
import { z } from 'zod';
import { BugError } from '../../core/errors.ts';

export const supervisorToken = 'token-of-the-supervisor';

export type SupervisorOptions = {
  /** Core behind the proxy. */
  readonly core: { readonly socketUrl: string; readonly token: string; readonly apiUrl?: string };
  /** Answer to `GET /core/api/config` where core has no REST interface. */
  readonly coreConfig?: Readonly<Record<string, unknown>>;
  /** The app's `discovery` in config.yaml. */
  readonly discovery?: readonly string[];
};

export type DiscoveryBody = z.output<typeof discoveryBody>;

export type StandInSupervisor = AsyncDisposable & {
  readonly url: string;
  /** The newest message of each service. */
  readonly messages: ReadonlyMap<string, DiscoveryBody>;
  /** False: core is starting, and the proxy answers 502. */
  isCoreReady: boolean;
  /** So many of the next discovery messages are answered with 503, as while the Supervisor restarts. */
  busyFor: number;
  /** Resolves when the app has told of these services. */
  told(...services: readonly string[]): Promise<void>;
  /** Requests a page of the app as somebody who is logged in, from this address. */
  ingress(appUrl: string, path: string, fromAddress?: string): Promise<{ status: number; body: string }>;
  /** @throws BugError for calls it was not made for. */
  verify(): void;
};

const discoveryBody = z.strictObject({ service: z.string(), config: z.record(z.string(), z.unknown()) });
const authMessage = z.looseObject({ type: z.literal('auth'), access_token: z.string() });
const command = z.looseObject({ type: z.string() });

export async function startSupervisor({
  core,
  coreConfig,
  discovery = ['wyoming', 'hearken'],
}: SupervisorOptions): Promise<StandInSupervisor> {
  const messages = new Map<string, DiscoveryBody>();
  const faults: string[] = [];
  const state = { isCoreReady: true, busyFor: 0 };
  let onMessage: () => void = () => undefined;

  const takeDiscovery = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    const { data } = discoveryBody.safeParse(JSON.parse(await textOf(incoming)));
    if (!data) {
      faults.push('a discovery message with other fields than service and config');
      return answer(outgoing, 400, { result: 'error', message: 'not a discovery message' });
    }
    if (state.busyFor > 0) {
      state.busyFor -= 1;
      return answer(outgoing, 503, { result: 'error', message: 'System is not ready' });
    }
    if (!discovery.includes(data.service)) {
      return answer(outgoing, 403, {
        result: 'error',
        message: 'Apps must list services they provide via discovery in their config!',
      });
    }
    messages.set(data.service, data);
    answer(outgoing, 200, { result: 'ok', data: { uuid: '0b5f' } });
    onMessage();
  };

  const takeCoreCall = async (path: string, outgoing: ServerResponse): Promise<void> => {
    if (!state.isCoreReady) return answer(outgoing, 502, {});
    if (path !== 'config') {
      faults.push(`GET /core/api/${path}`);
      return answer(outgoing, 500, {});
    }
    if (coreConfig) return answer(outgoing, 200, coreConfig);
    const response = await fetch(`${core.apiUrl}/api/${path}`, {
      headers: { authorization: `Bearer ${core.token}` },
    });
    answer(outgoing, response.status, await response.json());
  };

  const take = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    const { method, url = '', headers } = incoming;
    if (headers.authorization !== `Bearer ${supervisorToken}`) {
      faults.push(`${method} ${url} without the token`);
      return answer(outgoing, 401, { result: 'error', message: 'unauthorized' });
    }
    if (method === 'POST' && url === '/discovery') return await takeDiscovery(incoming, outgoing);
    const corePath = /^\/core\/api\/(.+)$/.exec(url)?.[1];
    if (method === 'GET' && corePath !== undefined) return await takeCoreCall(corePath, outgoing);
    faults.push(`${method} ${url}`);
    answer(outgoing, 403, { result: 'error', message: 'forbidden' });
  };

  const server = createServer((incoming, outgoing) => {
    void take(incoming, outgoing).catch((error: unknown) => {
      faults.push(String(error));
      outgoing.destroy();
    });
  });
  const sockets = new WebSocketServer({ server, path: '/core/websocket' });
  sockets.on('connection', (socket) => {
    if (state.isCoreReady) proxySocket(socket, core, faults);
    else socket.terminate();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;

  return {
    url: `http://127.0.0.1:${port}`,
    messages,
    get isCoreReady() {
      return state.isCoreReady;
    },
    set isCoreReady(isReady: boolean) {
      state.isCoreReady = isReady;
    },
    get busyFor() {
      return state.busyFor;
    },
    set busyFor(count: number) {
      state.busyFor = count;
    },
    told: async (...services) => {
      while (!services.every((service) => messages.has(service)))
        await new Promise<void>((resolve) => (onMessage = resolve));
    },
    ingress: async (appUrl, path, fromAddress = '127.0.0.1') => await ingress(appUrl, path, fromAddress),
    verify: () => {
      if (faults.length > 0)
        throw new BugError('BUG', `calls of the app that it may not make:\n${faults.join('\n')}`);
    },
    [Symbol.asyncDispose]: async () => {
      for (const client of sockets.clients) client.terminate();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Logs the app in as the Supervisor does, then passes everything on to core and back. */
function proxySocket(socket: WebSocket, core: SupervisorOptions['core'], faults: string[]): void {
  socket.send(JSON.stringify({ type: 'auth_required', ha_version: '2026.11.0' }));
  socket.once('message', (data) => {
    const { data: auth } = authMessage.safeParse(JSON.parse(frameText(data)));
    if (auth?.access_token !== supervisorToken) {
      faults.push('a WebSocket without the token');
      socket.send(JSON.stringify({ type: 'auth_invalid', message: 'Invalid access' }));
      return socket.close();
    }
    socket.send(JSON.stringify({ type: 'auth_ok', ha_version: '2026.11.0' }));
    passOn(socket, core, faults);
  });
}

function passOn(socket: WebSocket, { socketUrl, token }: SupervisorOptions['core'], faults: string[]): void {
  const upstream = new WebSocket(socketUrl, { maxPayload: 64 * 1024 * 1024 });
  const early: string[] = [];
  let isOpen = false;
  socket.on('message', (data) => {
    const text = frameText(data);
    for (const { type } of [JSON.parse(text)].flat().map((one) => command.parse(one)))
      if (/^(supervisor|hassio)\//.test(type)) faults.push(`a command of the Supervisor's own: ${type}`);
    if (isOpen) upstream.send(text);
    else early.push(text);
  });
  upstream.on('message', (data) => {
    const text = frameText(data);
    if (isOpen) return socket.send(text);
    const { type } = command.parse(JSON.parse(text));
    if (type === 'auth_required') upstream.send(JSON.stringify({ type: 'auth', access_token: token }));
    if (type !== 'auth_ok') return;
    isOpen = true;
    for (const waiting of early) upstream.send(waiting);
  });
  upstream.on('close', () => socket.close());
  upstream.on('error', () => socket.terminate());
  socket.on('close', () => upstream.close());
}

/** As the Supervisor passes a page on: the name it was called by, who is logged in, and no token. */
async function ingress(
  appUrl: string,
  path: string,
  localAddress: string,
): Promise<{ status: number; body: string }> {
  const headers = {
    host: 'homeassistant.local:8123',
    'x-ingress-path': '/api/hassio_ingress/of-this-session',
    'x-remote-user-id': 'somebody',
  };
  const outgoing = request(new URL(path, appUrl), { headers, localAddress, agent: false });
  outgoing.end();
  const incoming = await new Promise<IncomingMessage>((resolve, reject) => {
    outgoing.once('response', resolve);
    outgoing.once('error', reject);
  });
  return { status: incoming.statusCode ?? 0, body: await textOf(incoming) };
}

function answer(outgoing: ServerResponse, status: number, body: unknown): void {
  outgoing.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

const frameText = (data: unknown): string => String(data);
