import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonLines } from '../../../../src/engines/llm/json-lines.ts';
import { collect } from '../../../support/streams.ts';

async function passed(chunks: readonly Uint8Array[]): Promise<readonly string[]> {
  const source = new ReadableStream<Uint8Array>({
    start: (controller) => {
      for (const chunk of chunks) controller.enqueue(chunk);
      controller.close();
    },
  });
  const lines = await collect(source.pipeThrough(jsonLines(() => new Error('no JSON'))));
  return lines.map((line) => new TextDecoder().decode(line));
}

const bytes = (text: string) => new TextEncoder().encode(text);

describe('jsonLines', () => {
  it('hands on whole lines, wherever the bytes were cut', async () => {
    const values = [{ text: '21 °C – 🔥' }, { text: 'ü' }, [1, null]];
    const all = bytes(values.map((value) => JSON.stringify(value)).join('\n'));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(all.length), { maxLength: 6 }), async (cuts) => {
        const places = [0, ...cuts.sort((a, b) => a - b), all.length];
        const chunks = places.slice(1).map((end, index) => all.subarray(places[index], end));
        expect((await passed(chunks)).map((line) => JSON.parse(line))).toEqual(values);
        expect((await passed(chunks)).every((line) => line.endsWith('\n'))).toBe(true);
      }),
      { numRuns: 50 },
    );
  });

  it('leaves out empty lines', async () => {
    expect(await passed([bytes('{}\n\n \n{}\n')])).toEqual(['{}\n', '{}\n']);
  });

  it('breaks at a line that is no JSON, also at the last one', async () => {
    await expect(passed([bytes('{}\n<html>\n{}')])).rejects.toThrow('no JSON');
    await expect(passed([bytes('{}\n{"half":')])).rejects.toThrow('no JSON');
  });

  it('breaks at a line that never ends', async () => {
    const chunk = bytes('x'.repeat(256 * 1024));
    await expect(passed(Array.from({ length: 6 }, () => chunk))).rejects.toThrow('no JSON');
  });
});
