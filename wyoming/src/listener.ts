/** Waits for peers at an address. */
import { once } from 'node:events';
import { lstat, unlink } from 'node:fs/promises';
import net from 'node:net';
import process from 'node:process';
import type { ByteStreams } from './connection.ts';
import { TransportError } from './errors.ts';
import { type Address, formatUri, plainAddress } from './uri.ts';

export type Listener = {
  /** The address in use, with the real port. */
  readonly address: Address;
  /** Stops accepting; resolves when every accepted peer is gone too. */
  readonly stop: () => Promise<void>;
  /** Resolves when `stop` has finished, or stdin has ended. */
  readonly closed: Promise<void>;
};

/** @throws TransportError `LISTEN_FAILED` */
export async function listen(address: Address, onPeer: (streams: ByteStreams) => void): Promise<Listener> {
  if (address.kind === 'stdio') return listenStdio(onPeer);
  // Paused, so that no byte is read before the peer was accepted; half-open, so that one who is done sending
  // still gets the answer.
  const server = net.createServer({
    allowHalfOpen: true,
    pauseOnConnect: true,
    noDelay: true,
    keepAlive: true,
  });
  server.on('connection', (socket) => {
    // A peer that was gone before it was accepted has no address any more, but what it sent could still be read.
    if (address.kind === 'tcp' && socket.remoteAddress === undefined) {
      socket.destroy();
      return;
    }
    const remoteAddress = address.kind === 'unix' ? address.path : plainAddress(socket.remoteAddress);
    onPeer({ readable: socket, writable: socket, remoteAddress });
  });
  if (address.kind === 'unix') await removeStaleSocket(address.path);
  try {
    server.listen(
      address.kind === 'unix' ? { path: address.path } : { host: address.host, port: address.port },
    );
    await once(server, 'listening');
  } catch (cause) {
    const why = cause instanceof Error ? `: ${cause.message}` : '';
    throw new TransportError('LISTEN_FAILED', `can not listen on ${formatUri(address)}${why}`, { cause });
  }
  const closed = new Promise<void>((resolve) => server.once('close', resolve));
  const bound = server.address();
  return {
    address:
      address.kind === 'tcp' && bound && typeof bound === 'object'
        ? { ...address, port: bound.port }
        : address,
    stop: () => {
      server.close();
      return closed;
    },
    closed,
  };
}

function listenStdio(onPeer: (streams: ByteStreams) => void): Listener {
  const closed = new Promise<void>((resolve) => process.stdin.once('close', resolve));
  onPeer({ readable: process.stdin, writable: process.stdout });
  return { address: { kind: 'stdio' }, stop: async () => {}, closed };
}

/** A server that was killed leaves its socket file; it may go when nobody answers there. */
async function removeStaleSocket(path: string): Promise<void> {
  const stats = await lstat(path).catch(() => undefined);
  if (!stats?.isSocket()) return;
  const socket = net.connect({ path });
  const answered = await once(socket, 'connect').then(
    () => true,
    () => false,
  );
  socket.destroy();
  if (!answered) await unlink(path);
}
