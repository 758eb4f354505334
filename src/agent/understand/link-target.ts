/** Targets of a sentence → the devices they mean in this home, or the reason why none. */
import { entitiesOf, type Entity, type EntityState } from '../../home/model/home-model.ts';
import { deviceClasses, kindOf } from './device-classes.ts';
import { isOtherSort, linkClass, ofClass, preferredOf } from './link-class.ts';
import { linkName } from './link-name.ts';
import { byName, entitiesIn, findPlace, findRoomsOfKind, indoors, isOutdoors, outdoors } from './mention.ts';
import type { About, Fits, FoundPlace, LinkContext, Linked } from './mention.ts';
import { linkSideDoor } from './side-doors.ts';
import { isUnsaid, type Target } from './target.ts';

/** What an intent says about the devices it can be about. */
export type TargetNeeds = {
  readonly fits: Fits;
  /** The kind of device meant when the sentence names none. */
  readonly impliedClass: string | null;
  /** The kind of device that "everything" means, also of the whole home; absent: it needs a room. */
  readonly everything?: string;
  /** "all the doors" without a room is not taken for the whole home: for what makes it less safe. */
  readonly allNeedsPlace?: boolean;
  /** "The doors" without a room are all of them: for what makes the home safer. */
  readonly manyAreAll?: boolean;
  /** Nouns that the wish says itself: "lock the office" is the "Office Lock", or the "Office Door Lock". */
  readonly saysNouns?: ReadonlySet<string>;
  /** Where several are meant and none is named, those in such a state are ("pause": what plays). */
  readonly prefers?: (state: EntityState) => boolean;
};

/** The devices of all targets together. The first target that is not clear makes the whole unclear. */
export function linkTargets(targets: readonly Target[], needs: TargetNeeds, context: LinkContext): Linked {
  const all = targets.map((target) => linkTarget(target, needs, context));
  const [first] = all;
  if (first === undefined) return { kind: 'unknown-name', said: '' };
  if (all.length === 1) return first;
  const clear = all.filter((linked) => linked.kind === 'entities');
  const unclear = all.find((linked) => linked.kind !== 'entities');
  if (unclear) return unclear;
  return {
    kind: 'entities',
    entities: [...new Set(clear.flatMap(({ entities }) => entities))],
    about: byName,
    score: Math.min(...clear.map(({ score }) => score)),
  };
}

export function linkTarget(target: Target, needs: TargetNeeds, context: LinkContext): Linked {
  const here = linkPositive(target, needs, context);
  if (here.kind !== 'entities' || target.except.length === 0) return here;
  const out = new Set<Entity>();
  for (const excepted of target.except) {
    const kind = target.isEverything ? 'everything' : target.className;
    const className = excepted.name === null ? (excepted.className ?? kind) : excepted.className;
    const found = linkPositive({ ...excepted, className }, { ...needs, fits: () => true }, context);
    // What is not known can not be left out: then nothing is done.
    if (found.kind !== 'entities') return found;
    for (const entity of found.entities) out.add(entity);
  }
  // "all the lights but those in the kitchen", said in another room: of the whole home.
  const isElsewhere = target.isAll && !here.entities.some((entity) => out.has(entity));
  const whole = isElsewhere && isPlaceless(target) ? { ...target, isEverywhere: true } : target;
  const linked = whole === target ? here : linkPositive(whole, needs, context);
  if (linked.kind !== 'entities') return linked;
  const entities = linked.entities.filter((entity) => !out.has(entity));
  const about: About = { ...linked.about, by: 'name' };
  return entities.length === 0 ? { kind: 'unknown-name', said: '' } : { ...linked, entities, about };
}

function isPlaceless({ places, within, isHere, isEverywhere }: Target): boolean {
  return places.length === 0 && within === null && !isHere && !isEverywhere;
}

/** "The ones in the office": of the kind that was just spoken of. */
function linkPositive(asSaid: Target, needs: TargetNeeds, context: LinkContext): Linked {
  const isSame = asSaid.className === sameKind;
  const target = isSame ? { ...asSaid, className: lastKind(context) } : asSaid;
  if (isSame && target.className === null) return { kind: 'unknown-name', said: '' };
  if (target.isBoth) return lastMentioned(bothOf(context), needs.fits);
  if (target.isIt) return lastMentioned(context, needs.fits);
  const meant = ellipsis(target, needs, context);
  if (meant) return meant;
  const className = target.isEverything
    ? (needs.everything ?? 'everything')
    : (target.className ?? (target.name === null ? needs.impliedClass : null));
  if (target.isEverything && !context.index.byClass.get(className ?? '')?.some(needs.fits))
    return { kind: 'unknown-name', said: '' };
  const places: FoundPlace[] = [];
  for (const said of target.places) {
    const found = placesCalled(said, target, context);
    if (found.length === 0 && target.places.length > 1) return eachApart(target, needs, context);
    if (found.length === 0) return byPlaceAndNoun(said, target, needs, context);
    places.push(...found);
  }
  if (target.name !== null) {
    if (isCalledWhole(target.name, target.noun, needs.fits, context))
      return { kind: 'unknown-name', said: target.name };
    const fits = (entity: Entity) => needs.fits(entity) && !isOtherSort(target.noun, entity);
    const linked = linkName(target.name, className, places[0], context, { ...needs, fits });
    const all = allCalled(linked, target, needs);
    if (all) return all;
    const isOther = linked.kind === 'unfit' && isOtherSort(target.noun, linked.entity);
    return isOther ? { kind: 'unknown-name', said: `${target.name} ${target.noun ?? ''}`.trim() } : linked;
  }
  if (className === null) return { kind: 'unknown-name', said: target.places.join(' ') };
  // "The old lamp" is what is called so, if that is two of them, and no other lamp.
  const described = `${target.adjective ?? ''} ${target.noun ?? ''}`;
  if (target.adjective !== null && context.index.entityNames.find(described, false) !== undefined)
    return { kind: 'unknown-name', said: described };
  const within = target.within === null ? null : findPlace(context, target.within);
  if (within === undefined) return { kind: 'unknown-place', said: target.within ?? '' };
  const isGroup = places.length > target.places.length;
  const linked = linkClass({ ...target, className, places, within, isGroup }, needs, context);
  return linked.kind === 'no-place' ? (theOneSpokenOf(target, className, needs, context) ?? linked) : linked;
}

/** "The front and back doors", which are named rather than placed: each has to be known. */
function eachApart(target: Target, needs: TargetNeeds, context: LinkContext): Linked {
  return linkTargets(
    target.places.map((said) => ({ ...target, places: [said] })),
    needs,
    context,
  );
}

/** "Both bedside lights": all that are called so, where one alone would have to be chosen. */
function allCalled(linked: Linked, { isAll }: Target, { allNeedsPlace }: TargetNeeds): Linked | undefined {
  if (linked.kind !== 'ambiguous' || !isAll || allNeedsPlace === true) return undefined;
  return { kind: 'entities', entities: linked.entities, about: byName, score: allCalledScore };
}

/** Less than a kind of device in a room. */
const allCalledScore = 0.95;

/** "The barn door", where that is a name of its own: then "Barn" is another thing. */
function isCalledWhole(
  name: string,
  noun: string | null,
  fits: TargetNeeds['fits'],
  { index, model }: LinkContext,
): boolean {
  const whole = noun === null ? undefined : index.entityNames.find(`${name} ${noun}`, false);
  return whole?.tier === 'exact' && entitiesOf(model, whole.ids).some(fits);
}

/** "Stop the fan", of two of which one was just spoken of. */
function theOneSpokenOf(
  { noun, isAll, isEverything, isHere }: Target,
  className: string,
  { fits }: TargetNeeds,
  context: LinkContext,
): Linked | undefined {
  if (noun === null || noun.endsWith('s') || isAll || isEverything || isHere) return undefined;
  const linked = lastMentioned(context, (entity) => fits(entity) && ofClass(className, [entity]).length > 0);
  const isOne = linked.kind === 'entities' && linked.entities.length === 1;
  return isOne ? { ...linked, score: spokenOfScore } : undefined;
}

/** Less than a device that is named, or stands in the room that is meant. */
const spokenOfScore = 1;

const sameKind = 'same';

function lastKind({ model, lastEntityIds }: LinkContext): string | null {
  return kindOf(entitiesOf(model, lastEntityIds));
}

/** A name said in its own words comes first. */
const namedByPlacePenalty = 0.05;

const itScore = 1.3;
/** What was not said counts less than "it". */
const unsaidPenalty = 0.05;

/** Of one device alone nothing is "both": the one before it is meant too. */
function bothOf(context: LinkContext): LinkContext {
  const { lastEntityIds, earlierEntityIds = [] } = context;
  if (lastEntityIds.length > 1) return context;
  return {
    ...context,
    lastEntityIds: earlierEntityIds.length === 1 ? [...earlierEntityIds, ...lastEntityIds] : [],
  };
}

function lastMentioned({ model, lastEntityIds }: LinkContext, fits: Fits): Linked {
  const last = entitiesOf(model, lastEntityIds);
  const entities = last.filter(fits);
  const [first] = last;
  if (first === undefined) return { kind: 'unknown-name', said: '' };
  if (entities.length === 0) return { kind: 'unfit', entity: first };
  return { kind: 'entities', entities, about: byName, score: itScore };
}

/** "two degrees warmer", "pause": what was last talked about, where it is of the kind that is meant. */
function ellipsis(target: Target, needs: TargetNeeds, context: LinkContext): Linked | undefined {
  const { fits, impliedClass } = needs;
  if (!isUnsaid(target)) return undefined;
  const holds = impliedClass === null ? () => true : deviceClasses[impliedClass]?.holds;
  const linked = lastMentioned(context, (entity) => fits(entity) && holds?.(entity) === true);
  if (linked.kind !== 'entities') return undefined;
  const entities = preferredOf(linked.entities, needs, context);
  return { ...linked, entities, score: linked.score - unsaidPenalty };
}

/** One place, or several that a plural or "all" means together. */
export function placesCalled(said: string, target: Target, context: LinkContext): readonly FoundPlace[] {
  const place = findPlace(context, said);
  if (place) return [place];
  if (isOutdoors(said)) return outdoors(context);
  const inside = indoors(context, said);
  if (inside.length > 0) return inside;
  return target.isAll || said.endsWith('s') ? findRoomsOfKind(context, said) : [];
}

/** "the fan in the bedroom" may be called "Bedroom Fan" where no room is called bedroom. */
function byPlaceAndNoun(said: string, target: Target, needs: TargetNeeds, context: LinkContext): Linked {
  const name = `${said} ${target.noun ?? ''}`.trim();
  const known = target.noun !== null && context.index.entityNames.find(name, false) !== undefined;
  if (!known) {
    const { className, places } = target;
    const isDoor = className !== null && places.length === 1 && target.within === null;
    const door = isDoor ? linkSideDoor(said, className, needs.fits, context) : undefined;
    if (door) return door;
    const rooms = roomsToAskAbout(said, target, needs, context);
    if (rooms.length > 0) return { kind: 'ambiguous', entities: rooms };
    return target.isPlaceFirst ? { kind: 'unknown-name', said: name } : { kind: 'unknown-place', said };
  }
  const within = target.within === null ? undefined : findPlace(context, target.within);
  const linked = linkName(name, target.className, within, context, needs);
  return linked.kind === 'entities' ? { ...linked, score: linked.score - namedByPlacePenalty } : linked;
}

/** "the bedroom lights" where there are three bedrooms: what is in them, to ask which. */
function roomsToAskAbout(
  said: string,
  { className }: Target,
  needs: TargetNeeds,
  context: LinkContext,
): readonly Entity[] {
  const rooms = findRoomsOfKind(context, said);
  const kind = className ?? needs.impliedClass;
  if (rooms.length === 0 || kind === null) return [];
  const there = rooms.flatMap((room) => entitiesIn(room, context.index, context.model));
  return ofClass(kind, there).filter(needs.fits);
}
