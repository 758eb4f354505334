/** "the lights in the kitchen", "all blinds upstairs", "the lights": kinds of devices by place. */
import { stateOf } from '../../home/model/home-model.ts';
import type { Entity } from '../../home/model/home-model.ts';
import { deviceClasses } from './device-classes.ts';
import type { TargetNeeds } from './link-target.ts';
import { entitiesIn, placeOfArea } from './mention.ts';
import type { About, FoundPlace, LinkContext, Linked, Place } from './mention.ts';

type KindSaid = {
  readonly className: string;
  readonly noun: string | null;
  readonly places: readonly FoundPlace[];
  readonly isHere: boolean;
  readonly isEverywhere: boolean;
  readonly isEverything: boolean;
};

const classScore = 1.1;
/** A room that was not said counts less than one that was. */
const herePenalty = 0.1;

export function linkClass(said: KindSaid, needs: TargetNeeds, context: LinkContext): Linked {
  const { className, places, isEverywhere } = said;
  const { model, index } = context;
  const about = (place: Place | null): About => ({
    by: 'class',
    className,
    place,
    everywhere: isEverywhere,
  });
  const entitiesOf = (place: Place) => ofClass(className, entitiesIn(place, index, model)).filter(needs.fits);

  const [first] = places;
  if (first !== undefined) {
    const found: Entity[] = [];
    for (const place of places) {
      const there = entitiesOf(place);
      if (there.length === 0) return { kind: 'none-there', className, place };
      found.push(...there);
    }
    const entities = narrowed([...new Set(found)], said, needs, context);
    const where = places.length === 1 ? about(first) : { ...about(null), by: 'name' as const };
    return { kind: 'entities', entities, about: where, score: classScore * first.score };
  }

  if (said.isEverything && !said.isHere && !isEverywhere && needs.takesEverything !== true)
    return { kind: 'no-place', className };

  const all = (index.byClass.get(className) ?? []).filter(needs.fits);
  // A room would not help.
  if (all.length === 0) return { kind: 'unknown-name', said: said.noun ?? className };
  if (isEverywhere) return { kind: 'entities', entities: all, about: about(null), score: classScore };
  const here = placeOfArea(model, context.areaId);
  const near = here ? entitiesOf(here) : [];
  const score = classScore - herePenalty;
  if (here && near.length > 0) {
    const entities = narrowed(near, said, needs, context);
    return { kind: 'entities', entities, about: about(here), score };
  }
  if (said.isHere) {
    return here ? { kind: 'none-there', className, place: here } : { kind: 'no-place', className };
  }
  const preferred = preferredOf(all, needs, context);
  // Asking about the whole home changes nothing; a command must say so.
  const mayMeanAll = context.mayWiden || said.isEverything;
  if (mayMeanAll && all.length > 0)
    return { kind: 'entities', entities: all, about: { ...about(null), everywhere: true }, score };
  if (preferred.length === 1) return { kind: 'entities', entities: preferred, about: about(null), score };
  return { kind: 'no-place', className };
}

export function ofClass(className: string, entities: readonly Entity[]): readonly Entity[] {
  const kind = deviceClasses[className];
  if (kind === undefined) return [];
  const exact = entities.filter(kind.holds);
  return exact.length > 0 || kind.nearly === undefined ? exact : entities.filter(kind.nearly);
}

/** "the lamp" in a room with a lamp and a ceiling light; "the music" in one where one player plays. */
function narrowed(
  entities: readonly Entity[],
  { noun }: KindSaid,
  needs: TargetNeeds,
  context: LinkContext,
): readonly Entity[] {
  if (entities.length < 2) return entities;
  const preferred = preferredOf(entities, needs, context);
  if (preferred.length < entities.length) return preferred;
  const word = noun?.replace(/s$/, '');
  if (word === undefined || genericNouns.has(word)) return entities;
  const so = entities.filter(({ names }) => names.some((name) => name.toLowerCase().includes(word)));
  return so.length > 0 ? so : entities;
}

/** They say nothing beyond the kind. */
const genericNouns: ReadonlySet<string> = new Set(['light', 'switch', 'cover', 'player', 'device']);

/** Those in the state the intent is about, where there are any. */
function preferredOf(
  entities: readonly Entity[],
  { prefers }: TargetNeeds,
  { model }: LinkContext,
): readonly Entity[] {
  if (prefers === undefined || entities.length < 2) return entities;
  const so = entities.filter(({ entityId }) => {
    const state = stateOf(model, entityId);
    return state !== undefined && prefers(state);
  });
  return so.length > 0 ? so : entities;
}
