import { describe, expect, it } from 'vitest';
import { packs } from '../../../../src/agent/reply/packs.ts';
import type { Denial } from '../../../../src/agent/reply/policy-words.ts';
import { households, wishes } from './reply-cases.ts';

const denials: readonly Denial[] = [
  ...(['child', 'guest', 'unknown', 'adult', 'other'] as const).map(
    (role) => ({ by: 'role', role }) as const,
  ),
  { by: 'path' },
  { by: 'rate' },
];
const whole = /^[\p{Lu}¿][^_{}[\]<>%°/\\?]*\.$/u;

describe.each(packs)('what is not permitted in $language', ({ language, policy }) => {
  const { door = '', odd = '' } = households[language] ?? {};

  it('is told in whole, short sentences, for every wish', () => {
    for (const wish of Object.values(wishes))
      for (const name of [door, odd])
        for (const denial of denials) {
          const text = policy.denied({ denial, what: { wish, subject: { by: 'name', names: [name] } } });
          expect(text).toMatch(whole);
          expect(text).not.toMatch(/ {2}|\.\.|undefined|null| [.,]/);
          expect(text.length, text).toBeLessThan(190);
        }
    for (const denial of denials) expect(policy.denied({ denial, what: null })).toMatch(whole);
    expect(policy.deniedMessage).toMatch(whole);
  });

  it('has different words for a child, a guest and somebody unknown', () => {
    const texts = denials.map((denial) => policy.denied({ denial, what: null }));
    expect(new Set(texts).size).toBe(denials.length - 1);
  });

  it('asks for the code and says what for', () => {
    const subject = { by: 'name', names: [odd] } as const;
    for (const wish of Object.values(wishes))
      expect(policy.askPin({ wish, subject })).toMatch(/^[\p{Lu}¿].*\?$/u);
    expect(policy.askPin({ wish: wishes.unlock, subject })).toContain(odd);
  });
});
