/** Tab completion at a prompt: names of devices and rooms, in the middle of a sentence. Pure. */

/** More than this nobody reads; a longer list is cut. */
const shownNames = 24;

/**
 * What the end of a line may go on to be, and that end, as readline wants them. The longest end counts: "the bed l" is
 * the bed light, not every name with an l.
 */
export function completeNames(line: string, names: Iterable<string>): [string[], string] {
  const known = [...new Set([...names].map((name) => name.toLowerCase()))].sort();
  const words = line.toLowerCase().split(' ');
  for (let from = 0; from < words.length; from += 1) {
    const begun = words.slice(from).join(' ');
    if (begun === '') break;
    const fitting = known.filter((name) => name.startsWith(begun)).slice(0, shownNames);
    if (fitting.length > 0) return [fitting, begun];
  }
  return [[], line];
}
