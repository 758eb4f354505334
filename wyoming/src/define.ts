/** One definition per event: its wire name and the shape of its data, from which type and validation follow. */
import type * as z from 'zod';
import { ProtocolError } from './errors.ts';
import { openObject } from './fields.ts';

type Flat<T> = { [Key in keyof T]: T[Key] };
type Output<Shape extends z.ZodRawShape> = Flat<z.output<z.ZodObject<Shape>>>;
type Input<Shape extends z.ZodRawShape> = Flat<z.input<z.ZodObject<Shape>>>;
type PayloadOf<HasPayload> = HasPayload extends true ? { payload: Uint8Array } : unknown;
type IsOptional<Data> = Data extends Record<string, never> ? true : Partial<Data> extends Data ? true : false;
type DataInput<Data> = IsOptional<Data> extends true ? { data?: Data } : { data: Data };

export type EventDefinition<Type extends string, Shape extends z.ZodRawShape, HasPayload extends boolean> = {
  readonly type: Type;
  readonly shape: Shape;
  /** True when the event carries bytes after its data. */
  readonly hasPayload: HasPayload;
  /**
   * The event made of parts from the wire; keys that are not in the shape pass, because a newer peer may send
   * them. @throws ProtocolError `EVENT_INVALID`
   */
  readonly read: (
    data: unknown,
    payload?: Uint8Array,
  ) => Flat<{ type: Type; data: Output<Shape> } & PayloadOf<HasPayload>>;
  /** The data as it goes on the wire. @throws ProtocolError `EVENT_INVALID` */
  readonly write: (data: unknown) => object;
};

/** The event as it is read: discriminated by `type`, defaults filled in. */
export type EventOf<Definition> = Definition extends { read: (...parts: never[]) => infer Event }
  ? Event
  : never;

/** The event as it may be sent: optional fields may be absent, undefined or null, and so may empty data. */
export type SendableOf<Definition> =
  Definition extends EventDefinition<infer Type, infer Shape, infer HasPayload>
    ? Flat<{ type: Type } & DataInput<Input<Shape>> & PayloadOf<HasPayload>>
    : never;

type Refinement<Shape extends z.ZodRawShape> = {
  readonly check: (data: z.output<z.ZodObject<Shape>>) => boolean;
  readonly message: string;
};

const empty = new Uint8Array(0);

function parse<Data>(type: string, schema: z.ZodType<Data>, data: unknown): Data {
  const result = schema.safeParse(data);
  if (result.success) return result.data;
  const issues = result.error.issues.map(({ path, message }) => `${path.join('.') || 'data'}: ${message}`);
  throw new ProtocolError('EVENT_INVALID', `${type}: ${issues.join('; ')}`, { details: { type, issues } });
}

/** Defines an event without payload. */
export function defineEvent<const Type extends string, Shape extends z.ZodRawShape>(
  type: Type,
  shape: Shape,
  refinement?: Refinement<Shape>,
): EventDefinition<Type, Shape, false> {
  const open = openObject(shape);
  const schema = refinement ? open.refine(refinement.check, refinement.message) : open;
  return {
    type,
    shape,
    hasPayload: false,
    read: (data) => ({ type, data: parse(type, schema, data) }),
    write: (data) => parse(type, schema, data),
  };
}

/** Defines an event that carries bytes; an absent payload is read as an empty one. */
export function definePayloadEvent<const Type extends string, Shape extends z.ZodRawShape>(
  type: Type,
  shape: Shape,
): EventDefinition<Type, Shape, true> {
  const schema = openObject(shape);
  return {
    type,
    shape,
    hasPayload: true,
    read: (data, payload = empty) => ({ type, data: parse(type, schema, data), payload }),
    write: (data) => parse(type, schema, data),
  };
}
