/** A real home server in this process: Home Assistant's WebSocket protocol over an in-memory socket pair. */
import type { OpenTransport } from '../link/transport.ts';
import { serveSession } from './session.ts';
import { createSocketPair } from './socket-pair.ts';
import { World } from './world.ts';
import type { DemoOptions } from './world.ts';

export type DemoHome = Disposable & {
  /** Connects as a client of Home Assistant would; give it to `openHome` with `token`. */
  readonly open: OpenTransport;
  readonly token: string;
  /** The devices behind the protocol, for tests and for watching what really changed. */
  readonly world: World;
};

/** The demo home's only door is this process; the token is there because the protocol has a login. */
const demoToken = 'demo';

/** Starts the demo home. Disposing it stops its devices; open connections stay silent from then on. */
export function startDemoHome(options: DemoOptions): DemoHome {
  const world = new World(options);
  return {
    token: demoToken,
    world,
    open: () => {
      const [client, server] = createSocketPair();
      serveSession(server, world, demoToken);
      return client;
    },
    [Symbol.dispose]: () => world.close(),
  };
}
