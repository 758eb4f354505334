/** Words without which a part of the grammar can not match: most templates are ruled out before they are tried. */

/** At least one of these words is in every sentence that matches. */
export type Need = ReadonlySet<string>;

/** A larger one rules out too little for what it costs. */
const maxWords = 24;
/** Further ones hardly rule out more. */
const maxNeeds = 4;

/** Of parts that all have to match: the rarest first. */
export function needsOfAll(parts: readonly (readonly Need[])[]): readonly Need[] {
  return parts
    .flat()
    .sort((one, other) => one.size - other.size)
    .slice(0, maxNeeds);
}

/** Of parts of which one has to match. */
export function needsOfAny(parts: readonly (readonly Need[])[]): readonly Need[] {
  const words = new Set<string>();
  for (const [need] of parts) {
    // It can match without any word of its own.
    if (!need) return [];
    for (const word of need) words.add(word);
    if (words.size > maxWords) return [];
  }
  return parts.length === 0 ? [] : [words];
}

/** True when a sentence of these words may match. */
export function meets(words: ReadonlySet<string>, needs: readonly Need[]): boolean {
  for (const need of needs) if (!hasOneOf(words, need)) return false;
  return true;
}

function hasOneOf(words: ReadonlySet<string>, need: Need): boolean {
  for (const word of need) if (words.has(word)) return true;
  return false;
}
