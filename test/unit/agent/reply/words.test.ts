import { describe, expect, it } from 'vitest';
import { count, isOrAre, list, spokenName, theName } from '../../../../src/agent/reply/words.ts';

describe('words of replies', () => {
  it('writes names as they stand in a sentence', () => {
    expect(['Front Door', 'TV', 'iPad Light', "Anna's Lamp"].map(spokenName)).toEqual([
      'front door',
      'TV',
      'iPad light',
      "anna's lamp",
    ]);
  });

  it('adds an article unless the name brings one', () => {
    expect([theName('Bed Light'), theName('The Lamp'), theName("Anna's Lamp")]).toEqual([
      'the bed light',
      'the lamp',
      "anna's lamp",
    ]);
  });

  it('knows plurals from words that end in s', () => {
    expect(['bedroom blinds', 'glass', 'bus', 'lamp'].map(isOrAre)).toEqual(['are', 'is', 'is', 'is']);
  });

  it('counts and lists', () => {
    expect([count(3), count(14), list(['a']), list(['a', 'b', 'c'])]).toEqual([
      'three',
      '14',
      'a',
      'a, b and c',
    ]);
  });
});
