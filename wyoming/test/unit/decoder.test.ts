import { describe, expect, it } from 'vitest';
import { EventDecoder } from '../../src/decoder.ts';
import { drain, vectorBytes, vectors } from '../support/vectors.ts';

function decode(...chunks: readonly Uint8Array[]) {
  const decoder = new EventDecoder();
  let chunkIndex = 0;
  return drain(() => {
    for (;;) {
      const event = decoder.next();
      const chunk = chunks[chunkIndex];
      if (event || chunkIndex > chunks.length) return event;
      chunkIndex += 1;
      if (chunk) decoder.push(chunk);
      else decoder.end();
    }
  });
}

describe('EventDecoder', () => {
  it.each(vectors.map((vector) => [vector.id, vector] as const))('reads vector %s', (_, vector) => {
    expect(decode(vectorBytes(vector))).toEqual(vector.expect);
  });

  it.each(
    vectors
      .filter((vector) => vectorBytes(vector).length < 1_000)
      .map((vector) => [vector.id, vector] as const),
  )('reads vector %s cut at each byte, and in single bytes', (_, vector) => {
    const bytes = vectorBytes(vector);
    for (let cut = 1; cut < bytes.length; cut += 1)
      expect(decode(bytes.subarray(0, cut), bytes.subarray(cut)), `cut at ${cut}`).toEqual(vector.expect);
    expect(decode(...[...bytes].map((byte) => Uint8Array.of(byte)))).toEqual(vector.expect);
  });
});
