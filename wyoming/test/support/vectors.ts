/** The byte vectors: streams with what must be read from them. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import { isProtocolError } from '../../src/errors.ts';
import type { WyomingEvent } from '../../src/event.ts';

const part = z.union([
  z.string(),
  z.object({ hex: z.string() }),
  z.object({ repeat: z.string(), count: z.int() }),
]);

const event = z.object({ type: z.unknown(), data: z.unknown(), payload: z.string().optional() });

const vector = z.strictObject({
  id: z.string(),
  /** Pieces of the stream: text, bytes in hex, or a text many times. */
  bytes: z.array(part),
  expect: z.object({
    events: z.array(event),
    /** `end`, or the code of the error after the events. */
    end: z.string(),
  }),
  /** Whether the reference makes the same of it; if not, the two keys below say what, and `why` must. */
  reference: z.enum(['same', 'differs']),
  referenceEnd: z.string().optional(),
  referenceEvents: z.array(event).optional(),
  why: z.string().min(1),
});

export type Vector = z.output<typeof vector>;
export type PlainEvent = z.output<typeof event>;

/** The vectors of one file in `contract/vectors`. */
function loadVectors(name: string): Vector[] {
  const path = fileURLToPath(new URL(`../contract/vectors/${name}.json`, import.meta.url));
  return z.array(vector).parse(JSON.parse(readFileSync(path, 'utf8')));
}

export const vectors: readonly Vector[] = ['accepted', 'refused', 'typed'].flatMap(loadVectors);

export function vectorBytes({ bytes }: Vector): Buffer {
  return Buffer.concat(
    bytes.map((piece) => {
      if (typeof piece === 'string') return Buffer.from(piece);
      return 'hex' in piece ? Buffer.from(piece.hex, 'hex') : Buffer.from(piece.repeat.repeat(piece.count));
    }),
  );
}

/** The event with its name as on the wire and its payload in hex, for comparing. */
export function plainEvent(read: WyomingEvent): PlainEvent {
  const type = read.type === 'unknown' ? read.name : read.type;
  const payload = 'payload' in read ? read.payload : undefined;
  return { type, data: read.data, ...(payload ? { payload: Buffer.from(payload).toString('hex') } : {}) };
}

/** All events of a decoder-like source, and how it ended. */
export function drain(next: () => WyomingEvent | undefined): Vector['expect'] {
  const events: PlainEvent[] = [];
  try {
    for (let read = next(); read; read = next()) events.push(plainEvent(read));
    return { events, end: 'end' };
  } catch (error) {
    if (!isProtocolError(error)) throw error;
    return { events, end: error.code };
  }
}
