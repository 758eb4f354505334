/** One cached reply as bytes: a head with a checksum, then the samples, little-endian. */
import { createHash } from 'node:crypto';
import { bytesFromInt16, int16FromBytes } from '../../audio/pcm.ts';
import type { SpeechChunk } from './engine.ts';

/** The last letter counts the layouts: an entry of another one is a miss. */
const magic = 'HVC1';
const checksumBytes = 16;
const headBytes = magic.length + 8 + checksumBytes;

export function encodeEntry({ samples, rateHz }: SpeechChunk): Uint8Array {
  const body = bytesFromInt16(samples);
  const head = Buffer.alloc(headBytes);
  head.write(magic, 'latin1');
  head.writeUInt32LE(rateHz, magic.length);
  head.writeUInt32LE(samples.length, magic.length + 4);
  checksum(head.subarray(0, magic.length + 8), body).copy(head, magic.length + 8);
  return Buffer.concat([head, body]);
}

/** Undefined for anything that is not exactly what `encodeEntry` wrote: cut, flipped or of another version. */
export function decodeEntry(bytes: Uint8Array): SpeechChunk | undefined {
  const entry = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (entry.length < headBytes || entry.toString('latin1', 0, magic.length) !== magic) return undefined;
  const rateHz = entry.readUInt32LE(magic.length);
  const sampleCount = entry.readUInt32LE(magic.length + 4);
  const body = entry.subarray(headBytes);
  if (body.length !== sampleCount * 2) return undefined;
  const expected = checksum(entry.subarray(0, magic.length + 8), body);
  if (!entry.subarray(magic.length + 8, headBytes).equals(expected)) return undefined;
  return { samples: int16FromBytes(body), rateHz };
}

function checksum(...parts: readonly Uint8Array[]): Buffer {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest().subarray(0, checksumBytes);
}
