/** "Turn off", and nothing more: which of the room's few devices, and never the one that was last spoken of. */
import { stateOf } from '../../home/model/home-model.ts';
import type { Fits, LinkContext } from './mention.ts';
import type { Step, Wish } from './plan.ts';

export const asksWhich = (intent: string): boolean => intent === 'turn_on_what' || intent === 'turn_off_what';

/** More names than this nobody can choose from. */
const mostOffered = 4;

/** Undefined where the room is not known, or has none or too many of them. */
export function whichToSwitch(
  wish: Wish,
  { fits }: { readonly fits: Fits },
  { index, model, areaId }: LinkContext,
): Step | undefined {
  if (areaId === null) return undefined;
  const before = wish.do === 'turn_on' ? 'off' : 'on';
  const here = (index.byArea.get(areaId) ?? []).filter(fits);
  const switched = here.filter(({ entityId }) => stateOf(model, entityId)?.state === before);
  const offered = [switched, here].find(({ length }) => length > 0 && length <= mostOffered);
  if (offered === undefined) return undefined;
  return { kind: 'unlinked', why: { kind: 'ambiguous', entities: offered }, wish, isQuestion: false };
}
