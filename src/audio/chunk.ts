/** Samples in the sizes that an engine or a wire wants. */

export type Chunker = {
  /** The chunks that are complete with these samples, each a copy of exactly the size. */
  push(samples: Int16Array): Int16Array[];
  /** The samples after the last whole chunk; empty when there are none. The chunker starts anew. */
  rest(): Int16Array;
};

/** Re-cuts a stream into chunks of `sampleCount` samples. */
export function createChunker(sampleCount: number): Chunker {
  let chunk = new Int16Array(sampleCount);
  let filled = 0;
  return {
    push(samples) {
      const chunks: Int16Array[] = [];
      for (let from = 0; from < samples.length;) {
        const part = samples.subarray(from, from + sampleCount - filled);
        chunk.set(part, filled);
        filled += part.length;
        from += part.length;
        if (filled < sampleCount) break;
        chunks.push(chunk);
        chunk = new Int16Array(sampleCount);
        filled = 0;
      }
      return chunks;
    },
    rest() {
      const rest = chunk.slice(0, filled);
      filled = 0;
      return rest;
    },
  };
}

/** The same audio in chunks of `sampleCount` samples; the last one may be shorter. */
export async function* chunked(
  audio: AsyncIterable<Int16Array>,
  sampleCount: number,
): AsyncGenerator<Int16Array, void> {
  const chunker = createChunker(sampleCount);
  for await (const samples of audio) yield* chunker.push(samples);
  const rest = chunker.rest();
  if (rest.length > 0) yield rest;
}

/** The parts one after the other, in one array. */
export function concatSamples(parts: readonly Int16Array[]): Int16Array {
  const joined = new Int16Array(parts.reduce((sum, part) => sum + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    joined.set(part, offset);
    offset += part.length;
  }
  return joined;
}
