/** The line in front of every event: one JSON object that names the type and the lengths of what follows. */
import { isUtf8 } from 'node:buffer';
import { ProtocolError } from './errors.ts';
import type { FrameLimits } from './limits.ts';

export type Header = {
  readonly type: string;
  /** Data inside the header line: allowed, though nobody writes it. */
  readonly inlineData?: Record<string, unknown>;
  /** Bytes of the JSON object after the line; 0 for none. */
  readonly dataLength: number;
  /** Bytes after the data; 0 for none. */
  readonly payloadLength: number;
};

/** @throws ProtocolError `HEADER_INVALID`, `DATA_TOO_LARGE`, `PAYLOAD_TOO_LARGE` */
export function parseHeader(line: Buffer, limits: FrameLimits): Header {
  const value = parseJson(line);
  if (!isObject(value)) throw invalid('is no JSON object');
  const { type, data, data_length, payload_length } = value;
  if (typeof type !== 'string') throw invalid('has no string type');
  if (data !== undefined && data !== null && !isObject(data)) throw invalid('has data that is no object');
  const dataLength = length('data_length', data_length);
  const payloadLength = length('payload_length', payload_length);
  if (dataLength > limits.dataBytes) throw tooLarge('DATA_TOO_LARGE', 'data', dataLength, limits.dataBytes);
  if (payloadLength > limits.payloadBytes)
    throw tooLarge('PAYLOAD_TOO_LARGE', 'payload', payloadLength, limits.payloadBytes);
  return { type, dataLength, payloadLength, ...(data ? { inlineData: data } : {}) };
}

/** The value of JSON bytes, or undefined (which JSON can not say) when they are no valid UTF-8 or no JSON. */
export function parseJson(bytes: Buffer): unknown {
  const text = bytes.toString('utf8', startsWithMark(bytes) ? 3 : 0);
  // toString() repairs bad UTF-8 silently; only then can the replacement character be in the text.
  if (text.includes('\uFFFD') && !isUtf8(bytes)) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}

/** A byte order mark, which the reference passes over as Python's json does. */
const startsWithMark = (bytes: Buffer): boolean =>
  bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Writers of other languages send 3.0, null and negative numbers; the reference takes all of them. */
function length(key: string, value: unknown): number {
  if (value === undefined || value === null) return 0;
  if (typeof value !== 'number' || !Number.isInteger(value))
    throw invalid(`has a ${key} that is no whole number`);
  return Math.max(0, value);
}

function invalid(what: string): ProtocolError {
  return new ProtocolError('HEADER_INVALID', `the header line ${what}`);
}

export function tooLarge(
  code: 'HEADER_TOO_LARGE' | 'DATA_TOO_LARGE' | 'PAYLOAD_TOO_LARGE',
  part: string,
  lengthBytes: number,
  limitBytes: number,
): ProtocolError {
  return new ProtocolError(code, `${part} of ${lengthBytes} bytes; the limit is ${limitBytes}`, {
    details: { lengthBytes, limitBytes },
  });
}
