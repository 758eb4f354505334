import { describe, expect, it } from 'vitest';
import {
  bytesFromInt16,
  checkPcmFormat,
  int16FromBytes,
  pcmToMono,
  toInt16,
} from '../../../src/audio/pcm.ts';

describe('pcmToMono', () => {
  it.each([
    { widthBytes: 1, bytes: [0x80, 0x7f, 0xff], mono: [-32_768, 32_512, -256] },
    { widthBytes: 2, bytes: [0x00, 0x80, 0xff, 0x7f, 0xff, 0xff], mono: [-32_768, 32_767, -1] },
    { widthBytes: 3, bytes: [0, 0, 0x80, 0x80, 0x01, 0x00], mono: [-32_768, 1.5] },
    { widthBytes: 4, bytes: [0, 0, 0, 0x80, 0, 0x80, 0x01, 0x00], mono: [-32_768, 1.5] },
  ])('reads signed little-endian samples of $widthBytes bytes', ({ widthBytes, bytes, mono }) => {
    const format = { rateHz: 16_000, widthBytes, channels: 1 };
    expect([...pcmToMono(Uint8Array.from(bytes), format)]).toEqual(mono);
  });

  it('averages the channels and ignores bytes after the last whole frame', () => {
    const bytes = Uint8Array.from([...bytesFromInt16(Int16Array.of(100, 200, -4, 1)), 9, 9, 9]);
    expect([...pcmToMono(bytes, { rateHz: 16_000, widthBytes: 2, channels: 2 })]).toEqual([150, -1.5]);
  });

  it('reads bytes that do not begin at a word border', () => {
    const bytes = Uint8Array.of(7, 1, 0, 2, 0).subarray(1);
    expect([...pcmToMono(bytes, { rateHz: 16_000, widthBytes: 2, channels: 1 })]).toEqual([1, 2]);
    expect([...int16FromBytes(bytes)]).toEqual([1, 2]);
  });
});

describe('toInt16', () => {
  it('rounds and clamps', () => {
    expect([...toInt16(Float32Array.of(1.5, -1.6, 40_000, -40_000))]).toEqual([2, -2, 32_767, -32_768]);
  });
});

describe('checkPcmFormat', () => {
  it.each([
    [{ rateHz: 0, widthBytes: 2, channels: 1 }, /sample rate 0 Hz/],
    [{ rateHz: 1e9, widthBytes: 2, channels: 1 }, /4000 to 192000 Hz/],
    [{ rateHz: 22_050.5, widthBytes: 2, channels: 1 }, /sample rate 22050.5 Hz/],
    [{ rateHz: 16_000, widthBytes: 5, channels: 1 }, /width 5 bytes/],
    [{ rateHz: 16_000, widthBytes: 2, channels: 0 }, /0 channels/],
    [{ rateHz: 16_000, widthBytes: 2, channels: Number.NaN }, /NaN channels/],
  ])('refuses %j and says what is possible', (format, message) => {
    expect(() => checkPcmFormat(format)).toThrow(message);
    expect(() => checkPcmFormat(format)).toThrow(expect.objectContaining({ code: 'REQUEST_INVALID' }));
  });
});
