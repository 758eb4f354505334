import { describe, expect, it } from 'vitest';
import { originalWords } from '../../../../src/agent/memory/original-words.ts';
import { normalise, normaliseParted } from '../../../../src/agent/understand/normalise.ts';

const found = (words: string, text: string): string =>
  originalWords(words, text, [normalise, normaliseParted]);

describe('the words a person used', () => {
  it('are found where understanding has written them otherwise', () => {
    expect(found('rex can not eat nuts', "Remember that Rex can't eat nuts.")).toBe("Rex can't eat nuts");
    expect(found('it is 5 percent', 'Note that: it is five percent')).toBe('it is five percent');
    expect(found('we need eggs and milk and', 'Note that we need eggs, milk, please.')).toBe(
      'we need eggs, milk',
    );
  });

  it('are found before a courtesy', () => {
    const text = 'Hearken, remember that the bins go out on Tuesday, thank you very much!';
    expect(found('the bins go out on tuesday', text)).toBe('the bins go out on Tuesday');
  });

  it('are those of understanding where nothing fits', () => {
    expect(found('the bins', 'yes')).toBe('the bins');
    expect(found('the bins', '')).toBe('the bins');
  });
});
