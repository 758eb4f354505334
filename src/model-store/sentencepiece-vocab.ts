/**
 * Reads the pieces out of a sentencepiece model (a protobuf; `ModelProto` of sentencepiece_model.proto), because
 * hotwords and keyword phrases are cut with a piece list that few releases bring along.
 */
import { ConfigError } from '../core/errors.ts';

export type Piece = { readonly piece: string; readonly score: number };

/** @throws ConfigError `MODEL_CORRUPT` when the bytes are no sentencepiece model. */
export function readPieces(model: Uint8Array): readonly Piece[] {
  const pieces: Piece[] = [];
  for (const field of fields(model)) {
    // ModelProto: repeated SentencePiece pieces = 1. SentencePiece: string piece = 1, float score = 2.
    if (field.number !== 1 || field.bytes === undefined) continue;
    let piece: string | undefined;
    let score = 0;
    for (const inner of fields(field.bytes)) {
      if (inner.number === 1 && inner.bytes) piece = new TextDecoder().decode(inner.bytes);
      if (inner.number === 2 && inner.float !== undefined) score = inner.float;
    }
    if (piece !== undefined) pieces.push({ piece, score });
  }
  if (pieces.length === 0) throw corrupt('has no pieces');
  return pieces;
}

/** The text form sherpa-onnx takes as `bpeVocab`: a piece, a tab and its score per line. */
export function toVocab(pieces: readonly Piece[]): string {
  return pieces
    .map(({ piece, score }) => `${piece}\t${Number.isInteger(score) ? score.toFixed(1) : String(score)}\n`)
    .join('');
}

type Field = { readonly number: number; readonly bytes?: Uint8Array; readonly float?: number };

function* fields(message: Uint8Array): Generator<Field> {
  const view = new DataView(message.buffer, message.byteOffset, message.byteLength);
  let at = 0;
  const varint = (): number => {
    let value = 0;
    for (let shift = 0; shift < 64; shift += 7) {
      const byte = message[at++];
      if (byte === undefined) throw corrupt('ends in the middle of a number');
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) return value;
    }
    throw corrupt('has a number that does not end');
  };
  const take = (length: number): number => {
    const from = at;
    at += length;
    if (at > message.byteLength) throw corrupt('ends in the middle of a field');
    return from;
  };
  while (at < message.byteLength) {
    const key = varint();
    const number = Math.floor(key / 8);
    // Wire types of protobuf: 0 varint, 1 eight bytes, 2 length and bytes, 5 four bytes.
    const wireType = key % 8;
    if (wireType === 0) varint();
    else if (wireType === 1) take(8);
    else if (wireType === 5) yield { number, float: view.getFloat32(take(4), true) };
    else if (wireType === 2) {
      const length = varint();
      const from = take(length);
      yield { number, bytes: message.subarray(from, from + length) };
    } else throw corrupt(`has an unknown wire type ${wireType}`);
  }
}

const corrupt = (what: string): ConfigError =>
  new ConfigError('MODEL_CORRUPT', `sentencepiece model ${what}`);
