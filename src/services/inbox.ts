/** The events of one peer between the socket and the service that answers them. */
import type { WyomingEvent } from 'wyoming-ts';
import { abortable } from '../core/abort.ts';
import { Queue } from '../core/queue.ts';

export type Received = {
  readonly event: WyomingEvent;
  /** Monotonic time at which it was read. */
  readonly atMs: number;
};

/**
 * A minute of 16 kHz audio: reading goes on while an engine loads or is behind, and a peer that sends faster than
 * real time is held back by its own socket instead of filling our memory.
 */
const limitBytes = 2 * 1024 * 1024;
/** What an event weighs besides its payload and data. */
const eventBytes = 128;

/** Events that begin a request, each with the event that ends what the peer sends for it, if there is one. */
const endOfRequest: ReadonlyMap<WyomingEvent['type'], WyomingEvent['type'] | undefined> = new Map([
  ['transcribe', 'audio-stop'],
  ['detect', 'audio-stop'],
  ['synthesize-start', 'synthesize-stop'],
  ['synthesize', undefined],
  ['transcript', undefined],
] as const);

export class Inbox {
  readonly #queue = new Queue<Received>({ limit: limitBytes, policy: 'block', weigh });
  #putBack: Received | undefined;
  #pending: Promise<IteratorResult<Received, undefined>> | undefined;
  /** The event that ends the request under way, until it was read. */
  #awaitedEnd: WyomingEvent['type'] | undefined;

  async push(received: Received, signal: AbortSignal): Promise<void> {
    await this.#queue.push(received, signal);
  }

  /** The peer sends no more. */
  close(): void {
    this.#queue.close();
  }

  /** The next request, or what may stand for one; undefined when the peer has ended its side. */
  async nextRequest(signal: AbortSignal): Promise<Received | undefined> {
    const received = await this.#next(signal);
    const type = received?.event.type;
    const isAudio = type === 'audio-start' || type === 'audio-chunk';
    this.#awaitedEnd = isAudio ? 'audio-stop' : type && endOfRequest.get(type);
    return received;
  }

  /**
   * The next event inside the request, or undefined when the peer ended it by a new request or by leaving.
   * A `synthesize` inside a stream is no request: it repeats the text for servers that can not stream.
   */
  async nextWithin(signal: AbortSignal): Promise<Received | undefined> {
    const received = await this.#next(signal);
    const type = received?.event.type;
    if (type === undefined || type === this.#awaitedEnd) {
      this.#awaitedEnd = undefined;
      return received;
    }
    const isRepeat = type === 'synthesize' && this.#awaitedEnd === 'synthesize-stop';
    if (!endOfRequest.has(type) || isRepeat) return received;
    this.#putBack = received;
    this.#awaitedEnd = undefined;
    return undefined;
  }

  /** Gives an event back: it is the next one again. */
  unread(received: Received): void {
    this.#putBack = received;
  }

  /** Skips what the peer still sends for a request that failed. */
  async skipRest(signal: AbortSignal): Promise<void> {
    while (this.#awaitedEnd !== undefined) await this.nextWithin(signal);
  }

  async #next(signal: AbortSignal): Promise<Received | undefined> {
    const received = this.#putBack;
    this.#putBack = undefined;
    if (received) return received;
    // A read that was given up keeps its place: the next reader waits for the same event, and none is lost.
    const pending = (this.#pending ??= this.#queue.next());
    const result = await abortable(pending, signal);
    if (this.#pending === pending) this.#pending = undefined;
    return result.done ? undefined : result.value;
  }
}

/** Everything a peer makes us keep, also in fields that nobody reads. */
function weigh({ event }: Received): number {
  const payloadBytes = 'payload' in event ? (event.payload?.byteLength ?? 0) : 0;
  return eventBytes + payloadBytes + dataBytes(event.data);
}

/** Two bytes a character, as strings are kept. */
function dataBytes(data: WyomingEvent['data']): number {
  try {
    return 2 * JSON.stringify(data).length;
  } catch {
    // Nested too deep to be written down.
    return limitBytes;
  }
}
