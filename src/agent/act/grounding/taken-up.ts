/** What the talk was about before: "it", "more", "the other one", "do it". Pure. */
import type { Entity } from '../../../home/model/home-model.ts';
import type { Spoken } from '../spoken.ts';
import { asksFor, isBareText } from './asked.ts';
import { type Clause, type Mood, plain } from './clauses.ts';
import type { Asking, Lexicon } from './lexicon.ts';
import { meant, type Meaning, roomsIn } from './meant.ts';
import { nameSpans } from './said-names.ts';
import type { Talk } from './talk.ts';
import { askingsOf } from './wish-askings.ts';

/** "Did somebody forget to lock up? Do it, please." */
export function isDoneAsAskedAbout(
  talk: Talk,
  askings: readonly Asking[],
  entity: Entity,
  meaning: Meaning,
): boolean {
  const { now, lexicon } = talk;
  if (!now.some(({ mood, own }) => mood === 'request' && lexicon.doIt.test(own))) return false;
  return now.some(
    (clause) =>
      clause.mood === 'question' &&
      asksFor(clause, askings, lexicon) &&
      meant(entity, clause.text, meaning) !== null,
  );
}

/**
 * "And the bedroom too", "a bit more", "the other one": the request is the one before, the device is said now, or it
 * is that of the talk, or its neighbour.
 */
export function isTakenUp(
  talk: Talk,
  askings: readonly Asking[],
  entity: Entity,
  context: () => boolean,
  meaning: Meaning,
): boolean {
  const { now, before, lexicon, isYes } = talk;
  const isElliptic = now.every(
    ({ mood, own }) =>
      mood === 'request' &&
      (isBareText(own, lexicon.asking) || lexicon.same.test(own) || isFurther(own, lexicon)),
  );
  if (isYes || !isElliptic) return false;
  const last = before.find((clauses) => clauses.some(({ mood }) => mood === 'request'));
  const wasAsked =
    last?.some((clause) => clause.mood === 'request' && asksFor(clause, askings, lexicon)) === true;
  if (wasAsked && now.some(({ text }) => meant(entity, text, meaning) !== null)) return true;
  if (wasAsked && now.some(({ own }) => lexicon.other.test(own)))
    return isNeighbour(entity, last ?? [], meaning);
  return (
    now.some(({ own }) => isFurther(own, lexicon)) && context() && wasAskedAtAll(entity, last ?? [], meaning)
  );
}

const isFurther = (text: string, { more }: Lexicon): boolean => more.test(text);

/** Of the same kind and room as one that was meant. */
function isNeighbour({ domain, areaId }: Entity, last: readonly Clause[], meaning: Meaning): boolean {
  const same = [...meaning.model.entities.values()].filter(
    (one) => one.domain === domain && one.areaId === areaId,
  );
  return same.some((one) => last.some(({ text }) => meant(one, text, meaning) !== null));
}

/** Something was asked of it in the last request: "more" and "less" go on from there. */
function wasAskedAtAll(entity: Entity, last: readonly Clause[], { lexicon }: Meaning): boolean {
  return last.some(
    (clause) => clause.mood === 'request' && asksFor(clause, [...askingsOf(entity.domain)], lexicon),
  );
}

/** Who asks which lights are on asks about those elsewhere too. */
export function asAsked(mood: Mood, meaning: Meaning): Meaning {
  return mood === 'question' ? { ...meaning, areaId: null } : meaning;
}

/** The talk was about it: told of, acted on, asked about or named to the speaker. */
export function isSpokenOf(
  entity: Entity,
  earlier: readonly Clause[],
  spoken: Spoken,
  meaning: Meaning,
): boolean {
  if (spoken.lastEntityIds.includes(entity.entityId)) return true;
  if (earlier.some(({ mood, text }) => meant(entity, text, asAsked(mood, meaning)) !== null)) return true;
  if (spoken.heard === null) return false;
  // The longest name at each place: "the coffee machine helper" is no coffee machine.
  const heard = nameSpans(plain(spoken.heard, meaning.language).split(' '), meaning.model);
  return heard.some(({ ids }) => ids.includes(entity.entityId));
}

export function roomsOf(
  earlier: readonly Clause[],
  { lastEntityIds }: Spoken,
  home: Pick<Meaning, 'model' | 'lexicon' | 'language'>,
): ReadonlySet<string> {
  const said = earlier.flatMap(({ text }) => [...roomsIn(text, home)]);
  const acted = lastEntityIds.flatMap((id) => home.model.entities.get(id)?.areaId ?? []);
  return new Set([...said, ...acted]);
}
