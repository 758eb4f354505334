import { expect, it } from 'vitest';
import { clearLevelDb } from '../../../../src/engines/vad/level.ts';

const tone = (hz: number, amplitude: number) =>
  Float32Array.from({ length: 1_600 }, (_, i) => amplitude * Math.sin((2 * Math.PI * hz * i) / 16_000));

it('hears a hum far less than a voice of the same loudness', () => {
  expect(clearLevelDb(tone(2_000, 0.1)) - clearLevelDb(tone(50, 0.1))).toBeGreaterThan(20);
});

it('follows loudness decibel by decibel', () => {
  expect(clearLevelDb(tone(1_000, 0.5)) - clearLevelDb(tone(1_000, 0.05))).toBeCloseTo(20, 1);
});

it('gives digital silence the lowest level', () => {
  expect(clearLevelDb(new Float32Array(256))).toBe(-100);
});
