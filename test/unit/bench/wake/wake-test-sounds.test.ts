import { describe, expect, it } from 'vitest';
import { rmsDbfs } from '../../../../src/audio/level.ts';
import { type Condition, conditions } from '../../../../src/bench/wake/wake-test-sounds.ts';

const tone = (length: number): Int16Array =>
  Int16Array.from({ length }, (_, i) => Math.round(8_000 * Math.sin(i / 5)));

const places = conditions(tone(32_000));

describe('conditions', () => {
  it.each(places)('$name: two seconds of the place before the clip and one after', ({ place }) => {
    const clip = tone(16_000);
    const moved = place(clip, 80).length - place(clip, 0).length;
    expect(moved).toBe(80 * 16);
    expect(place(clip, 0).length).toBeGreaterThanOrEqual(32_000 + 16_000 + 16_000);
  });

  it('keeps the noise as far below the speech as its name says', () => {
    const fan = places.find(({ name }) => name === 'fan, 15 dB below');
    const stream = fan?.place(tone(16_000), 0) ?? new Int16Array();
    expect(rmsDbfs(tone(16_000)) - rmsDbfs(stream.subarray(0, 32_000))).toBeCloseTo(15, 0);
  });

  it('is the same in every run', () => {
    const again = conditions(tone(32_000));
    const clip = tone(1_600);
    const bytes = (condition: Condition | undefined) =>
      Buffer.from(condition?.place(clip, 0).buffer ?? new ArrayBuffer());
    const isSame = again.map((one, index) => bytes(one).equals(bytes(places[index])));
    expect(isSame).toEqual(places.map(() => true));
  });
});
