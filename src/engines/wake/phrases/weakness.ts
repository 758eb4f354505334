/** What can be told of a wake phrase without hearing it. */

/** Below this many vowel groups a phrase is part of many words of everyday speech. */
const minSyllables = 2;
const goodSyllables = 3;

/** Groups of vowels, a silent last `e` not counted: close enough to tell a short phrase from a long one. */
function countSyllables(phrase: string): number {
  return phrase
    .toLowerCase()
    .split(/[\s-]+/u)
    .map((word) => {
      const groups = word.match(/[aeiouy]+/gu)?.length ?? 0;
      const isSilent = groups > 1 && /[^aeiouyl]e$/u.test(word);
      return isSilent ? groups - 1 : groups;
    })
    .reduce((sum, count) => sum + count, 0);
}

/** Why this phrase will be misheard often, and what to take instead; undefined for a good one. */
export function phraseWeakness(phrase: string): string | undefined {
  const syllables = countSyllables(phrase);
  if (syllables < minSyllables)
    return `"${phrase}" has a single syllable: it will be heard in many other words; put "hey" or "okay" and a name of two syllables in its place`;
  if (syllables < goodSyllables)
    return `"${phrase}" has two syllables: three or more are missed less often and confused less with other words`;
  return undefined;
}
