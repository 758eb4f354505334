/** What a person said in their own spelling, where understanding knows it in plain words. Pure. */

/**
 * The part of the text whose plain words are these; the plain words themselves where it is not found.
 * @param plainly the ways in which understanding writes a text.
 */
export function originalWords(
  words: string,
  text: string,
  plainly: readonly ((text: string) => readonly string[])[],
): string {
  const tokens = text.trim().split(/\s+/);
  const isIt = (from: number, to: number): boolean =>
    plainly.some((way) => way(tokens.slice(from, to).join(' ')).join(' ') === words);
  for (let from = tokens.length - 1; from >= 0; from -= 1) {
    // Courtesies may follow ("… on Tuesday, please"); few words are so.
    for (let to = tokens.length; to > Math.max(from, tokens.length - maxTail); to -= 1)
      if (isIt(from, to)) return trimmed(tokens.slice(from, to).join(' '));
  }
  return words;
}

const maxTail = 5;

const trimmed = (text: string): string => text.replaceAll(/^[\s,:;"']+|[\s,.!?;:"']+$/g, '');
