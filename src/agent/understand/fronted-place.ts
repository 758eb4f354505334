/** "In the kitchen, turn on the lights", "kitchen turn on the lights": a place may come before its command. Pure. */

const leads: ReadonlySet<string> = new Set(['in', 'at', 'on', 'inside', 'throughout', 'over', 'for']);
/** What a command behind a bare place begins with. */
const verbs: ReadonlySet<string> = new Set(
  'turn switch put set make dim brighten darken lighten lower raise increase decrease open close lock unlock start stop clean vacuum mute play pause change'.split(
    ' ',
  ),
);
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
  if (!leads.has(words[0] ?? '')) return barePlaceLast(words, isPlace);
  const from = articles.has(words[1] ?? '') ? 2 : 1;
  for (let end = from + placeWords; end > from; end -= 1) {
    if (words.length - end < shortestCommand || !isPlace(words.slice(from, end).join(' '))) continue;
    return [...words.slice(end), ...words.slice(0, end)];
  }
  return undefined;
}

function barePlaceLast(
  words: readonly string[],
  isPlace: (text: string) => boolean,
): readonly string[] | undefined {
  const end = words.findIndex((word) => verbs.has(word));
  if (end < 1 || end > placeWords || !isPlace(words.slice(0, end).join(' '))) return undefined;
  return [...words.slice(end), 'in', ...words.slice(0, end)];
}
