/** What can be told about an ONNX file without parsing the graph. */
import { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';

/** A tag and a length never need more: two varints of at most ten bytes. */
export const headBytes = 20;

/** `ModelProto.graph`. */
const graphField = 7;

/**
 * Walks the top-level fields of the serialised `ModelProto` (a protobuf message) without reading their bodies:
 * they must fill the file exactly, so every truncation shows. Flipped bytes inside a body do not.
 */
export async function isCompleteOnnx(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    return size > 0 && (await fieldsFill(file, size));
  } finally {
    await file.close();
  }
}

async function fieldsFill(file: FileHandle, size: number): Promise<boolean> {
  let offset = 0;
  let hasGraph = false;
  while (offset < size) {
    const { bytesRead, buffer } = await file.read(new Uint8Array(headBytes), 0, headBytes, offset);
    const field = readField(buffer.subarray(0, bytesRead));
    if (field === undefined) return false;
    hasGraph ||= field.number === graphField;
    offset += field.lengthBytes;
  }
  return hasGraph && offset === size;
}

export type FieldHead = {
  readonly number: number;
  /** Bytes of tag and length. */
  readonly headBytes: number;
  /** From the field's start to its end. */
  readonly lengthBytes: number;
};

/** What a field says of itself; undefined when no field of a `ModelProto` is there. */
export function readField(head: Uint8Array): FieldHead | undefined {
  const tag = varint(head, 0);
  if (tag === undefined || tag.value < 8) return undefined;
  const wireType = tag.value % 8;
  const body = varint(head, tag.end);
  if (body === undefined) return undefined;
  if (wireType !== 0 && wireType !== 2) return undefined;
  const start = wireType === 2 ? body.end : tag.end;
  const end = wireType === 2 ? body.end + body.value : body.end;
  return { number: Math.floor(tag.value / 8), headBytes: start, lengthBytes: end };
}

function varint(bytes: Uint8Array, start: number): { value: number; end: number } | undefined {
  let value = 0;
  for (let index = start; index < Math.min(bytes.length, start + 10); index += 1) {
    const byte = bytes[index] ?? 0;
    value += (byte % 128) * 2 ** (7 * (index - start));
    if (byte < 128) return { value, end: index + 1 };
  }
  return undefined;
}
