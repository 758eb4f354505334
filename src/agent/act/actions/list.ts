/** To-do lists, as far as one call goes: what the list takes at all. */
import type { Wish } from '../../understand/wish.ts';
import { plan, type Planned, supports, type Target, unsupported } from './plan-action.ts';

/** `CREATE_TODO_ITEM`, `DELETE_TODO_ITEM` and `UPDATE_TODO_ITEM`. */
const listActions = {
  add_items: { bit: 1, service: 'add_item' },
  remove_items: { bit: 2, service: 'remove_item' },
  complete_items: { bit: 4, service: 'update_item' },
} as const;

/** The first of its calls; `act/lists.ts` makes one for each item. */
export function changeItems(
  wish: Extract<Wish, { readonly items: readonly string[] }>,
  target: Target,
): Planned {
  const { bit, service } = listActions[wish.do];
  const [item] = wish.items;
  if (item === undefined || !supports(target, bit)) return unsupported;
  return plan(target, { service, data: { item }, proves: () => false, isProvenByReply: true });
}
