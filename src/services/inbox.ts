/** The events of one peer between the socket and the service that answers them. */
import type { WyomingEvent } from 'wyoming-ts';
import { abortable } from '../core/abort.ts';
import type { RequestError } from '../core/errors.ts';
import { Queue } from '../core/queue.ts';

export type Received = {
  readonly event: WyomingEvent;
  /** Monotonic time at which it was read. */
  readonly atMs: number;
};

/** An event that came whole and can not be used: the error is the answer to the request it belongs to. */
export type Refused = { readonly type: string; readonly error: RequestError };

type Entry = Received | Refused;

/**
 * A minute of 16 kHz audio: reading goes on while an engine loads or is behind, and a peer that sends faster than
 * real time is held back by its own socket instead of filling our memory.
 */
const limitBytes = 2 * 1024 * 1024;
/** What an event weighs besides its payload and data. */
const eventBytes = 128;
/** What a refused event weighs besides its message, which its cause and both stacks repeat. */
const refusalBytes = 4 * 1024;

/** Events that begin a request, each with the event that ends what the peer sends for it, if there is one. */
const endOfRequest: ReadonlyMap<string, WyomingEvent['type'] | undefined> = new Map([
  ['transcribe', 'audio-stop'],
  ['detect', 'audio-stop'],
  ['synthesize-start', 'synthesize-stop'],
  ['synthesize', undefined],
  ['transcript', undefined],
] as const);

export class Inbox {
  readonly #queue = new Queue<Entry>({ limit: limitBytes, policy: 'block', weigh });
  #putBack: Entry | undefined;
  #pending: Promise<IteratorResult<Entry, undefined>> | undefined;
  /** The event that ends the request under way, until it was read. */
  #awaitedEnd: WyomingEvent['type'] | undefined;

  async push(entry: Entry, signal: AbortSignal): Promise<void> {
    await this.#queue.push(entry, signal);
  }

  /** The peer sends no more. */
  close(): void {
    this.#queue.close();
  }

  /** The next request, or what may stand for one; undefined when the peer has ended its side. */
  async nextRequest(signal: AbortSignal): Promise<Entry | undefined> {
    const entry = await this.#next(signal);
    const type = entry ? typeOf(entry) : '';
    const isAudio = type === 'audio-start' || type === 'audio-chunk';
    this.#awaitedEnd = isAudio ? 'audio-stop' : endOfRequest.get(type);
    return entry;
  }

  /**
   * The next event inside the request, or undefined when the peer ended it by a new request or by leaving.
   * A `synthesize` inside a stream is no request: it repeats the text for servers that can not stream.
   * @throws RequestError of an event that was refused.
   */
  async nextWithin(signal: AbortSignal): Promise<Received | undefined> {
    const entry = await this.#within(signal);
    if (entry && 'error' in entry) throw entry.error;
    return entry;
  }

  /** Gives an event back: it is the next one again. */
  unread(received: Received): void {
    this.#putBack = received;
  }

  /** Skips what the peer still sends for a request that failed. */
  async skipRest(signal: AbortSignal): Promise<void> {
    while (this.#awaitedEnd !== undefined) await this.#within(signal);
  }

  async #within(signal: AbortSignal): Promise<Entry | undefined> {
    const entry = await this.#next(signal);
    const type = entry && typeOf(entry);
    if (type === undefined || type === this.#awaitedEnd) {
      this.#awaitedEnd = undefined;
      return entry;
    }
    const isRepeat = type === 'synthesize' && this.#awaitedEnd === 'synthesize-stop';
    if (!endOfRequest.has(type) || isRepeat) return entry;
    this.#putBack = entry;
    this.#awaitedEnd = undefined;
    return undefined;
  }

  async #next(signal: AbortSignal): Promise<Entry | undefined> {
    const entry = this.#putBack;
    this.#putBack = undefined;
    if (entry) return entry;
    // A read that was given up keeps its place: the next reader waits for the same event, and none is lost.
    const pending = (this.#pending ??= this.#queue.next());
    const result = await abortable(pending, signal);
    if (this.#pending === pending) this.#pending = undefined;
    return result.done ? undefined : result.value;
  }
}

const typeOf = (entry: Entry): string => ('error' in entry ? entry.type : entry.event.type);

/** Everything a peer makes us keep, also in fields that nobody reads. */
function weigh(entry: Entry): number {
  if ('error' in entry) return refusalBytes + 4 * entry.error.message.length;
  const { event } = entry;
  const payloadBytes = 'payload' in event ? (event.payload?.byteLength ?? 0) : 0;
  return eventBytes + payloadBytes + dataBytes(event.data);
}

function dataBytes(data: WyomingEvent['data']): number {
  let bytes = 0;
  for (const [name, value] of Object.entries(data)) {
    // Numbers are all there is in a chunk of audio, of which there are a hundred in a second.
    if (typeof value !== 'number') return writtenBytes(data);
    bytes += 2 * name.length + 8;
  }
  return bytes;
}

/** Two bytes a character, as strings are kept. */
function writtenBytes(data: WyomingEvent['data']): number {
  try {
    return 2 * JSON.stringify(data).length;
  } catch {
    // Nested too deep to be written down.
    return limitBytes;
  }
}
