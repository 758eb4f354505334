import { describe, expect, it } from 'vitest';
import { createResampler } from '../../../src/audio/resample.ts';

/** One second of a sine in 16-bit units. */
function sine(hz: number, rateHz: number, amplitude = 10_000): Float32Array {
  return Float32Array.from(
    { length: rateHz },
    (_, n) => amplitude * Math.sin((2 * Math.PI * hz * n) / rateHz),
  );
}

function convert(input: Float32Array, fromHz: number, toHz: number, chunk = input.length): Float32Array {
  const resampler = createResampler(fromHz, toHz);
  const out: number[] = [];
  for (let from = 0; from < input.length; from += chunk)
    out.push(...resampler.push(input.subarray(from, from + chunk)));
  out.push(...resampler.end());
  return Float32Array.from(out);
}

/** Power of the middle of the signal in dB of the given amplitude's sine. */
function levelDb(samples: Float32Array, amplitude: number): number {
  const middle = samples.subarray(samples.length / 4, (samples.length * 3) / 4);
  const power = middle.reduce((sum, sample) => sum + sample * sample, 0) / middle.length;
  return 10 * Math.log10(power / (amplitude * amplitude * 0.5) + 1e-20);
}

describe('createResampler', () => {
  const rates = [8_000, 11_025, 22_050, 24_000, 44_100, 44_099, 48_000, 96_000];

  it.each(rates)('keeps a 1 kHz tone in place and in phase from %i Hz', (fromHz) => {
    const out = convert(sine(1_000, fromHz), fromHz, 16_000);
    const wanted = sine(1_000, 16_000);
    const error = out.map((sample, n) => sample - (wanted[n] ?? 0));
    expect(out).toHaveLength(16_000);
    expect(levelDb(error, 10_000)).toBeLessThan(-70);
  });

  it.each([44_100, 48_000])('removes what would fold back from above 8 kHz, at %i Hz', (fromHz) => {
    for (const hz of [8_400, 10_000, 15_000])
      expect(levelDb(convert(sine(hz, fromHz), fromHz, 16_000), 10_000)).toBeLessThan(-75);
  });

  it('passes speech up to 6.5 kHz unchanged in level', () => {
    for (const hz of [100, 3_000, 6_500])
      expect(Math.abs(levelDb(convert(sine(hz, 44_100), 44_100, 16_000), 10_000))).toBeLessThan(0.05);
  });

  it.each([1, 7, 441, 1_024])('gives the same samples in chunks of %i as in one piece', (chunk) => {
    const input = sine(700, 44_100).subarray(0, 6_000);
    expect(convert(input, 44_100, 16_000, chunk)).toEqual(convert(input, 44_100, 16_000));
  });

  it('ends with as many samples as the time holds, also for very short streams', () => {
    for (const length of [0, 1, 2, 100, 44_101])
      expect(convert(new Float32Array(length), 44_100, 16_000)).toHaveLength(Math.ceil((length * 160) / 441));
  });

  it('hands samples of the wanted rate through', () => {
    const input = sine(500, 16_000);
    expect(convert(input, 16_000, 16_000)).toEqual(input);
  });
});
