/** Wishes about items of lists. */
import type { Wish } from '../understand/wish.ts';

export type ListWish = Extract<Wish, { readonly items: readonly string[] }>;

export function isListWish(wish: Wish): wish is ListWish {
  return wish.do === 'add_items' || wish.do === 'complete_items' || wish.do === 'remove_items';
}
