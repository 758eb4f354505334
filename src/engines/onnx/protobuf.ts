/**
 * The protobuf wire format, as far as it takes to edit a few fields of an ONNX file and copy all others unseen.
 * https://protobuf.dev/programming-guides/encoding/
 */
import { EngineError } from '../../core/errors.ts';

/** One field of a message: a varint, or bytes (string, message, packed list); fixed widths stay bytes too. */
export type Field =
  | { readonly id: number; readonly wire: 0; readonly value: bigint }
  | { readonly id: number; readonly wire: 1 | 2 | 5; readonly bytes: Uint8Array };

const decoder = new TextDecoder();
const encoder = new TextEncoder();

function corrupt(): EngineError {
  return new EngineError('MODEL_CORRUPT', 'not a protobuf message');
}

/** @throws EngineError `MODEL_CORRUPT` when the bytes are no message. */
export function decodeMessage(bytes: Uint8Array): Field[] {
  const fields: Field[] = [];
  let offset = 0;
  const varint = (): bigint => {
    let value = 0n;
    for (let shift = 0n; shift < 70n; shift += 7n) {
      const byte = bytes[offset];
      if (byte === undefined) throw corrupt();
      offset += 1;
      value |= BigInt(byte & 0x7f) << shift;
      if (byte < 0x80) return BigInt.asUintN(64, value);
    }
    throw corrupt();
  };
  const take = (lengthBytes: number): Uint8Array => {
    if (offset + lengthBytes > bytes.length) throw corrupt();
    offset += lengthBytes;
    return bytes.subarray(offset - lengthBytes, offset);
  };
  while (offset < bytes.length) {
    const key = varint();
    const id = Number(key >> 3n);
    const wire = Number(key & 7n);
    if (wire === 0) fields.push({ id, wire, value: varint() });
    else if (wire === 1) fields.push({ id, wire, bytes: take(8) });
    else if (wire === 2) fields.push({ id, wire, bytes: take(Number(varint())) });
    else if (wire === 5) fields.push({ id, wire, bytes: take(4) });
    else throw corrupt();
  }
  return fields;
}

export function encodeMessage(fields: readonly Field[]): Uint8Array {
  const parts: Uint8Array[] = [];
  for (const field of fields) {
    parts.push(encodeVarint((BigInt(field.id) << 3n) | BigInt(field.wire)));
    if (field.wire === 0) parts.push(encodeVarint(field.value));
    else {
      if (field.wire === 2) parts.push(encodeVarint(BigInt(field.bytes.length)));
      parts.push(field.bytes);
    }
  }
  return Buffer.concat(parts);
}

function encodeVarint(value: bigint): Uint8Array {
  const bytes: number[] = [];
  let rest = BigInt.asUintN(64, value);
  while (rest > 0x7fn) {
    bytes.push(Number(rest & 0x7fn) | 0x80);
    rest >>= 7n;
  }
  bytes.push(Number(rest));
  return Uint8Array.from(bytes);
}

export const intField = (id: number, value: number): Field => ({ id, wire: 0, value: BigInt(value) });
export const textField = (id: number, text: string): Field => ({
  id,
  wire: 2,
  bytes: encoder.encode(text),
});
export const messageField = (id: number, fields: readonly Field[]): Field => ({
  id,
  wire: 2,
  bytes: encodeMessage(fields),
});

/** Every bytes value of a field. */
export function bytesOf(fields: readonly Field[], id: number): Uint8Array[] {
  return fields.flatMap((field) => (field.id === id && field.wire === 2 ? [field.bytes] : []));
}

export const textsOf = (fields: readonly Field[], id: number): string[] =>
  bytesOf(fields, id).map((bytes) => decoder.decode(bytes));

/** Signed values of a field of 64-bit integers, packed or not. */
export function intsOf(fields: readonly Field[], id: number): number[] {
  return fields.flatMap((field) => {
    if (field.id !== id) return [];
    if (field.wire === 0) return [Number(BigInt.asIntN(64, field.value))];
    return field.wire === 2 ? unpackVarints(field.bytes) : [];
  });
}

function unpackVarints(bytes: Uint8Array): number[] {
  const values: number[] = [];
  let start = 0;
  bytes.forEach((byte, at) => {
    if (byte >= 0x80) return;
    let value = 0n;
    for (let i = at; i >= start; i -= 1) value = (value << 7n) | BigInt((bytes[i] ?? 0) & 0x7f);
    values.push(Number(BigInt.asIntN(64, value)));
    start = at + 1;
  });
  return values;
}
