/** The demo home on a real socket, for a program in another process; it outlives that program. */
import { once } from 'node:events';
import { WebSocketServer } from 'ws';
import { type DemoHome, startDemoHome } from '../../../src/home/demo/demo-home.ts';
import { serveSession } from '../../../src/home/demo/session.ts';
import type { DemoOptions } from '../../../src/home/demo/world.ts';

export type DemoServer = AsyncDisposable & {
  readonly demo: DemoHome;
  /** For `home.url`. */
  readonly url: string;
  readonly port: number;
};

export async function startDemoServer(options: Partial<DemoOptions> = {}): Promise<DemoServer> {
  const demo = startDemoHome({ seed: 1, loss: 0, pace: 0, ...options });
  const server = await serveDemo(demo);
  return {
    ...server,
    async [Symbol.asyncDispose]() {
      await server[Symbol.asyncDispose]();
      demo[Symbol.dispose]();
    },
  };
}

/** Disposing it ends the connections and frees the port; the demo home goes on. */
export async function serveDemo(demo: DemoHome, port = 0): Promise<DemoServer> {
  const server = new WebSocketServer({ port, host: '127.0.0.1', path: '/api/websocket' });
  server.on('connection', (socket) => serveSession(socket, demo.world, demo.token));
  await once(server, 'listening');
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('no port');
  return {
    demo,
    url: `http://127.0.0.1:${address.port}`,
    port: address.port,
    async [Symbol.asyncDispose]() {
      const closed = new Promise((resolve) => server.close(resolve));
      for (const client of server.clients) client.terminate();
      await closed;
    },
  };
}
