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

  it.each([
    ['{"rate":0,"width":2,"channels":1}', 'EVENT_INVALID'],
    ['{"rate":NaN,"width":2,"channels":1}', 'DATA_INVALID'],
  ])('goes on behind an event that came whole with the data %s', (wrong, code) => {
    const decoder = new EventDecoder();
    decoder.push(
      Buffer.from(
        `{"type":"audio-chunk","data_length":${wrong.length},"payload_length":2}\n${wrong}\0\0{"type":"ping"}\n`,
      ),
    );
    const message = expect.stringMatching(/^audio-chunk: /u);
    expect(() => decoder.next()).toThrow(expect.objectContaining({ code, message }));
    expect(decoder.next()).toEqual({ type: 'ping', data: {} });
    decoder.push(Buffer.from('garbage\n{"type":"ping"}\n'));
    for (let repeat = 0; repeat < 2; repeat += 1)
      expect(() => decoder.next()).toThrow(expect.objectContaining({ code: 'HEADER_INVALID' }));
  });

  it.each([
    ['detect', { names: Array(500).fill('a').concat(Array(400_000).fill(1)) }, 'names.500: '],
    ['info', { asr: Array(400_000).fill(1) }, 'asr.0: '],
    ['transcribe', { transcript_terms: 'no list' }, 'transcript_terms: '],
  ])('names the first element that is wrong in a list of %s, and no other', (type, data, field) => {
    const decoder = new EventDecoder();
    const json = JSON.stringify(data);
    decoder.push(Buffer.from(`{"type":"${type}","data_length":${json.length}}\n${json}`));
    expect(() => decoder.next()).toThrow(
      new RegExp(`^${type}: ${field}Invalid input: expected [^;]{1,60}$`, 'u'),
    );
  });
});
