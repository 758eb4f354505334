import { describe, expect, it } from 'vitest';
import { phraseWeakness } from '../../../../../src/engines/wake/phrases/weakness.ts';

describe('phraseWeakness', () => {
  it.each(['hey athena', 'computer', 'okay house', 'good morning'])('has nothing against "%s"', (phrase) => {
    expect(phraseWeakness(phrase)).toBeUndefined();
  });

  it.each(['jarvis', 'snowboy', 'hey dave'])('warns that "%s" has two syllables', (phrase) => {
    expect(phraseWeakness(phrase)).toMatch(/^".+" has two syllables: /u);
  });

  it.each(['lamp', 'house', 'Dave'])('warns that "%s" has one, and says what to take instead', (phrase) => {
    expect(phraseWeakness(phrase)).toMatch(/has a single syllable: .+ put "hey" or "okay"/u);
  });
});
