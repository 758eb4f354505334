/** Stands between a core and our Wyoming server, and notes when sound goes through. */
import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { systemClock } from '../../core/clock.ts';
import { EngineError } from '../../core/errors.ts';

export type SoundTap = AsyncDisposable & {
  /** Stands before the server on this port of the machine; returns its own. */
  before(port: number): number;
  /** When the first chunk of sound after this moment went to the core, on the monotonic clock; NaN when none did. */
  firstAfter(monotonicMs: number): number;
};

/** More than a bench makes. */
const keptChunks = 100_000;

export async function openSoundTap(): Promise<SoundTap> {
  let target = 0;
  const chunks: number[] = [];
  const sockets = new Set<Socket>();
  const keep = (socket: Socket): Socket => {
    sockets.add(socket);
    return socket.on('error', () => undefined).once('close', () => sockets.delete(socket));
  };
  const server = createServer((core) => {
    keep(core);
    const ours = keep(connect(target, '127.0.0.1'));
    ours.on('data', (data) => {
      // The head of an event is one line of JSON; a cut one is seen with the next.
      if (data.includes('"audio-chunk"') && chunks.length < keptChunks)
        chunks.push(systemClock.monotonicMs());
    });
    core.pipe(ours).pipe(core);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string')
    throw new EngineError('ENGINE_FAILED', 'the tap has no port');
  return {
    before(port) {
      target = port;
      return address.port;
    },
    firstAfter: (monotonicMs) => chunks.find((atMs) => atMs >= monotonicMs) ?? Number.NaN,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
