import { describe, expect, it } from 'vitest';
import { hotwords } from '../../../../src/engines/stt/hotwords.ts';

const upper = { textCase: 'upper', characters: new Set("ABCDEFGHIJKLMNOPQRSTUVWXYZ'") };
const lines = (...names: string[]) => hotwords({ names, terms: [] }, upper).lines;

describe('hotwords', () => {
  it('spells names in the case of the model, numbers as words, punctuation as spaces', () => {
    expect(lines('Kitchen', 'Bed-Light 2', 'Kid’s room (upstairs)')).toEqual([
      'KITCHEN',
      'BED LIGHT TWO',
      "KID'S ROOM UPSTAIRS",
    ]);
    expect(hotwords({ names: ['TV'], terms: [] }, { ...upper, textCase: 'lower' }).lines).toEqual([]);
  });

  it('names come before terms, each phrase once', () => {
    const { lines: both } = hotwords({ names: ['Office'], terms: ['turn on', 'office'] }, upper);
    expect(both).toEqual(['OFFICE', 'TURN ON']);
  });

  it.each(['Küche', '客厅', '!!!', '', 'one two three four five six seven eight nine'])(
    'skips and reports %j',
    (name) => {
      expect(hotwords({ names: [name, 'Hall'], terms: [] }, upper)).toEqual({
        lines: ['HALL'],
        skipped: [name],
      });
    },
  );

  it('takes no more phrases than a recogniser should hold', () => {
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('');
    const names = letters.flatMap((a) => letters.flatMap((b) => letters.map((c) => a + b + c)));
    const { lines: taken, skipped } = hotwords({ names, terms: [] }, upper);
    expect(taken).toHaveLength(4_000);
    expect(skipped).toHaveLength(26 ** 3 - 4_000);
  });
});
