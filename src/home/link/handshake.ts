/** Home Assistant's WebSocket login, on any transport. */
import { ERR_CANNOT_CONNECT, ERR_INVALID_AUTH } from 'home-assistant-js-websocket';
import * as z from 'zod';
import type { OpenTransport, Transport, TransportEvent } from './transport.ts';

/** A transport that is logged in. */
export type LoggedInTransport = Transport & { haVersion: string };

const serverMessage = z.looseObject({ type: z.string(), ha_version: z.string().optional() });

/**
 * Opens a transport and logs in. Rejects with the websocket library's own error numbers, because that library
 * decides by them whether to try again.
 */
export function logIn(
  open: OpenTransport,
  token: string,
  options: { readonly timeoutMs: number },
): Promise<LoggedInTransport> {
  return new Promise((resolve, reject) => {
    const socket = open();
    const finish = (settle: () => void) => {
      clearTimeout(timer);
      socket.removeEventListener('message', onMessage);
      socket.removeEventListener('close', onClose);
      settle();
    };
    const fail = (reason: number) =>
      finish(() => {
        socket.close();
        // The library tells its failures apart by these numbers.
        // oxlint-disable-next-line prefer-promise-reject-errors
        reject(reason);
      });
    const timer = setTimeout(() => fail(ERR_CANNOT_CONNECT), options.timeoutMs);
    const onClose = () => fail(ERR_CANNOT_CONNECT);
    const onMessage = (event: TransportEvent) => {
      const message = readMessage(event);
      if (message?.type === 'auth_required') {
        socket.send(JSON.stringify({ type: 'auth', access_token: token }));
      } else if (message?.type === 'auth_invalid') {
        fail(ERR_INVALID_AUTH);
      } else if (message?.type === 'auth_ok') {
        const haVersion = message.ha_version ?? '';
        socket.send(
          JSON.stringify({ id: 1, type: 'supported_features', features: { coalesce_messages: 1 } }),
        );
        finish(() => resolve(Object.assign(socket, { haVersion })));
      }
    };
    socket.addEventListener('message', onMessage);
    socket.addEventListener('close', onClose);
    // An error is always followed by a close; without a listener `ws` would throw it into the process.
    socket.addEventListener('error', () => undefined);
  });
}

function readMessage(event: TransportEvent): z.output<typeof serverMessage> | undefined {
  if (typeof event.data !== 'string') return undefined;
  try {
    return serverMessage.parse(JSON.parse(event.data));
  } catch {
    // Not a login message: the server is not Home Assistant, and the timeout says so.
    return undefined;
  }
}
