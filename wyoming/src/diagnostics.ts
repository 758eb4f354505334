/** The package logs nothing; who wants to know subscribes to these channels of `node:diagnostics_channel`. */
import { channel } from 'node:diagnostics_channel';
import type { SendableEvent, WyomingEvent } from './event.ts';

/** Names of the channels, each with the type of its messages in the map below. */
export const diagnosticsChannels = {
  connectionOpen: 'wyoming-ts:connection-open',
  connectionClose: 'wyoming-ts:connection-close',
  connectionRefused: 'wyoming-ts:connection-refused',
  handlerError: 'wyoming-ts:handler-error',
  eventReceived: 'wyoming-ts:event-received',
  eventSent: 'wyoming-ts:event-sent',
} as const;

export type DiagnosticsMessages = {
  connectionOpen: { readonly remoteAddress: string };
  connectionClose: { readonly remoteAddress: string; readonly error?: unknown };
  /** By the `accept` hook, or because as many as allowed are served. */
  connectionRefused: { readonly remoteAddress: string; readonly reason: 'not-accepted' | 'too-many' };
  /** A server's handler threw: a broken peer (ProtocolError), a lost one (TransportError), or a mistake. */
  handlerError: { readonly remoteAddress: string; readonly error: unknown };
  eventReceived: { readonly remoteAddress: string; readonly event: WyomingEvent };
  eventSent: { readonly remoteAddress: string; readonly event: SendableEvent };
};

const channels = {
  connectionOpen: channel(diagnosticsChannels.connectionOpen),
  connectionClose: channel(diagnosticsChannels.connectionClose),
  connectionRefused: channel(diagnosticsChannels.connectionRefused),
  handlerError: channel(diagnosticsChannels.handlerError),
  eventReceived: channel(diagnosticsChannels.eventReceived),
  eventSent: channel(diagnosticsChannels.eventSent),
};

export function publish<Name extends keyof DiagnosticsMessages>(
  name: Name,
  message: DiagnosticsMessages[Name],
): void {
  if (channels[name].hasSubscribers) channels[name].publish(message);
}
