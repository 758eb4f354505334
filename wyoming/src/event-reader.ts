/** Reads events from a stream of bytes as they are asked for; what is not asked for stays with the peer. */
import type { Readable } from 'node:stream';
import { abortable } from './abortable.ts';
import { EventDecoder } from './decoder.ts';
import { TransportError } from './errors.ts';
import type { WyomingEvent } from './event.ts';
import type { FrameLimits } from './limits.ts';

export class EventReader {
  readonly #decoder: EventDecoder;
  readonly #chunks: AsyncIterator<unknown>;
  /** The chunk being waited for: an aborted read leaves it to the next one. */
  #coming: Promise<IteratorResult<unknown>> | undefined;
  #reading = false;
  #ended = false;

  constructor(stream: Readable, limits: FrameLimits) {
    this.#decoder = new EventDecoder(limits);
    // The default would destroy the stream at its end, and with it what is still to be answered.
    this.#chunks = stream.iterator({ destroyOnReturn: false });
  }

  /** An event that needs no waiting, or undefined. @throws ProtocolError */
  readNow(): WyomingEvent | undefined {
    return this.#reading ? undefined : this.#decoder.next();
  }

  /** The next event; undefined at the end of the stream. @throws ProtocolError, or the stream's error */
  async read(signal: AbortSignal | undefined): Promise<WyomingEvent | undefined> {
    if (this.#reading) throw new TransportError('READ_BUSY', 'this connection is being read already');
    this.#reading = true;
    try {
      for (;;) {
        const event = this.#decoder.next();
        if (event || this.#ended) return event;
        await this.#more(signal);
      }
    } finally {
      this.#reading = false;
    }
  }

  /** Throws away what still comes until the peer ends its side. */
  async discard(signal: AbortSignal): Promise<void> {
    this.#reading = true;
    while (!this.#ended) this.#ended = (await this.#chunk(signal)).done === true;
  }

  async #more(signal: AbortSignal | undefined): Promise<void> {
    const { done, value } = await this.#chunk(signal);
    if (done) {
      this.#ended = true;
      this.#decoder.end();
    } else if (value instanceof Uint8Array) this.#decoder.push(value);
  }

  async #chunk(signal: AbortSignal | undefined): Promise<IteratorResult<unknown>> {
    const result = await abortable((this.#coming ??= this.#chunks.next()), signal);
    this.#coming = undefined;
    return result;
  }
}
