/** Words of which a device lists those it takes (`hvac_modes`, `source_list`), and which of them was said. */
import type { EntityState } from './home-model.ts';

/** The texts of a list attribute. */
export function listedWords(state: EntityState | undefined, attribute: string): readonly string[] {
  const value = state?.attributes[attribute];
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
}

/** The device's own word for what was said, whatever the case and the space between: "fan only" → `fan_only`. */
export function listedAs(said: string, words: readonly string[]): string | undefined {
  const wanted = plain(said);
  const exact = words.find((word) => plain(word) === wanted);
  if (exact !== undefined) return exact;
  // "games" where the only one with that word is "Games Console".
  const [only, ...others] = words.filter((word) => ` ${plain(word)} `.includes(` ${wanted} `));
  return others.length === 0 ? only : undefined;
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, ' ')
    .trim();
}
