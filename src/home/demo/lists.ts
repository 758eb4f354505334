/** To-do lists of the demo home: Home Assistant keeps them itself, so they change at once. */
import * as z from 'zod';
import { refuse } from './command-error.ts';
import { listFeatures, type ListItem } from './list-items.ts';
import type { DemoService } from './demo-service.ts';
import type { World } from './world.ts';

const status = z.enum(['needs_action', 'completed']);
const names = z.union([z.string(), z.array(z.string())]).transform((value) => [value].flat());
const additions = z.strictObject({ item: z.string().min(1), description: z.string().optional() });
const update = z.strictObject({
  item: z.string(),
  rename: z.string().min(1).optional(),
  status: status.optional(),
});
const removal = z.strictObject({ item: names });
const selection = z.strictObject({
  status: z
    .union([status, z.array(status)])
    .transform((value) => [value].flat())
    .default(['needs_action']),
});

export const listServices: Readonly<Record<string, DemoService>> = {
  add_item: {
    fields: additions,
    needs: listFeatures.create,
    act: (world, { id }, data) => {
      const items = world.itemsOf(id);
      const uid = `${id}-${String(Date.now())}-${items.length}`;
      const { item: summary } = additions.parse(data);
      world.useItems(id, [...items, { uid, summary, status: 'needs_action' }]);
    },
  },
  update_item: {
    fields: update,
    needs: listFeatures.update,
    act: (world, { id }, data) => {
      const { item, rename, status: next } = update.parse(data);
      const found = findItem(world, id, item);
      const changed = { ...found, summary: rename ?? found.summary, status: next ?? found.status };
      world.useItems(
        id,
        world.itemsOf(id).map((one) => (one === found ? changed : one)),
      );
    },
  },
  remove_item: {
    fields: removal,
    needs: listFeatures.delete,
    act: (world, { id }, data) => {
      const found = new Set(removal.parse(data).item.map((item) => findItem(world, id, item)));
      world.useItems(
        id,
        world.itemsOf(id).filter((one) => !found.has(one)),
      );
    },
  },
  get_items: {
    fields: selection,
    answer: (world, { id }, data) => {
      const wanted = selection.parse(data).status;
      return { items: world.itemsOf(id).filter((item) => wanted.includes(item.status)) };
    },
  },
};

/** By its text or its uid, as Home Assistant finds it. */
function findItem(world: World, entityId: string, item: string): ListItem {
  const found = world.itemsOf(entityId).find(({ summary, uid }) => summary === item || uid === item);
  if (found === undefined)
    throw refuse('service_validation_error', `Unable to find to-do list item: ${item}`);
  return found;
}
