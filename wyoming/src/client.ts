/** Connects to a server. */
import { once } from 'node:events';
import net from 'node:net';
import process from 'node:process';
import { Connection, type ConnectionOptions } from './connection.ts';
import { startDeadline } from './deadline.ts';
import { TransportError } from './errors.ts';
import { type Address, parseUri, plainAddress } from './uri.ts';

export type ConnectOptions = ConnectionOptions & {
  /** How long the peer may take to accept. */
  readonly connectTimeoutMs?: number;
};

/** A peer in the same network answers within milliseconds, one that is starting up within seconds. */
const defaultConnectTimeoutMs = 5_000;

/**
 * Opens a connection to `tcp://host:port` or `unix:///path`, or over this process's own pipes (`stdio://`).
 * The signal stops connecting, and later destroys the connection.
 * @throws TransportError `URI_INVALID`, `CONNECT_FAILED`, `CONNECT_TIMEOUT`, or the signal's reason
 */
export async function connect(uri: string, options: ConnectOptions = {}): Promise<Connection> {
  const { connectTimeoutMs = defaultConnectTimeoutMs, ...connectionOptions } = options;
  const address = parseUri(uri);
  if (address.kind === 'stdio')
    return new Connection({ readable: process.stdin, writable: process.stdout }, connectionOptions);
  const socket = await openSocket(address, uri, connectTimeoutMs, options.signal);
  const remoteAddress = address.kind === 'unix' ? address.path : plainAddress(socket.remoteAddress);
  return new Connection({ readable: socket, writable: socket, remoteAddress }, connectionOptions);
}

async function openSocket(
  address: Exclude<Address, { kind: 'stdio' }>,
  uri: string,
  timeoutMs: number,
  signal: AbortSignal | undefined,
): Promise<net.Socket> {
  signal?.throwIfAborted();
  using deadline = startDeadline(timeoutMs, signal);
  const where = address.kind === 'unix' ? { path: address.path } : { host: address.host, port: address.port };
  const socket = net.connect({ ...where, allowHalfOpen: true, noDelay: true, keepAlive: true });
  try {
    await once(socket, 'connect', { signal: deadline.signal });
    return socket;
  } catch (cause) {
    socket.destroy();
    signal?.throwIfAborted();
    if (deadline.isOver)
      throw new TransportError('CONNECT_TIMEOUT', `${uri} did not accept within ${timeoutMs} ms`, { cause });
    throw new TransportError('CONNECT_FAILED', `${uri} can not be reached`, { cause });
  }
}
