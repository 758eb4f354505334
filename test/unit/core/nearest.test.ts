import { describe, expect, it } from 'vitest';
import { didYouMean, nearestName } from '../../../src/core/nearest.ts';

const voices = ['sanotts-amy', 'sanotts-kristin', 'sanotts-hfc', 'kokoro-heart'];

describe('nearestName', () => {
  it.each([
    ['sanotts-ami', 'sanotts-amy'],
    ['SANOTTS-KRISTEN', 'sanotts-kristin'],
    ['amy', 'sanotts-amy'],
    ['heart', 'kokoro-heart'],
  ])('finds for %s the name %s', (asked, expected) => {
    expect(nearestName(asked, voices)).toBe(expected);
  });

  it.each(['', '   ', 'zzzzzzzzzz'])('offers nothing for %j', (asked) => {
    expect(nearestName(asked, voices)).toBeUndefined();
  });

  it('takes the first of equally near names', () => {
    expect(nearestName('b1', ['a1', 'c1'])).toBe('a1');
  });

  it('never offers an empty name', () => {
    expect(nearestName('a', [''])).toBeUndefined();
  });
});

describe('didYouMean', () => {
  it('names the nearest valid name', () => {
    expect(didYouMean('amy', voices)).toBe('; did you mean "sanotts-amy"?');
  });

  it('lists the valid names when none is near', () => {
    expect(didYouMean('qqqq', ['en', 'de'])).toBe('; valid: en, de');
  });

  it('lists at most ten names and counts the rest', () => {
    const many = Array.from({ length: 12 }, (_, index) => `language-${index}`);
    expect(didYouMean('qqqq', many)).toContain('language-9 and 2 more');
  });

  it('says nothing when there is nothing valid', () => {
    expect(didYouMean('en', [])).toBe('');
  });
});
