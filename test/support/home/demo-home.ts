/** A demo home that answers at once, with the client connected. */
import { silentLogger } from '../../../src/core/log.ts';
import { openHome } from '../../../src/home/home.ts';
import type { Home } from '../../../src/home/home.ts';
import { startDemoHome } from '../../../src/home/demo/demo-home.ts';
import type { DemoHome } from '../../../src/home/demo/demo-home.ts';
import type { Transport } from '../../../src/home/link/transport.ts';
import type { DemoOptions } from '../../../src/home/demo/world.ts';

export type ConnectedDemo = AsyncDisposable & {
  readonly demo: DemoHome;
  readonly home: Home;
  /** Breaks the connection; the client makes a new one by itself. */
  cut(): void;
  /** Breaks the connection, and every new one at once. */
  leave(): void;
};

export async function connectDemo(options: Partial<DemoOptions> = {}): Promise<ConnectedDemo> {
  const demo = startDemoHome({ seed: 1, loss: 0, pace: 0, ...options });
  const sockets = new Set<Transport>();
  let isAway = false;
  const home = openHome({
    open: (...args) => {
      const socket = demo.open(...args);
      sockets.add(socket);
      if (isAway) socket.close();
      return socket;
    },
    token: demo.token,
    connectTimeoutMs: 1_000,
    pollMs: 60_000,
    log: silentLogger,
  });
  await home.ready({ signal: AbortSignal.timeout(5_000) });
  const cut = (): void => {
    for (const socket of sockets) socket.close();
    sockets.clear();
  };
  return {
    demo,
    home,
    cut,
    leave: () => {
      isAway = true;
      cut();
    },
    async [Symbol.asyncDispose]() {
      await home[Symbol.asyncDispose]();
      demo[Symbol.dispose]();
    },
  };
}
