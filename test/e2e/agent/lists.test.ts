import { describe, expect, it } from 'vitest';
import { createDoor } from '../../../src/agent/act/act.ts';
import { english } from '../../../src/agent/reply/en/pack.ts';
import { replyToOutcomes } from '../../../src/agent/reply/outcome-reply.ts';
import type { Wish } from '../../../src/agent/understand/plan.ts';
import { demoHouse } from '../../../src/home/demo/house.ts';
import { connectDemo } from '../../support/home/demo-home.ts';
import { dialogueOf } from '../../support/agent/dialogue.ts';
import { guardOf } from '../../support/agent/guard.ts';
import { originFor } from '../../support/agent/origin.ts';

const about = { by: 'name', className: null, place: null, everywhere: false } as const;

/** The demo home's shopping list with these items on it. */
async function shopping(...items: readonly string[]) {
  const entities = demoHouse.entities.map((entity) =>
    entity.id === 'todo.shopping_list' ? { ...entity, items } : entity,
  );
  const connected = await connectDemo({ house: { ...demoHouse, entities } });
  const { home, demo } = connected;
  const door = createDoor(home, guardOf());
  const list = home.model().entities.get('todo.shopping_list');
  if (!list) throw new Error('no list');
  const { speaker } = dialogueOf('lists');
  return {
    change: async (wish: Wish) => {
      const origin = originFor('local');
      const request = { wish, entities: [list], deviceCount: 1, speaker, origin, confirmed: [] };
      const outcomes = await door(request, { signal: AbortSignal.timeout(5_000) });
      return [
        replyToOutcomes(outcomes, wish, about, english),
        ...outcomes.map(({ proof }) => proof),
      ] as const;
    },
    open: () =>
      demo.world
        .itemsOf('todo.shopping_list')
        .filter(({ status }) => status === 'needs_action')
        .map(({ summary }) => summary),
    [Symbol.asyncDispose]: () => connected[Symbol.asyncDispose](),
  };
}

describe('items of a list', () => {
  it('are found in the words of the list, and told in them', async () => {
    await using list = await shopping('Milk, 1 l', 'Bread');
    expect(await list.change({ do: 'complete_items', items: ['milk'] })).toEqual([
      'Milk, 1 l ticked off.',
      'proven',
    ]);
    expect(list.open()).toEqual(['Bread']);
  });

  it('are not guessed where two fit', async () => {
    await using list = await shopping('Oat milk', 'Soy milk');
    expect(await list.change({ do: 'remove_items', items: ['milk'] })).toEqual([
      'Milk is not on the shopping list.',
      'failed',
    ]);
    expect(list.open()).toHaveLength(2);
  });

  it('are told apart when some are there and some are not', async () => {
    await using list = await shopping('Milk', 'Bread');
    expect(await list.change({ do: 'remove_items', items: ['milk', 'caviar'] })).toEqual([
      'Milk taken off the shopping list. Caviar is not on the shopping list.',
      'proven',
      'failed',
    ]);
    expect(await list.change({ do: 'add_items', items: ['bread', 'jam'] })).toEqual([
      'Bread was already on the shopping list. Jam added to the shopping list.',
      'already',
      'proven',
    ]);
    expect(list.open()).toEqual(['Bread', 'jam']);
  });
});
