import { describe, expect, it } from 'vitest';
import { phraseTails } from '../../../../src/engines/stt/phrase-tails.ts';

describe('tails of phrases', () => {
  it('are what follows a phrase in a longer one, wherever it stands there', () => {
    expect(phraseTails(['DEN', 'DEN LAMP', 'BIG DEN FAN'])).toEqual(expect.arrayContaining(['LAMP', 'FAN']));
    expect(phraseTails(['DEN LAMP', 'SHED LAMP'])).toEqual([]);
  });

  it('have tails themselves', () => {
    expect(new Set(phraseTails(['DEN', 'DEN DOOR LOCK', 'DEN DOOR']))).toEqual(
      new Set(['DOOR', 'DOOR LOCK', 'LOCK']),
    );
  });

  it('are no numbers alone, and nothing that is a phrase already', () => {
    expect(phraseTails(['DEN', 'DEN TWENTY ONE', 'LAMP', 'DEN LAMP'])).toEqual([]);
    expect(phraseTails(['DEN', 'DEN LAMP ONE'])).toEqual(['LAMP ONE']);
  });
});
