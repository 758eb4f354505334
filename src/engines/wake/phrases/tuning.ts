/**
 * How the spotter searches. The values are the best of a sweep over recordings of nine words by many speakers
 * (`hearken bench phrases`, docs/wake-phrases.md); none depends on the phrase.
 */

/**
 * Added to the log probability of each piece of a phrase that is being matched. More makes pieces be taken
 * before they are spoken to their end, which loses more phrases at the threshold than it finds.
 */
export const pieceBoost = 1;

/** Mean probability of a phrase's pieces from which it counts as heard. */
export const defaultThreshold = 0.1;

/** Spellings of the speech kept at a time; with sherpa's usual 4 the phrase is often dropped half way. */
export const activePaths = 20;

/** After the phrase come more steps of 40 ms without a piece than this. */
export const trailingBlanks = 1;
