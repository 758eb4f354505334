/** The integration's end of the channel to satellites, driven by hand. */
import { once } from 'node:events';
import { WebSocket } from 'ws';
import {
  satelliteCommand,
  type SatelliteCommand,
  type SatelliteMessage,
} from '../../../src/api/satellites/messages.ts';
import { abortable } from '../../../src/core/abort.ts';
import { Queue } from '../../../src/core/queue.ts';
import { testToken } from '../api-server.ts';

type Hello = Extract<SatelliteMessage, { readonly type: 'hello' }>;

export const greeting: Hello = {
  type: 'hello',
  instance_id: 'home-1',
  session_id: 'session-1',
  timers: [],
  ended: [],
};

export type SatelliteClient = {
  /** The next command; fails after a while without one. */
  next(): Promise<SatelliteCommand>;
  send(message: SatelliteMessage): void;
  /** Sends what the protocol does not know. */
  sendRaw(text: string): void;
  /** Resolves with the code of the close. */
  readonly closed: Promise<number>;
  close(): void;
};

const timeoutMs = 5_000;

/** Opens the channel and sends `hello`, if any; resolves when the server has read it, or hung up. */
export async function connectSatellites(
  url: string,
  hello: Hello | 'none' = greeting,
  headers: Readonly<Record<string, string>> = {},
): Promise<SatelliteClient> {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/api/v1/satellites`, {
    headers: { authorization: `Bearer ${testToken}`, ...headers },
  });
  const commands = new Queue<SatelliteCommand>({ limit: 100, policy: 'fail' });
  const closed = once(socket, 'close').then(([code]) => {
    commands.close();
    return code as number;
  });
  socket.on('message', (data: Buffer) => {
    void commands.push(satelliteCommand.parse(JSON.parse(data.toString())), AbortSignal.timeout(timeoutMs));
  });
  await once(socket, 'open');
  const send = (message: SatelliteMessage) => socket.send(JSON.stringify(message));
  if (hello !== 'none') send(hello);
  socket.ping();
  await Promise.race([once(socket, 'pong'), closed]);
  return {
    next: async () => {
      const { value } = await abortable(commands.next(), AbortSignal.timeout(timeoutMs));
      if (!value) throw new Error('the channel is closed');
      return value;
    },
    send,
    sendRaw: (text) => socket.send(text),
    closed,
    close: () => socket.close(),
  };
}
