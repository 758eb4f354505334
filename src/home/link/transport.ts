/** What a browser-style WebSocket, the `ws` package and the demo home's in-memory socket have in common. */
import { WebSocket } from 'ws';

export type TransportEvent = { readonly type: string; readonly data?: unknown };
export type TransportListener = (event: TransportEvent) => void;
export type TransportEventName = 'open' | 'close' | 'error' | 'message';

export type Transport = {
  readonly readyState: number;
  /** The value of `readyState` while messages can be sent. */
  readonly OPEN: number;
  send(data: string): void;
  close(): void;
  addEventListener(name: TransportEventName, listener: TransportListener): void;
  removeEventListener(name: TransportEventName, listener: TransportListener): void;
};

/** Opens a new transport, still connecting; called again for every reconnect. */
export type OpenTransport = () => Transport;

/**
 * A transport to Home Assistant's WebSocket API. `url` is the address people type into a browser; the
 * Supervisor's socket and other `ws:` addresses are used as they are.
 */
export function webSocketTransport(url: string): OpenTransport {
  const address = socketAddress(url);
  // Compressing costs both sides more time per message than a home's network saves, and a person waits for each.
  return () => new WebSocket(address, { maxPayload: maxMessageBytes, perMessageDeflate: false });
}

/** 10,000 entities with large attributes are about 20 MB in one message. */
const maxMessageBytes = 64 * 1024 * 1024;

function socketAddress(url: string): string {
  if (/^wss?:/.test(url)) return url;
  return `${url.replace(/^http/, 'ws').replace(/\/+$/, '')}/api/websocket`;
}
