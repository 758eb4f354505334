import { describe, expect, it } from 'vitest';
import { bytesFromInt16, int16FromBytes } from '../../../src/audio/pcm.ts';
import { readWav, readWavMono, wavHeader, writeWav } from '../../../src/audio/wav.ts';

const samples = Int16Array.of(1, -2, 300, -32_768, 32_767, 5);
const ascii = (text: string) => [...Buffer.from(text, 'latin1')];
const u16 = (value: number) => [value & 0xff, value >> 8];
const u32 = (value: number) => [...Buffer.from(Uint32Array.of(value).buffer)];

/** A file from raw chunks: tag, body and, where it lies, the size the header claims. */
function riff(...chunks: { tag: string; body: readonly number[]; size?: number }[]): Uint8Array {
  const chunkBytes = chunks.flatMap(({ tag, body, size }) => [
    ...ascii(tag),
    ...u32(size ?? body.length),
    ...body,
    ...(body.length % 2 ? [0] : []),
  ]);
  return Uint8Array.from([...ascii('RIFF'), ...u32(chunkBytes.length + 4), ...ascii('WAVE'), ...chunkBytes]);
}

const format = (code: number, channels: number, bits: number, extra: readonly number[] = []) => ({
  tag: 'fmt ',
  body: [
    ...u16(code),
    ...u16(channels),
    ...u32(16_000),
    ...u32((16_000 * channels * bits) / 8),
    ...u16((channels * bits) / 8),
    ...u16(bits),
    ...extra,
  ],
});
const data = (bytes: Iterable<number>, size?: number) => ({
  tag: 'data',
  body: [...bytes],
  ...(size === undefined ? {} : { size }),
});
const pcmBytes = bytesFromInt16(samples);

describe('readWav', () => {
  it('reads what writeWav wrote', () => {
    const wav = readWav(writeWav(samples, 22_050, 2));
    expect(wav.format).toEqual({ rateHz: 22_050, widthBytes: 2, channels: 2 });
    expect(int16FromBytes(wav.data)).toEqual(samples);
  });

  it('skips unknown chunks of odd length before and between', () => {
    const list = { tag: 'LIST', body: [1, 2, 3] };
    const wav = readWav(riff(list, format(1, 1, 16), { tag: 'junk', body: [9] }, data(pcmBytes), list));
    expect(int16FromBytes(wav.data)).toEqual(samples);
  });

  it.each([0, 0xff_ff_ff_ff, 5_000])('reads to the end of the file when the data size is %i', (size) => {
    expect(int16FromBytes(readWav(riff(format(1, 1, 16), data(pcmBytes, size))).data)).toEqual(samples);
  });

  it('reads the extensible format', () => {
    const extra = [
      ...u16(22),
      ...u16(16),
      ...u32(4),
      ...u16(1),
      0,
      0,
      0,
      0,
      0x10,
      0,
      0x80,
      0,
      0,
      0xaa,
      0,
      0x38,
      0x9b,
      0x71,
    ];
    const wav = readWav(riff(format(0xff_fe, 1, 16, extra), data(pcmBytes)));
    expect(int16FromBytes(wav.data)).toEqual(samples);
  });

  it('makes unsigned 8-bit samples signed', () => {
    expect([...readWav(riff(format(1, 1, 8), data([0x80, 0x00, 0xff, 0x81]))).data]).toEqual([
      0, 0x80, 0x7f, 1,
    ]);
  });

  it('turns float samples into clamped 32-bit integers', () => {
    const floats = Buffer.from(Float32Array.of(0.5, -1, 2).buffer);
    const wav = readWav(riff(format(3, 1, 32), data(floats)));
    expect(wav.format.widthBytes).toBe(4);
    expect([...new Int32Array(wav.data.slice().buffer)]).toEqual([2 ** 30, -(2 ** 31), 2 ** 31 - 1]);
  });

  it('drops a cut last frame', () => {
    expect(readWav(riff(format(1, 2, 16), data([1, 0, 2, 0, 3]))).data).toHaveLength(4);
  });

  it.each([
    ['text', Buffer.from('hello, this is no sound'), /not a RIFF/],
    ['nothing', new Uint8Array(0), /not a RIFF/],
    ['a compressed file', riff(format(0x11, 1, 4), data([1, 2])), /encoding 17/],
    ['a file without format', riff(data(pcmBytes)), /data before its format/],
    ['a file without data', riff(format(1, 1, 16)), /no data/],
    ['a format that is cut', riff({ tag: 'fmt ', body: [1, 0, 1, 0] }, data(pcmBytes)), /cut format/],
    [
      'a rate of zero',
      riff({ tag: 'fmt ', body: [...u16(1), ...u16(1), ...u32(0), ...u32(0), ...u16(2), ...u16(16)] }),
      /0 Hz/,
    ],
  ])('refuses %s and says why', (_, bytes, message) => {
    expect(() => readWav(bytes)).toThrow(message);
  });
});

describe('readWavMono', () => {
  it('converts to 16 kHz mono', () => {
    const stereo = new Int16Array(2 * 44_100).fill(1_000);
    const mono = readWavMono(writeWav(stereo, 44_100, 2));
    expect(mono).toHaveLength(16_000);
    expect(mono[8_000]).toBe(1_000);
  });
});

describe('wavHeader', () => {
  it('says that the length is unknown when none is given', () => {
    const view = new DataView(wavHeader({ rateHz: 16_000, widthBytes: 2, channels: 1 }).buffer);
    expect([view.getUint32(4, true), view.getUint32(40, true)]).toEqual([0xff_ff_ff_ff, 0xff_ff_ff_ff]);
  });
});
