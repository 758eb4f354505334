/** One event in, its bytes out. */
import { ProtocolError } from './errors.ts';
import { definitionByType, type SendableEvent } from './event.ts';
import { tooLarge } from './header.ts';
import { defaultLimits, type FrameLimits } from './limits.ts';

/** The release of the reference whose events and fields are known here; written into every header. */
export const protocolVersion = '1.10.2';

const headerStart = (type: string): string =>
  `{"type":${JSON.stringify(type)},"version":${JSON.stringify(protocolVersion)}`;

const headerStarts = new Map([...definitionByType.keys()].map((type) => [type, headerStart(type)]));

/**
 * The event as one buffer of its own (the payload is copied, its memory is free at once).
 * @throws ProtocolError `EVENT_INVALID` for data that does not fit the type, or a part over its limit
 */
export function encodeEvent(event: SendableEvent, limits: FrameLimits = defaultLimits): Buffer {
  const type = event.type === 'unknown' ? event.name : event.type;
  const json = dataJson(type, event);
  const dataLength = json.length === 0 ? 0 : Buffer.byteLength(json);
  const payload = 'payload' in event ? event.payload : undefined;
  const payloadLength = payload?.length ?? 0;
  let header = headerStarts.get(type) ?? headerStart(type);
  if (dataLength > 0) header += `,"data_length":${dataLength}`;
  if (payloadLength > 0) header += `,"payload_length":${payloadLength}`;
  const headerLength = Buffer.byteLength(header) + 1;
  if (headerLength > limits.headerBytes)
    throw tooLarge('HEADER_TOO_LARGE', 'header line', headerLength, limits.headerBytes);
  if (dataLength > limits.dataBytes) throw tooLarge('DATA_TOO_LARGE', 'data', dataLength, limits.dataBytes);
  if (payloadLength > limits.payloadBytes)
    throw tooLarge('PAYLOAD_TOO_LARGE', 'payload', payloadLength, limits.payloadBytes);
  const bytes = Buffer.allocUnsafe(headerLength + 1 + dataLength + payloadLength);
  const written = bytes.write(`${header}}\n${json}`);
  if (payload) bytes.set(payload, written);
  return bytes;
}

/** Data as JSON; '' for none, because readers of the reference expect the block to be missing then. */
function dataJson(type: string, event: SendableEvent): string {
  const definition = definitionByType.get(type);
  const data = event.data ?? {};
  if (!definition && event.type !== 'unknown')
    throw new ProtocolError('EVENT_INVALID', `no event has the type ${type}`, { details: { type } });
  try {
    const json = JSON.stringify(definition ? definition.write(data) : data);
    return json === '{}' ? '' : json;
  } catch (cause) {
    if (cause instanceof ProtocolError) throw cause;
    throw new ProtocolError('EVENT_INVALID', `the data of ${type} can not be written as JSON`, { cause });
  }
}
