import { describe, expect, it } from 'vitest';
import { NameIndex } from '../../../../src/agent/understand/name-index.ts';

const index = new NameIndex([
  ['Sliding Door', 'cover.sliding'],
  ['Front Door', 'lock.front'],
  ['Bed Light', 'light.bed'],
  ['TV', 'media_player.tv'],
  ['The Lamp', 'light.lamp'],
  ['Guest Lamp', 'light.guest_one'],
  ['Guest Lamp', 'light.guest_two'],
  ['Marten Light', 'light.marten'],
  ['Martin Light', 'light.martin'],
]);
const find = (text: string, allowMisheard = true) => {
  const hit = index.find(text, allowMisheard);
  return hit && `${hit.tier} ${hit.ids.join()}`;
};

describe('NameIndex', () => {
  it('finds a name as it is written, whatever its case and article', () => {
    expect(find('sliding door')).toBe('exact cover.sliding');
    expect(find('lamp')).toBe('exact light.lamp');
  });

  it('forgives plurals, possessives and spaces', () => {
    expect(find('bed lights')).toBe('stem light.bed');
    expect(find('bedlight')).toBe('stem light.bed');
    expect(find('t v')).toBe('stem media_player.tv');
  });

  it('takes a misheard word when nothing else is near', () => {
    expect(find('slighting door')).toBe('misheard cover.sliding');
  });

  it('takes nothing misheard when it may not', () => {
    expect(find('slighting door', false)).toBeUndefined();
  });

  it('guesses neither of two names that are equally near', () => {
    expect(find('marton light')).toBeUndefined();
  });

  it('returns all bearers of one name', () => {
    expect(find('guest lamp')).toBe('exact light.guest_one,light.guest_two');
  });

  it.each(['door', 'bed', 'fighting door', 'back door', 'sliding', 'red light', 'front door lamp', ''])(
    'does not guess from %j',
    (text) => {
      expect(find(text)).toBeUndefined();
    },
  );
});
