/** One peer: events in, events out. */
import type { Readable, Writable } from 'node:stream';
import { startDeadline } from './deadline.ts';
import { publish } from './diagnostics.ts';
import { encodeEvent } from './encoder.ts';
import { isProtocolError, isWyomingError, losesFraming, TransportError } from './errors.ts';
import { EventReader } from './event-reader.ts';
import { EventWriter } from './event-writer.ts';
import type { SendableEvent, WyomingEvent } from './event.ts';
import { type ConnectionLimits, defaultLimits } from './limits.ts';

/** The bytes of a peer: a socket twice, or a process's two pipes. */
export type ByteStreams = {
  readonly readable: Readable;
  readonly writable: Writable;
  /** Where the peer is: an IP address, a socket's path, or ''. */
  readonly remoteAddress?: string;
};

export type ConnectionOptions = {
  /** Destroys the connection when it aborts. */
  readonly signal?: AbortSignal;
  readonly limits?: Partial<ConnectionLimits>;
};

/**
 * Iterating reads until the peer ends its side; leaving the loop keeps the connection, and a later loop goes on
 * where it stopped. Iteration throws ProtocolError `EVENT_INVALID` or `DATA_INVALID` for an event that can not be used
 * (the next read goes on behind it), any other ProtocolError for bytes that are no protocol (the connection is gone
 * then), and TransportError `CONNECTION_LOST` when the stream broke. Payloads are views of what was received: they are
 * never overwritten, but keep their chunk (64 KiB) alive, and start at any byte offset.
 */
export class Connection implements AsyncIterable<WyomingEvent> {
  readonly remoteAddress: string;
  readonly #streams: ByteStreams;
  readonly #limits: ConnectionLimits;
  readonly #reader: EventReader;
  readonly #writer: EventWriter;
  readonly #gone = new AbortController();
  #closing: Promise<void> | undefined;

  constructor(streams: ByteStreams, { signal, limits }: ConnectionOptions = {}) {
    this.#streams = streams;
    this.remoteAddress = streams.remoteAddress ?? '';
    this.#limits = { ...defaultLimits, ...limits };
    this.#reader = new EventReader(streams.readable, this.#limits);
    this.#writer = new EventWriter(streams.writable, this.#limits.waitingSends);
    this.#watch(signal);
  }

  /** Aborts when the connection is gone, whoever ended it: what is done for this peer can stop. */
  get signal(): AbortSignal {
    return this.#gone.signal;
  }

  /** The next event, or undefined when the peer has ended its side; an aborted read loses no event. */
  async read({ signal }: { readonly signal?: AbortSignal } = {}): Promise<WyomingEvent | undefined> {
    try {
      return this.#received(await this.#reader.read(signal));
    } catch (error) {
      throw this.#readError(error, signal);
    }
  }

  /**
   * Sends one event; waits while the peer does not keep up. An abort while waiting sends nothing.
   * @throws ProtocolError before a byte is written, TransportError when this side is closed or the stream broke
   */
  async send(event: SendableEvent, { signal }: { readonly signal?: AbortSignal } = {}): Promise<void> {
    const bytes = encodeEvent(event, this.#limits);
    try {
      await this.#writer.write(bytes, signal);
    } catch (error) {
      // The stream tells of its end a moment later.
      const { destroyed, errored } = this.#streams.writable;
      if (destroyed || errored) this.#abandon(error);
      throw error;
    }
    publish('eventSent', { remoteAddress: this.remoteAddress, event });
  }

  /** Ends this side and keeps reading: the peer's answers still come. */
  async closeWrite(): Promise<void> {
    await this.#writer.end();
  }

  /**
   * Finishes: everything sent goes out, the peer gets `lingerMs` to end its side, then the connection is gone.
   * Never throws. A peer that takes nothing for `flushMs` is dropped.
   */
  close(): Promise<void> {
    return (this.#closing ??= this.#close());
  }

  /** Drops the connection now, unsent events too. A running read throws the reason. */
  destroy(reason?: unknown): void {
    this.#abandon(reason ?? new TransportError('CONNECTION_CLOSED', 'the connection was destroyed'));
    this.#streams.readable.destroy();
    this.#streams.writable.destroy();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  [Symbol.asyncIterator](): AsyncIterator<WyomingEvent, undefined> {
    // The hot path: events of one received chunk are handed on without a chain of promises for each.
    return { next: () => this.#readyResult() ?? this.#nextResult() };
  }

  #readyResult(): Promise<IteratorResult<WyomingEvent, undefined>> | undefined {
    try {
      const value = this.#received(this.#reader.readNow());
      return value && Promise.resolve({ done: false, value });
    } catch (error) {
      return Promise.reject(this.#readError(error, undefined));
    }
  }

  async #nextResult(): Promise<IteratorResult<WyomingEvent, undefined>> {
    const value = await this.read();
    return value ? { done: false, value } : { done: true, value: undefined };
  }

  #received(event: WyomingEvent | undefined): WyomingEvent | undefined {
    if (event) publish('eventReceived', { remoteAddress: this.remoteAddress, event });
    return event;
  }

  async #close(): Promise<void> {
    const flushing = setTimeout(() => this.destroy(), this.#limits.flushMs);
    try {
      await this.#writer.end();
      using linger = startDeadline(this.#limits.lingerMs, this.signal);
      await this.#reader.discard(linger.signal);
    } catch {
      // The peer did not end its side in time, or broke the stream: either way there is nothing left to wait for.
    }
    clearTimeout(flushing);
    this.destroy();
  }

  #watch(signal: AbortSignal | undefined): void {
    const { readable, writable } = this.#streams;
    const onError = (cause: Error) =>
      this.#abandon(new TransportError('CONNECTION_LOST', 'the connection broke', { cause }));
    readable.on('error', onError);
    if (readable !== (writable as unknown)) writable.on('error', onError);
    writable.once('close', () =>
      this.#abandon(new TransportError('CONNECTION_CLOSED', 'the connection ended')),
    );
    if (signal?.aborted) this.destroy(signal.reason);
    const onAbort = () => this.destroy(signal?.reason);
    signal?.addEventListener('abort', onAbort, { once: true });
    this.signal.addEventListener('abort', () => signal?.removeEventListener('abort', onAbort), {
      once: true,
    });
    publish('connectionOpen', { remoteAddress: this.remoteAddress });
  }

  #abandon(reason: unknown): void {
    if (this.signal.aborted) return;
    this.#gone.abort(reason);
    publish('connectionClose', { remoteAddress: this.remoteAddress, error: reason });
  }

  /** What a failed read throws: an abort's reason as it is; where nothing can be read any more, after hanging up. */
  #readError(error: unknown, signal: AbortSignal | undefined): unknown {
    if (signal?.aborted && error === signal.reason) return error;
    if (isProtocolError(error) && losesFraming(error)) this.destroy(error);
    if (isWyomingError(error)) return error;
    return this.signal.aborted
      ? this.signal.reason
      : new TransportError('CONNECTION_LOST', 'the connection broke', { cause: error });
  }
}
