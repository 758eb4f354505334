/** What the to-do lists of the demo home hold. */
import type { DemoEntity } from './demo-entity.ts';

export type ListItem = {
  readonly uid: string;
  readonly summary: string;
  readonly status: 'needs_action' | 'completed';
};

/** Features CREATE, DELETE and UPDATE of Home Assistant's to-do lists. */
export const listFeatures = { create: 1, delete: 2, update: 4 } as const;

export function itemsAtStart({ id, items = [] }: DemoEntity): readonly ListItem[] {
  return items.map((summary, index) => ({ uid: `${id}-${index}`, summary, status: 'needs_action' }));
}

/** How many are still to be done: what a list's state says. */
export function openCount(items: readonly ListItem[]): number {
  return items.filter((item) => item.status === 'needs_action').length;
}
