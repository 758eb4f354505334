/** `GET /api/v1/satellites`: turns an authenticated request into the channel to the satellites. */
import { STATUS_CODES, type IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import { RequestError, toError } from '../../core/errors.ts';
import type { Logger } from '../../core/log.ts';
import { publicError } from '../../core/public-error.ts';
import { checkProtocol, type Guard } from '../guard.ts';
import { protocol, protocolHeader } from '../protocol.ts';
import { toErrorResponse } from '../to-error-response.ts';
import type { SatelliteLinks } from './satellite-links.ts';

export const satellitesPath = '/api/v1/satellites';

export type UpgradeParts = {
  /** Absent: this server has no satellites to speak to. */
  readonly links?: SatelliteLinks;
  readonly guard: Guard;
  readonly log: Logger;
};

export type Upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => Promise<void>;

/** A `hello` with all timers and endings of a large home. */
const maxMessageBytes = 256 * 1024;

/**
 * Never rejects: what is refused is answered as any request is. The HTTP library's own upgrade keeps what asks for
 * another protocol than WebSocket open, unanswered, for everybody without a token.
 */
export function createUpgrade({ links, guard, log }: UpgradeParts): Upgrade {
  const server = new WebSocketServer({ noServer: true, maxPayload: maxMessageBytes });
  server.on('headers', (headers) => headers.push(`${protocolHeader}: ${protocol}`));
  return async (request, socket, head) => {
    const onError = (error: Error) => log.debug('an upgrade broke', { reason: error.message });
    socket.on('error', onError);
    try {
      const { host, origin, authorization, upgrade, [protocolHeader]: asked } = request.headers;
      guard.checkHost({ host, origin });
      await guard.checkToken(authorization, request.socket.remoteAddress ?? '');
      checkProtocol(Array.isArray(asked) ? asked[0] : asked);
      // HTTP would let us answer as if it had not asked; Node.js does not.
      if (upgrade?.toLowerCase() !== 'websocket')
        throw new RequestError('REQUEST_INVALID', 'no other protocol is spoken here: ask without Upgrade');
      const { pathname } = new URL(request.url ?? '', 'http://localhost');
      if (!links || pathname !== satellitesPath)
        throw new RequestError('REQUEST_NOT_FOUND', 'there is nothing at this address');
      server.handleUpgrade(request, socket, head, (webSocket) => {
        socket.off('error', onError);
        links
          .serve(webSocket)
          .catch((error: unknown) =>
            log.error('the satellite channel failed', { reason: toError(error).message }),
          );
      });
    } catch (error) {
      log.debug('an upgrade was refused', { code: publicError(error).code });
      await refuse(socket, error);
    }
  };
}

async function refuse(socket: Duplex, error: unknown): Promise<void> {
  const response = toErrorResponse(error);
  const body = await response.text();
  const headers = {
    ...Object.fromEntries(response.headers),
    [protocolHeader]: String(protocol),
    'content-length': String(Buffer.byteLength(body)),
    connection: 'close',
  };
  const lines = [
    `HTTP/1.1 ${response.status} ${STATUS_CODES[response.status] ?? ''}`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
  ];
  socket.end(`${lines.join('\r\n')}\r\n\r\n${body}`);
}
