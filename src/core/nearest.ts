/** Finding the name a person meant: for errors that say "did you mean". */
import { distance } from 'fastest-levenshtein';

/** How far off a name may be, as a share of its length, to still be offered: a typo or two, not another word. */
const maxDistanceShare = 0.5;

/**
 * The valid name nearest to the asked one (case ignored, the first of equals), or undefined when none is near.
 * A name that contains the asked one, or is contained in it, counts as near.
 */
export function nearestName(asked: string, valid: Iterable<string>): string | undefined {
  const wanted = asked.trim().toLowerCase();
  if (wanted === '') return undefined;
  let best: { readonly name: string; readonly score: number } | undefined;
  for (const name of valid) {
    const candidate = name.toLowerCase();
    const edits = distance(wanted, candidate);
    const share = edits / Math.max(wanted.length, candidate.length);
    const contained = candidate.includes(wanted) || wanted.includes(candidate);
    if (candidate === '' || (share > maxDistanceShare && !contained)) continue;
    // A contained name beats an unrelated one with as many edits ("amy" means "sanotts-amy", not "any").
    const score = contained ? share / 2 : share;
    if (best === undefined || score < best.score) best = { name, score };
  }
  return best?.name;
}

/** `; did you mean "x"?` or, when nothing is near, the valid names (at most ten); for the end of a sentence. */
export function didYouMean(asked: string, valid: readonly string[]): string {
  const nearest = nearestName(asked, valid);
  if (nearest !== undefined) return `; did you mean "${nearest}"?`;
  if (valid.length === 0) return '';
  const shown = valid.slice(0, 10).join(', ');
  return `; valid: ${shown}${valid.length > 10 ? ` and ${valid.length - 10} more` : ''}`;
}
