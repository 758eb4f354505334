import { describe, expect, it } from 'vitest';
import { listedAs } from '../../../../src/home/model/listed-words.ts';

describe('listedAs', () => {
  const sources = ['Games Console', 'HDMI_1', 'TV', 'Radio 1', 'Radio 2'];

  it("finds the device's own word, whatever the case and the space between", () => {
    expect(listedAs('hdmi 1', sources)).toBe('HDMI_1');
    expect(listedAs('tv', sources)).toBe('TV');
  });

  it('takes a part of it where no other has that part', () => {
    expect(listedAs('games', sources)).toBe('Games Console');
    expect(listedAs('radio', sources)).toBeUndefined();
    expect(listedAs('game', sources)).toBeUndefined();
  });
});
