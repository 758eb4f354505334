/** What a command of the sentence files asks for, and which devices it can be about. */
import type { Entity } from '../../../home/model/home-model.ts';
import type { Capture } from '../grammar/matcher.ts';
import type { TargetNeeds } from '../link-target.ts';
import type { Fits } from '../mention.ts';
import type { Situation } from '../situation.ts';
import type { PlainWish, Wish } from '../wish.ts';

/** Reads a slot of a clause by its name. */
export type Said = (slot: string) => string | undefined;

export type CommandIntent = TargetNeeds & {
  /** Null when what was said is no wish after all. */
  readonly wish: (said: Said) => Wish | null;
  /** Said so by some: what the words mean to others comes first. */
  readonly isSecond?: true;
  /** It may only be a remark: asked about, never done at once. */
  readonly isOffered?: true;
  /** False where the words mean something else in this home; where true, they mean this rather than that. */
  readonly suits?: (wish: Wish, entities: readonly Entity[], situation: Situation) => boolean;
};

export function plain(
  wish: PlainWish,
  fits: Fits,
  impliedClass: string | null = null,
  prefers?: TargetNeeds['prefers'],
): CommandIntent {
  return { wish: () => ({ do: wish }), fits, impliedClass, ...(prefers && { prefers }) };
}

export const ofDomain =
  (...domains: readonly string[]): Fits =>
  (entity) =>
    domains.includes(entity.domain);

/** The first capture of a slot; those of targets are not looked at. */
export function slotReader(captures: readonly Capture[]): Said {
  return (slot) => captures.find((capture) => capture.slot === slot)?.value;
}

/** How much "brighter", "a bit louder", "by 20 percent" is; unsigned. */
export function amount(
  said: Said,
  steps: { readonly bit: number; readonly normal: number; readonly lot: number },
): number {
  const exact = said('percent') ?? said('number');
  if (exact !== undefined) return Number(exact);
  if (said('bit') !== undefined) return steps.bit;
  return said('lot') === undefined ? steps.normal : steps.lot;
}

/** The percentage of a level: a number, or a word of the lists. */
export function levelOf(said: Said): number {
  return Number(said('percent') ?? said('level') ?? said('fan_word') ?? said('loudness_word'));
}
