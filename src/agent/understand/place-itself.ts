/** "Turn off the kitchen": a place named in stead of a device. It may be cut off, or mean its lights: that is asked. */
import type { Entity } from '../../home/model/home-model.ts';
import { type About, byName, type Fits, type LinkContext, placeOfArea } from './mention.ts';
import type { Step, Wish } from './plan.ts';

type Unsure = Extract<Step, { readonly kind: 'unsure' }>;

const room = /^(?:(?:this|that|whole|entire) )*(?:room|place|space|area)$/;
const home = /^(?:(?:this|that|whole|entire) )*(?:house|home|flat|apartment)$/;
/** What all in a room lives by. */
const power = /^(?:power|electricity|current)(?: in here)?$/;

/** Undefined where the words name no place, or one that has nothing to switch. */
function placeItself(
  said: string,
  wish: Wish,
  fits: Fits,
  { index, areaId, model }: LinkContext,
): Unsure | undefined {
  if (wish.do !== 'turn_on' && wish.do !== 'turn_off') return undefined;
  const isAll = wish.do === 'turn_off' && power.test(said);
  const className = isAll ? 'everything' : 'light';
  const everywhere = home.test(said);
  const area = placeOfArea(model, isAll || room.test(said) ? areaId : areaCalled(said, index.placeNames));
  if (!everywhere && area === undefined) return undefined;
  const isMeant = (entity: Entity) => fits(entity) && (everywhere || entity.areaId === area?.id);
  const entities = (index.byClass.get(className) ?? []).filter(isMeant);
  if (entities.length === 0) return undefined;
  const about: About = { by: 'class', className, place: everywhere ? null : (area ?? null), everywhere };
  return { kind: 'unsure', wish, entities, about, unknownName: null };
}

/** "Turn off the living room and the office": undefined where one of them is no place. */
export function placesThemselves(
  said: readonly string[],
  wish: Wish,
  fits: Fits,
  context: LinkContext,
): Unsure | undefined {
  const steps = said.flatMap((one) => placeItself(one, wish, fits, context) ?? []);
  const [first, ...others] = steps;
  if (first === undefined || steps.length < said.length) return undefined;
  if (others.length === 0) return first;
  return { ...first, entities: [...new Set(steps.flatMap(({ entities }) => entities))], about: byName };
}

/** The one area that bears the very words. */
function areaCalled(said: string, placeNames: LinkContext['index']['placeNames']): string | null {
  const found = placeNames.find(said, false);
  const [id = '', ...others] = found?.tier === 'exact' ? found.ids : [];
  return id.startsWith('area:') && others.length === 0 ? id.slice('area:'.length) : null;
}
