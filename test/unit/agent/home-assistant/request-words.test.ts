import { describe, expect, it } from 'vitest';
import { whyNotAsked } from '../../../../src/agent/home-assistant/request-words.ts';

describe('whyNotAsked', () => {
  it.each([
    ['de', 'Schalte das Licht nicht ein', 'negated'],
    ['de-AT', 'wenn es dunkel ist, schalte das Licht ein', 'not-a-request'],
    ['de', 'schalte morgen das Licht ein', 'for-later'],
    ['de', 'schalte die Stehlampe um 8 Uhr aus', 'for-later'],
    ['de', 'schalte in 10 Minuten das Licht aus', 'for-later'],
    ['fr', 'éteins la lampe à 8 heures', 'for-later'],
    ['es', 'apaga la lámpara dentro de 5 minutos', 'for-later'],
    ['nl', 'zet de lamp om 8 uur uit', 'for-later'],
    ['fr', "n'allume pas la lampe", 'negated'],
    ['fr', 'elle a dit allume la lampe', 'not-a-request'],
    ['es', 'no enciendas la lámpara', 'negated'],
    ['es', 'si llueve enciende la lámpara', 'not-a-request'],
    ['nl', 'doe de lamp niet aan', 'negated'],
    ['nl', 'doe straks de lamp aan', 'for-later'],
    ['en', "don't turn on the lamp", 'negated'],
  ])('%s: "%s" is no request', (language, text, why) => {
    expect(whyNotAsked(text, language, [])).toBe(why);
  });

  it.each([
    ['de', 'schalte die Stehlampe ein'],
    ['fr', 'allume la lampe'],
    ['es', 'enciende la lámpara'],
    ['nl', 'doe de lamp aan'],
  ])('%s: "%s" may be one', (language, text) => {
    expect(whyNotAsked(text, language, [])).toBeNull();
  });

  it('reads no names: a scene may be called so', () => {
    expect(whyNotAsked('aktiviere Guten Morgen', 'de', ['Guten Morgen'])).toBeNull();
  });
});
