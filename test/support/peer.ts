/** A Wyoming peer for tests, on a real connection. */
import { connect, Connection } from 'wyoming-ts';
import type { ByteStreams, SendableEvent, WyomingEvent, WyomingEventOf } from 'wyoming-ts';
import { bytesFromInt16 } from '../../src/audio/pcm.ts';

/** Longer than anything a peer waits for in these tests; then the test fails with what came so far. */
const patienceMs = 10_000;

export class Peer implements AsyncDisposable {
  readonly connection: Connection;

  private constructor(connection: Connection) {
    this.connection = connection;
  }

  static async open(uri: string): Promise<Peer> {
    return new Peer(await connect(uri));
  }

  static over(streams: ByteStreams): Peer {
    return new Peer(new Connection(streams));
  }

  async send(...events: readonly SendableEvent[]): Promise<void> {
    for (const event of events) await this.connection.send(event);
  }

  /** Sends samples as audio events of 10 ms, as Home Assistant does, without start and stop. */
  async sendAudio(samples: Int16Array): Promise<void> {
    for (let from = 0; from < samples.length; from += 160)
      await this.connection.send(chunkOf(samples.subarray(from, from + 160)));
  }

  /** All events up to the first one of the type, that one last. */
  async until(type: WyomingEvent['type']): Promise<WyomingEvent[]> {
    const events: WyomingEvent[] = [];
    const signal = AbortSignal.timeout(patienceMs);
    for (;;) {
      const event = await this.connection.read({ signal }).catch((error) => {
        throw new Error(`no ${type} after ${typesOf(events).join(', ') || 'nothing'}`, { cause: error });
      });
      if (!event) throw new Error(`hung up before ${type}, after ${typesOf(events).join(', ') || 'nothing'}`);
      events.push(event);
      if (event.type === type) return events;
    }
  }

  /** The next event of the type; events before it are dropped. */
  async next<Type extends WyomingEvent['type']>(type: Type): Promise<WyomingEventOf<Type>> {
    const event = (await this.until(type)).at(-1);
    if (event && isOf(event, type)) return event;
    throw new Error(`no ${type}`);
  }

  /** True when the server has nothing more to say and ends its side. */
  async isHungUp(): Promise<boolean> {
    for (;;) {
      const event = await this.connection.read({ signal: AbortSignal.timeout(patienceMs) });
      if (!event) return true;
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.connection.destroy();
  }
}

export function typesOf(events: readonly WyomingEvent[]): string[] {
  return events.map(({ type }) => type);
}

/** Samples of all `audio-chunk`s. */
export function samplesIn(events: readonly WyomingEvent[]): number {
  return events.reduce(
    (sum, event) => sum + (event.type === 'audio-chunk' ? event.payload.byteLength / 2 : 0),
    0,
  );
}

export const speechStart = { type: 'audio-start', data: { rate: 16_000, width: 2, channels: 1 } } as const;
export const audioStop = { type: 'audio-stop' } as const;

export function chunkOf(samples: Int16Array, timestamp?: number): SendableEvent {
  const data = { rate: 16_000, width: 2, channels: 1, ...(timestamp !== undefined && { timestamp }) };
  return { type: 'audio-chunk', data, payload: bytesFromInt16(samples) };
}

function isOf<Type extends WyomingEvent['type']>(
  event: WyomingEvent,
  type: Type,
): event is WyomingEventOf<Type> {
  return event.type === type;
}
