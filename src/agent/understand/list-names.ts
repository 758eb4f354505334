/** Which list "the shopping list" or "my tasks" is, whatever the household called it. */
import type { Entity } from '../../home/model/home-model.ts';

const shopping = /shop|grocer|market|store/i;
const tasks = /task|to.?do|chore|reminder|errand|\bjobs?\b/i;

/** "the list" alone is the shopping list, as people mean it. */
export function listsCalled(noun: string | null, lists: readonly Entity[]): readonly Entity[] {
  const called = (pattern: RegExp) => lists.filter(({ names }) => names.some((name) => pattern.test(name)));
  if (noun !== null && tasks.test(noun)) return orAll(called(tasks), lists);
  const shoppingLists = called(shopping);
  if (shoppingLists.length > 0) return shoppingLists;
  // A list of a shop's name, beside one of tasks.
  const others = lists.filter((list) => !called(tasks).includes(list));
  return noun !== null && others.length === 1 ? others : lists;
}

function orAll(some: readonly Entity[], all: readonly Entity[]): readonly Entity[] {
  return some.length > 0 ? some : all;
}
