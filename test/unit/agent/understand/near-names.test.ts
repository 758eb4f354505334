import { describe, expect, it } from 'vitest';
import { NearNames } from '../../../../src/agent/understand/near-names.ts';

const names = new NearNames(
  [
    'sunroom pump',
    'bedroom pump',
    'den chandelier',
    'hollow walrus',
    'lamp 12',
    "tobias's charger",
    'attic corner lamp',
    'sun deck washer',
  ].map((name) => [name, new Set([name])] as const),
);
const nearest = (text: string) => names.like(text)[0];

describe('names near to what was heard', () => {
  it.each([
    ['same room pump', 'sunroom pump'],
    ['densh and a year', 'den chandelier'],
    ['to buys as charger', "tobias's charger"],
    ['limp 12', 'lamp 12'],
    ['attic corner living', 'attic corner lamp'],
    ['attic corn living', 'attic corner lamp'],
  ])('finds in %j the name %j, nearer than any other', (heard, name) => {
    const [best, next] = names.like(heard);
    expect(best?.ids).toEqual([name]);
    expect(best?.score ?? 0).toBeGreaterThan(next?.score ?? 0);
  });

  it.each([
    ['same room pump', true],
    ["tobias's charger", true],
    ['limp 13', false],
    ['kitchen chandelier', false],
    ['bananas and cream', false],
  ])('tells of %j whether any name is near: %s', (heard, isNear) => {
    expect(names.hasLike(heard)).toBe(isNear);
    expect(names.like(heard).length > 0).toBe(isNear);
  });

  it('tells words cut in other places from a word for a word', () => {
    expect(nearest('same room pump')?.isCutElsewhere).toBe(true);
    expect(nearest('happy walrus')?.isCutElsewhere).toBe(false);
  });

  it('tells of which name little was heard', () => {
    expect(nearest('sun deck war')?.isCutShort).toBe(true);
    expect(nearest('sun deck water')?.isCutShort).toBe(false);
  });

  it('tells how much of the name was not heard as it is', () => {
    expect(nearest('sun deck water')?.letters).toBe('washer'.length);
    expect(nearest('densh and a year')?.letters).toBe('denchandelier'.length);
  });

  it('takes the half of a room for no lamp', () => {
    expect(names.like('living')).toEqual([]);
    expect(names.like('attic living room')).toEqual([]);
  });

  it('says how little alike the words are that differ, where the rest is the same', () => {
    expect(nearest('happy walrus')?.score).toBeGreaterThan(0.7);
    expect(nearest('happy walrus')?.differing).toBeLessThan(0.5);
  });

  it('takes no other number, room or thing for the one that was heard', () => {
    expect(names.like('limp 13')).toEqual([]);
    expect(names.like('bathroom pump')).toEqual([]);
    expect(names.like('kitchen chandelier')).toEqual([]);
  });

  it('finds nothing in words that sound like no name', () => {
    expect(names.like('bananas and cream')).toEqual([]);
  });
});
