import { describe, expect, it } from 'vitest';
import { hotwords, hotwordsFile } from '../../../../src/engines/stt/hotwords.ts';

const upper = { textCase: 'upper', characters: new Set("ABCDEFGHIJKLMNOPQRSTUVWXYZ'") };
const lines = (...names: string[]) => hotwords({ names, terms: [] }, upper).phrases.names;

describe('hotwords', () => {
  it('spells names in the case of the model, numbers as words, punctuation as spaces', () => {
    expect(lines('Kitchen', 'Bed-Light 2', 'Kid’s room (upstairs)')).toEqual([
      'KITCHEN',
      'BED LIGHT TWO',
      "KID'S ROOM UPSTAIRS",
    ]);
    expect(hotwords({ names: ['TV'], terms: [] }, { ...upper, textCase: 'lower' }).phrases.names).toEqual([]);
  });

  it('names come before terms, each phrase once', () => {
    const { phrases } = hotwords({ names: ['Office'], terms: ['turn on', 'office'] }, upper);
    expect(phrases).toEqual({ names: ['OFFICE'], terms: ['TURN ON'] });
  });

  it('the rest of a name that begins with another name is a name too', () => {
    const { phrases } = hotwords({ names: ['Den', 'Den Floor Lamp'], terms: ['floor lamp'] }, upper);
    expect(phrases).toEqual({ names: ['DEN', 'DEN FLOOR LAMP', 'FLOOR LAMP'], terms: [] });
  });

  it('names weigh more than terms and stand first', () => {
    expect(hotwordsFile({ names: ['DEN'], terms: ['TURN ON'] }, 1.5)).toBe('DEN :2.00\nTURN ON :1.50');
  });

  it.each(['Küche', '客厅', '!!!', '', 'one two three four five six seven eight nine'])(
    'skips and reports %j',
    (name) => {
      expect(hotwords({ names: [name, 'Hall'], terms: [] }, upper)).toEqual({
        phrases: { names: ['HALL'], terms: [] },
        skipped: [name],
      });
    },
  );

  it('takes no more phrases than a recogniser should hold', () => {
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('');
    const names = letters.flatMap((a) => letters.flatMap((b) => letters.map((c) => a + b + c)));
    const { phrases, skipped } = hotwords({ names, terms: [] }, upper);
    expect(phrases.names).toHaveLength(4_000);
    expect(skipped).toHaveLength(26 ** 3 - 4_000);
  });
});
