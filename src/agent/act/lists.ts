/** To-do and shopping lists: one call per item, and the list itself as the proof. */
import { type Action, callAndProve } from '../../home/call.ts';
import type { Home } from '../../home/home.ts';
import type { HomeQueries } from '../../home/query.ts';
import type { Unable } from './actions/plan-action.ts';
import type { ListWish } from './list-wish.ts';

/** What became of some of the items. */
export type ListResult = {
  readonly items: readonly string[];
  readonly proof: 'proven' | 'already' | 'sent' | 'failed';
  readonly why?: 'refused-by-home' | 'disconnected';
  readonly unable?: Unable;
};

type Options = { readonly signal: AbortSignal };

/** Each list keeps its own words ("Milk, 1 l"), so an item is found by them before it is changed. */
export async function changeList(
  home: Home,
  queries: HomeQueries,
  wish: ListWish,
  listId: string,
  options: Options,
): Promise<readonly ListResult[]> {
  const before = await openItems(queries, listId, options);
  if (before === null) return [{ items: wish.items, proof: 'failed', why: 'disconnected' }];
  const found = wish.items.map((said) => ({ said, item: findItem(said, before) }));
  const there = found.flatMap(({ said, item }) => (item === undefined ? [] : [{ said, item }]));
  const missing = found.filter(({ item }) => item === undefined).map(({ said }) => said);
  if (wish.do === 'add_items') {
    const added = await send(home, 'add_item', missing, listId, queries, options);
    return [
      ...resultOf(
        there.map(({ said }) => said),
        'already',
      ),
      ...added,
    ];
  }
  const service = wish.do === 'complete_items' ? 'update_item' : 'remove_item';
  const gone = await send(
    home,
    service,
    there.map(({ item }) => item),
    listId,
    queries,
    options,
  );
  const unlisted: ListResult = {
    items: missing,
    proof: 'failed',
    unable: { why: 'not-listed', items: missing },
  };
  return [...gone, ...(missing.length > 0 ? [unlisted] : [])];
}

function resultOf(items: readonly string[], proof: ListResult['proof']): readonly ListResult[] {
  return items.length === 0 ? [] : [{ items, proof }];
}

async function send(
  home: Home,
  service: 'add_item' | 'update_item' | 'remove_item',
  items: readonly string[],
  listId: string,
  queries: HomeQueries,
  options: Options,
): Promise<readonly ListResult[]> {
  if (items.length === 0) return [];
  for (const item of items) {
    const data = { item, ...(service === 'update_item' && { status: 'completed' }) };
    const [result] = await callAndProve(home, [listAction(listId, service, data)], options);
    if (result?.proof === 'failed')
      return [{ items, proof: 'failed', ...(result.reason && { why: result.reason }) }];
  }
  const after = await openItems(queries, listId, options);
  const isThere = (item: string) => after?.some((summary) => plain(summary) === plain(item)) === true;
  const isSo = after !== null && items.every((item) => isThere(item) === (service === 'add_item'));
  return [{ items, proof: isSo ? 'proven' : 'sent' }];
}

/** Lists of other servers take a moment; a person waits for a whole shopping list no longer than this. */
const itemDeadlineMs = 2_000;

function listAction(entityId: string, service: string, data: Action['data']): Action {
  const never = () => false;
  return {
    ...{ entityId, domain: 'todo', service, data },
    ...{ proves: never, underway: never, deadlineMs: itemDeadlineMs, isProvenByReply: true },
  };
}

async function openItems(
  queries: HomeQueries,
  listId: string,
  options: Options,
): Promise<readonly string[] | null> {
  try {
    return (await queries.openItems(listId, options)).map(({ summary }) => summary);
  } catch {
    options.signal.throwIfAborted();
    return null;
  }
}

/** The item said, else the only one that holds all its words: "milk" is "Milk, 1 l" unless there is oat milk too. */
function findItem(said: string, items: readonly string[]): string | undefined {
  const same = items.find((item) => plain(item) === plain(said));
  if (same !== undefined) return same;
  const words = plain(said).split(' ');
  const [only, ...others] = items.filter((item) => {
    const itemWords = plain(item).split(' ');
    return words.every((word) => itemWords.includes(word));
  });
  return others.length === 0 ? only : undefined;
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
