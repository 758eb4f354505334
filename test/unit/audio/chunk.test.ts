import { describe, expect, it } from 'vitest';
import { chunked, concatSamples, createChunker } from '../../../src/audio/chunk.ts';

const ramp = Int16Array.from({ length: 25 }, (_, n) => n);

describe('createChunker', () => {
  it.each([1, 4, 10, 25])('cuts pushes of %i samples into chunks of 10 and a rest', (size) => {
    const chunker = createChunker(10);
    const chunks: Int16Array[] = [];
    for (let from = 0; from < ramp.length; from += size)
      chunks.push(...chunker.push(ramp.subarray(from, from + size)));
    expect(chunks.map((chunk) => chunk.length)).toEqual([10, 10]);
    expect(concatSamples([...chunks, chunker.rest()])).toEqual(ramp);
    expect(chunker.rest()).toHaveLength(0);
  });

  it('never gives the same memory twice', () => {
    const chunker = createChunker(10);
    const [first] = chunker.push(ramp.subarray(0, 10));
    chunker.push(ramp.subarray(10, 20));
    expect(first).toEqual(ramp.subarray(0, 10));
  });
});

describe('chunked', () => {
  it('ends with the shorter rest', async () => {
    const audio = (async function* () {
      yield ramp.subarray(0, 3);
      yield ramp.subarray(3);
    })();
    const lengths: number[] = [];
    for await (const chunk of chunked(audio, 10)) lengths.push(chunk.length);
    expect(lengths).toEqual([10, 10, 5]);
  });
});
