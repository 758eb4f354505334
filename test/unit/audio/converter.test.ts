import { describe, expect, it } from 'vitest';
import { concatSamples } from '../../../src/audio/chunk.ts';
import { createConverter } from '../../../src/audio/converter.ts';
import { bytesFromInt16 } from '../../../src/audio/pcm.ts';
import { rmsDbfs } from '../../../src/audio/level.ts';

describe('createConverter', () => {
  it('hands 16 kHz mono 16-bit audio through, whatever byte a chunk ends at', () => {
    const samples = Int16Array.from({ length: 500 }, (_, n) => n * 100 - 25_000);
    const bytes = bytesFromInt16(samples);
    for (const size of [1, 3, 320, 1_000]) {
      const converter = createConverter({ rateHz: 16_000, widthBytes: 2, channels: 1 });
      const parts: Int16Array[] = [];
      for (let from = 0; from < bytes.length; from += size)
        parts.push(converter.push(bytes.subarray(from, from + size)));
      expect(concatSamples([...parts, converter.end()])).toEqual(samples);
    }
  });

  it('turns 44.1 kHz stereo into 16 kHz mono of the same loudness', () => {
    const stereo = Int16Array.from({ length: 88_200 }, (_, n) =>
      Math.round(8_000 * Math.sin((2 * Math.PI * 440 * (n >> 1)) / 44_100)),
    );
    const converter = createConverter({ rateHz: 44_100, widthBytes: 2, channels: 2 });
    const mono = concatSamples([converter.push(bytesFromInt16(stereo)), converter.end()]);
    expect(mono).toHaveLength(16_000);
    expect(rmsDbfs(mono)).toBeCloseTo(rmsDbfs(stereo), 1);
  });

  it('never shares memory with the bytes it was given', () => {
    const bytes = Uint8Array.of(1, 0, 2, 0);
    const samples = createConverter({ rateHz: 16_000, widthBytes: 2, channels: 1 }).push(bytes);
    bytes.fill(0);
    expect([...samples]).toEqual([1, 2]);
  });
});
