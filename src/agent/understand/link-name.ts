/** A spoken name → the device that bears it: exactly, without its noun, in part, or misheard. */
import { entitiesOf, type Entity } from '../../home/model/home-model.ts';
import { deviceClasses } from './device-classes.ts';
import { entitiesIn, findPlace, standsIn } from './mention.ts';
import type { Fits, FoundPlace, LinkContext, Linked } from './mention.ts';
import { classNouns } from './class-nouns.ts';
import type { TargetNeeds } from './link-target.ts';
import { linkNearName } from './link-near-name.ts';
import { nameKey } from './name-index.ts';

/** A name said exactly comes before a kind of device in a room; a misheard or shortened one after it. */
const exactScore = 1.3;
/** But for a plural: "the bedroom windows" are rather all of them than "Bedroom Window". */
const stemScore = 0.98;
const misheardScore = 1;
const partialScore = 0.95;
/** A name but for the noun that the wish says: more than a kind of device in a room. */
const bareScore = 1.15;
const begunScore = 0.75;
const scoreOf = { exact: exactScore, misheard: misheardScore } as const;

export function linkName(
  name: string,
  className: string | null,
  place: FoundPlace | undefined,
  context: LinkContext,
  needs: Pick<TargetNeeds, 'fits' | 'saysNouns'>,
): Linked {
  const { fits } = needs;
  const { model, index, areaId } = context;
  const find = (text: string) => index.entityNames.find(text, context.allowMisheard);
  const found = find(name) ?? (place && find(`${place.name.toLowerCase()} ${name}`));
  const isRight = (entity: Entity) =>
    isOfKind(entity, className) && (!place || standsIn(entity, place, model));
  const rightOf = (ids: readonly string[]) => entitiesOf(model, ids).filter(isRight);
  const named = found ? rightOf(found.ids) : [];
  const isSeveral = found?.tier === 'stem' && isPlural(name);
  // "Dim the bathroom lights" is also about the others there, where "Bathroom Light" can not be dimmed.
  if (found && named.length > 0 && !(isSeveral && !named.some(fits))) {
    const base = found.tier === 'stem' ? (isSeveral ? stemScore : exactScore) : scoreOf[found.tier];
    const score = base * found.score;
    return choose(named, fits, areaId, score * (place?.score ?? 1), { className, place });
  }
  // "the living", cut off: a part of a room's name is no device.
  const isOfPlace = index.placeNames.find(name, false) ?? index.placeNames.holding(name)[0];
  const holding = rightOf(index.entityNames.holding(name)).filter(fits);
  const bare = withoutNoun(name, holding, needs, context);
  if (bare.length > 0) return choose(bare, fits, areaId, bareScore, { className, place });
  const partly = isOfPlace ? [] : holding.filter((entity) => mayBeCalled(entity, name, className));
  if (partly.length > 0) return choose(partly, fits, areaId, partialScore, { className, place });
  if (context.takeNear !== true) return { kind: 'unknown-name', said: name };
  if (!isOfPlace && isBegun(name, holding))
    return choose(holding, fits, areaId, begunScore, { className, place });
  return linkNearName(name, place, isRight, context, fits) ?? { kind: 'unknown-name', said: name };
}

/** What a name begins with that is cut off: "unlock the front …". */
const halfWords: ReadonlySet<string> = new Set(
  'front back rear side main left right top bottom upper lower inner outer big small first second old new'.split(
    ' ',
  ),
);

/**
 * Devices whose names lack no word but a noun that the wish says. Of a room it is a name only where the room has
 * nothing else that could be meant.
 */
function withoutNoun(
  said: string,
  holding: readonly Entity[],
  { fits, saysNouns }: Pick<TargetNeeds, 'fits' | 'saysNouns'>,
  context: LinkContext,
): readonly Entity[] {
  const isTelling = said.split(' ').some((word) => !halfWords.has(word) && !classNouns.has(word));
  if (saysNouns === undefined || !isTelling) return [];
  const found = holding.filter(({ names }) =>
    names.some((name) => leftOut(name, said).every((word) => saysNouns.has(word))),
  );
  const place = findPlace({ ...context, allowMisheard: false }, said);
  if (place === undefined) return found;
  const there = entitiesIn(place, context.index, context.model).filter(fits);
  return there.every((entity) => found.includes(entity)) ? found : [];
}

/** Recognisers swallow the end of a name: "garage tower" for the only "Garage Tower Fan". */
function isBegun(name: string, [only, ...others]: readonly Entity[]): boolean {
  const begins = (whole: string) => nameKey(whole).startsWith(`${name} `);
  return name.includes(' ') && others.length === 0 && only?.names.some(begins) === true;
}

function isPlural(name: string): boolean {
  return /[^s]s$/.test(name);
}

function isOfKind(entity: Entity, className: string | null): boolean {
  if (className === null) return true;
  const kind = deviceClasses[className];
  return kind !== undefined && (kind.holds(entity) || kind.nearly?.(entity) === true);
}

/**
 * Part of a name stands for it when only a noun of its kind is left out and that kind was said, or when what is
 * left out says no kind at all ("Roborock" for "Roborock Downstairs", but not "bed" for "Bed Light").
 */
function mayBeCalled({ names }: Entity, said: string, className: string | null): boolean {
  // "the lights" is a kind, not a part of "Terrace Lights".
  if (said.split(' ').every((word) => classNouns.has(word))) return false;
  return names.some(
    (name) => className !== null || !leftOut(name, said).some((word) => classNouns.has(word)),
  );
}

/** The words of a name that were not said. */
function leftOut(name: string, said: string): readonly string[] {
  const spoken = new Set(said.split(' '));
  const words = name.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  return words.filter((word) => word !== '' && !spoken.has(word));
}

type SaidWith = { readonly className: string | null; readonly place: FoundPlace | undefined };

function choose(
  named: readonly Entity[],
  fits: Fits,
  areaId: string | null,
  score: number,
  { className, place }: SaidWith,
): Linked {
  const able = named.filter(fits);
  const [first] = named;
  if (able.length === 0) return first ? { kind: 'unfit', entity: first } : { kind: 'unknown-name', said: '' };
  const near = areaId === null ? [] : able.filter((entity) => entity.areaId === areaId);
  const chosen = able.length > 1 && near.length === 1 ? near : able;
  if (chosen.length > 1) return { kind: 'ambiguous', entities: chosen };
  return {
    kind: 'entities',
    entities: chosen,
    about: { by: 'name', className, place: place ?? null, everywhere: false },
    score,
  };
}
