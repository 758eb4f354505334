export { connect } from './client.ts';
export type { ConnectOptions } from './client.ts';
export { Connection } from './connection.ts';
export type { ByteStreams, ConnectionOptions } from './connection.ts';
export { createInfo } from './create-info.ts';
export type { InfoInput } from './create-info.ts';
export { EventDecoder } from './decoder.ts';
export { diagnosticsChannels } from './diagnostics.ts';
export type { DiagnosticsMessages } from './diagnostics.ts';
export { encodeEvent, protocolVersion } from './encoder.ts';
export {
  isProtocolError,
  isTransportError,
  isWyomingError,
  protocolErrorCodes,
  ProtocolError,
  transportErrorCodes,
  TransportError,
  WyomingError,
} from './errors.ts';
export type { ProtocolErrorCode, TransportErrorCode, WyomingErrorOptions } from './errors.ts';
export { eventDefinitions } from './event.ts';
export type { KnownEvent, SendableEvent, UnknownEvent, WyomingEvent, WyomingEventOf } from './event.ts';
export { defaultLimits } from './limits.ts';
export type { ConnectionLimits, FrameLimits, ServerLimits } from './limits.ts';
export { serve } from './server.ts';
export type { Handler, HandlerContext, ServeOptions, Server } from './server.ts';
export { parseUri } from './uri.ts';
export type { Address } from './uri.ts';
