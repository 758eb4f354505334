/** "In the kitchen, turn on the lights": a place may come before the command it belongs to. Pure. */

const leads: ReadonlySet<string> = new Set(['in', 'at', 'on', 'inside', 'throughout', 'over', 'for']);
const articles: ReadonlySet<string> = new Set(['the', 'my', 'our']);

/** Longest name of a place in words. */
const placeWords = 4;
/** "In the kitchen light" has no command behind its place. */
const shortestCommand = 2;

/** The command with the place at its end; undefined where no place comes first. */
export function placeLast(
  words: readonly string[],
  isPlace: (text: string) => boolean,
): readonly string[] | undefined {
  if (!leads.has(words[0] ?? '')) return undefined;
  const from = articles.has(words[1] ?? '') ? 2 : 1;
  for (let end = from + placeWords; end > from; end -= 1) {
    if (words.length - end < shortestCommand || !isPlace(words.slice(from, end).join(' '))) continue;
    return [...words.slice(end), ...words.slice(0, end)];
  }
  return undefined;
}
