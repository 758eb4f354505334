/** A peer that writes bytes, whatever they are. */
import { once } from 'node:events';
import net from 'node:net';
import { EventDecoder } from '../../src/decoder.ts';
import { parseUri } from '../../src/uri.ts';
import { type PlainEvent, plainEvent } from './vectors.ts';

/** Connects without the package's own client. Reads nothing until asked. */
export async function rawPeer(uri: string): Promise<net.Socket> {
  const address = parseUri(uri);
  if (address.kind !== 'tcp') throw new Error(`no tcp address: ${uri}`);
  const socket = net.connect({ host: address.host, port: address.port, allowHalfOpen: true });
  socket.on('error', () => {});
  socket.pause();
  await once(socket, 'connect');
  return socket;
}

/** Everything the server sends until it ends its side. */
export async function readToEnd(socket: net.Socket): Promise<PlainEvent[]> {
  const decoder = new EventDecoder();
  const events: PlainEvent[] = [];
  socket.on('data', (chunk: Buffer) => {
    decoder.push(chunk);
    for (let event = decoder.next(); event; event = decoder.next()) events.push(plainEvent(event));
  });
  socket.resume();
  await new Promise<void>((resolve) => {
    socket.once('end', resolve);
    socket.once('close', () => resolve());
  });
  return events;
}

/** Reads on and throws away, until the connection is gone in whatever way. */
export async function untilGone(socket: net.Socket): Promise<void> {
  socket.once('end', () => socket.destroy());
  socket.resume();
  if (!socket.closed) await new Promise<void>((resolve) => socket.once('close', () => resolve()));
}
