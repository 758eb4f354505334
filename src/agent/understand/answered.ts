/** What is named in answer to a question of ours: of the devices that it is about, or a room. Pure. */
import { entitiesOf, type Entity } from '../../home/model/home-model.ts';
import { ofClass } from './link-class.ts';
import { linkTarget } from './link-target.ts';
import { findPlace, type Fits, type LinkContext, standsIn } from './mention.ts';
import type { Step } from './plan.ts';
import type { AskedUs, Situation } from './situation.ts';
import type { Target } from './target.ts';

/** "The desk lamp", "the second one", "only the kitchen", "both". */
export function answered(target: Target, { asked }: Situation, context: LinkContext): Step | undefined {
  if (asked?.kind === 'where') {
    const [text] = target.places;
    const place = text === undefined || target.name !== null ? undefined : findPlace(context, text);
    if (place !== undefined) return { kind: 'reply', answer: { said: 'there', place } };
    if (target.name === null || target.ordinal !== null) return undefined;
    return these(picked(target, context.index.byClass.get(asked.className) ?? [], context));
  }
  // What was not told one by one has no second one.
  if (asked?.kind === 'confirmation' && target.ordinal !== null) return undefined;
  return these(picked(target, offeredBy(asked, context), context));
}

/** "All but the desk lamp". */
export function answeredWithout(
  target: Target,
  { asked }: Situation,
  context: LinkContext,
): Step | undefined {
  const offered = offeredBy(asked, context);
  const out = picked(target, offered, context);
  return out.length === 0 ? undefined : these(offered.filter((entity) => !out.includes(entity)));
}

function these(entities: readonly Entity[]): Step | undefined {
  return entities.length === 0 ? undefined : { kind: 'reply', answer: { said: 'these', entities } };
}

/** The devices of our question; a single one that needs a yes is not agreed to by its name. */
function offeredBy(asked: AskedUs | null | undefined, { model }: LinkContext): readonly Entity[] {
  if (asked?.kind !== 'which' && asked?.kind !== 'confirmation') return [];
  const offered = entitiesOf(model, asked.entityIds);
  return asked.kind === 'confirmation' && offered.length < 2 ? [] : offered;
}

/** Those of them that are named: by order, kind, room or name. */
function picked(target: Target, offered: readonly Entity[], context: LinkContext): readonly Entity[] {
  if (target.isAll && target.name === null && target.places.length === 0) return offered;
  if (target.ordinal !== null) {
    const at = target.ordinal === 'last' ? offered.length - 1 : Number(target.ordinal) - 1;
    return offered.slice(at, at + 1);
  }
  const { className } = target;
  if (target.name === null && className !== null && target.places.length === 0) {
    const ofKind = offered.filter((entity) => ofClass(className, [entity]).length > 0);
    // "The light", of two lights, says nothing.
    return ofKind.length < offered.length ? ofKind : [];
  }
  const isOffered: Fits = (entity) => offered.includes(entity);
  const [place] = target.places.map((text) => findPlace(context, text));
  if (target.name === null && place)
    return offered.filter((entity) => standsIn(entity, place, context.model));
  const linked = linkTarget(target, { fits: isOffered, impliedClass: null }, context);
  return linked.kind === 'entities' ? linked.entities.filter(isOffered) : [];
}
