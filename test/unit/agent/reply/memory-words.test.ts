import { describe, expect, it } from 'vitest';
import { packs } from '../../../../src/agent/reply/packs.ts';

const dayMs = 86_400_000;
const when = { nowMs: 10 * dayMs, timeZone: 'UTC' };

describe.each(packs)('memory in the language pack $language', ({ memory }) => {
  const fixed = Object.entries(memory).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );

  it('speaks in whole sentences', () => {
    const texts = [memory.forgot(0), memory.forgot(1), memory.forgot(7), ...fixed.map(([, text]) => text)];
    for (const text of texts) expect(text).toMatch(/^[\p{Lu}¿][^_{}[\]<>%]*[.?]$/u);
  });

  it('asks where it wants an answer, and only there', () => {
    for (const [name, text] of fixed) expect(text.includes('?'), name).toBe(name.startsWith('ask'));
  });

  it('tells what was told, with its day when that is not today', () => {
    for (const say of [memory.told, memory.said]) {
      const today = say('the bins go out', 10 * dayMs, when);
      const earlier = say('the bins go out', 7 * dayMs, when);
      expect(today).toMatch(/the bins go out\.$/);
      expect(earlier).toMatch(/the bins go out\.$/);
      expect(earlier.length).toBeGreaterThan(today.length);
      expect(earlier).toMatch(/8/);
    }
    expect(memory.forgot(7)).toContain('7');
  });
});
