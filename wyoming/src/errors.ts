/** What can go wrong on a connection, by stable code. Codes are part of the API; messages are not. */

/** The peer, or the caller of `send`, broke the protocol. */
export const protocolErrorCodes = {
  HEADER_INVALID: 'The header line is no JSON object with a string `type` and whole lengths.',
  HEADER_TOO_LARGE: 'The header line is longer than the limit.',
  DATA_INVALID: 'The data block is no JSON object.',
  DATA_TOO_LARGE: 'The data block is longer than the limit.',
  PAYLOAD_TOO_LARGE: 'The payload is longer than the limit.',
  STREAM_TRUNCATED: 'The stream ended inside an event.',
  EVENT_INVALID: 'The data does not fit the event type.',
} as const;

/** The stream below the protocol failed, or was asked for something it can not do. */
export const transportErrorCodes = {
  URI_INVALID: 'The address is none of tcp://host:port, unix:///path, stdio://.',
  LISTEN_FAILED: 'The server could not listen on its address.',
  CONNECT_FAILED: 'The peer could not be reached.',
  CONNECT_TIMEOUT: 'The peer did not accept in time.',
  CONNECTION_CLOSED: 'This side is closed for what was asked.',
  CONNECTION_LOST: 'The stream broke.',
  READ_BUSY: 'Two readers asked one connection for its next event.',
  SEND_OVERFLOW: 'More sends wait for a slow peer than the limit allows.',
} as const;

export type ProtocolErrorCode = keyof typeof protocolErrorCodes;
export type TransportErrorCode = keyof typeof transportErrorCodes;

export type WyomingErrorOptions = {
  readonly cause?: unknown;
  /** Facts for a log line: lengths, limits, event types; never what was said. */
  readonly details?: Readonly<Record<string, unknown>>;
};

const marker = Symbol.for('wyoming-ts.WyomingError');

/** Base of every error this package throws; aborts are thrown as the signal's own reason instead. */
export class WyomingError extends Error {
  readonly code: ProtocolErrorCode | TransportErrorCode;
  /** True when the same request may succeed later without a change by anyone. */
  readonly retryable: boolean;
  readonly details: Readonly<Record<string, unknown>>;
  readonly [marker] = true;

  constructor(
    code: ProtocolErrorCode | TransportErrorCode,
    message: string,
    options: WyomingErrorOptions & { readonly retryable?: boolean } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = new.target.name;
    this.code = code;
    this.retryable = options.retryable ?? false;
    this.details = options.details ?? {};
  }
}

/** Bytes or fields that are not the protocol: repeating them can not help. */
export class ProtocolError extends WyomingError {
  constructor(code: ProtocolErrorCode, message: string, options: WyomingErrorOptions = {}) {
    super(code, message, options);
  }
}

const retryableCodes: ReadonlySet<TransportErrorCode> = new Set([
  'CONNECT_FAILED',
  'CONNECT_TIMEOUT',
  'CONNECTION_LOST',
]);

/** The socket, pipe or address failed. */
export class TransportError extends WyomingError {
  constructor(code: TransportErrorCode, message: string, options: WyomingErrorOptions = {}) {
    super(code, message, { ...options, retryable: retryableCodes.has(code) });
  }
}

/** True for an error of this package, also one made by another copy of it. */
export function isWyomingError(value: unknown): value is WyomingError {
  return typeof value === 'object' && value !== null && marker in value;
}

/** True when the peer (or the caller of `send`) broke the protocol. */
export function isProtocolError(value: unknown): value is ProtocolError {
  return isWyomingError(value) && value.code in protocolErrorCodes;
}

/** False for an error of one event that came whole: what follows it can be read. */
export function losesFraming({ code }: ProtocolError): boolean {
  return code !== 'EVENT_INVALID' && code !== 'DATA_INVALID';
}

/** True when the stream below the protocol failed. */
export function isTransportError(value: unknown): value is TransportError {
  return isWyomingError(value) && value.code in transportErrorCodes;
}
