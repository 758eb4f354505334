/** Bytes in, events out: pure, incremental, bounded. */
import { ByteReader } from './byte-reader.ts';
import { losesFraming, ProtocolError } from './errors.ts';
import { definitionByType, type WyomingEvent } from './event.ts';
import { type Header, isObject, parseHeader, parseJson, tooLarge } from './header.ts';
import { defaultLimits, type FrameLimits } from './limits.ts';

/** Only short lines are worth remembering: those of a running audio stream, where one line repeats. */
const rememberedLineBytes = 256;

/**
 * Decodes one stream. Give it bytes with `push`, take events with `next` until that returns undefined.
 * A payload is a view of the pushed bytes where they held it in one piece: do not change those afterwards.
 */
export class EventDecoder {
  readonly #limits: FrameLimits;
  readonly #bytes = new ByteReader();
  #lastLine: Buffer | undefined;
  #lastHeader: Header | undefined;
  #header: Header | undefined;
  /** Or what is wrong with it, until the payload behind it is read as well. */
  #data: Record<string, unknown> | ProtocolError | undefined;
  #failure: ProtocolError | undefined;

  constructor(limits: FrameLimits = defaultLimits) {
    this.#limits = limits;
  }

  push(chunk: Uint8Array): void {
    this.#bytes.push(chunk);
  }

  /** No more bytes will come; a header line without line end is complete now. */
  end(): void {
    this.#bytes.end();
  }

  /**
   * The next whole event, or undefined when more bytes are needed or, after `end`, when there is none.
   * @throws ProtocolError after the events in front of what is wrong. `EVENT_INVALID` and `DATA_INVALID` are one event's,
   *   which came whole: the next call goes on behind it. Any other is thrown for ever after.
   */
  next(): WyomingEvent | undefined {
    if (this.#failure) throw this.#failure;
    try {
      return this.#decode();
    } catch (error) {
      if (error instanceof ProtocolError && losesFraming(error)) this.#failure = error;
      throw error;
    }
  }

  #decode(): WyomingEvent | undefined {
    const header = (this.#header ??= this.#readHeader());
    if (!header) return undefined;
    const data = (this.#data ??= this.#readData(header));
    if (!data) return this.#incomplete();
    let payload: Uint8Array | undefined;
    if (header.payloadLength > 0) {
      payload = this.#bytes.take(header.payloadLength);
      if (!payload) return this.#incomplete();
    }
    this.#header = undefined;
    this.#data = undefined;
    if (data instanceof ProtocolError) throw data;
    const definition = definitionByType.get(header.type);
    if (definition) return definition.read(data, payload);
    const unknown = { type: 'unknown' as const, name: header.type, data };
    return payload ? { ...unknown, payload } : unknown;
  }

  #readHeader(): Header | undefined {
    if (this.#lastLine && this.#lastHeader && this.#bytes.skip(this.#lastLine)) return this.#lastHeader;
    const line = this.#bytes.takeLine(this.#limits.headerBytes);
    if (line === 'too-long')
      throw tooLarge('HEADER_TOO_LARGE', 'header line', this.#bytes.size, this.#limits.headerBytes);
    if (!line) return undefined;
    const header = parseHeader(line, this.#limits);
    if (line.length < rememberedLineBytes && !header.inlineData) {
      this.#lastLine = Buffer.concat([line, Buffer.from('\n')]);
      this.#lastHeader = header;
    }
    return header;
  }

  #readData({ type, inlineData, dataLength }: Header): Record<string, unknown> | ProtocolError | undefined {
    if (dataLength === 0) return inlineData ?? {};
    const bytes = this.#bytes.take(dataLength);
    if (!bytes) return undefined;
    const value = parseJson(bytes);
    if (!isObject(value))
      return new ProtocolError('DATA_INVALID', `${type}: the data block is no JSON object`, {
        details: { type },
      });
    return inlineData ? { ...inlineData, ...value } : value;
  }

  #incomplete(): undefined {
    if (this.#bytes.ended) throw new ProtocolError('STREAM_TRUNCATED', 'the stream ended inside an event');
    return undefined;
  }
}
