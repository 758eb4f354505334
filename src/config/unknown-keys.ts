/** Finds keys of a config file that no setting has, each with the nearest valid name. */
import { didYouMean } from '../core/nearest.ts';
import { type SchemaNode, snakeCase } from './leaves.ts';

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** One sentence per unknown key below the value; `place` is its path as written in the file. */
export function findUnknownKeys(value: unknown, node: SchemaNode, place = ''): string[] {
  if (Array.isArray(value)) {
    const items = node.items ?? listOf(node);
    return items ? value.flatMap((item, i) => findUnknownKeys(item, items, `${place}[${i}]`)) : [];
  }
  if (!isRecord(value)) return [];
  if (node.anyOf) return shortest(node.anyOf.map((option) => findUnknownKeys(value, option, place)));
  const properties = node.properties;
  if (!properties) return [];
  const valid = new Map(Object.entries(properties).map(([name, child]) => [snakeCase(name), child]));
  return Object.entries(value).flatMap(([key, child]) => {
    const path = place === '' ? key : `${place}.${key}`;
    const known = valid.get(key);
    return known
      ? findUnknownKeys(child, known, path)
      : [`unknown setting "${path}"${didYouMean(key, [...valid.keys()])}`];
  });
}

/** A section that has one list may be written as that list: `wake: [{ phrase: … }]`. */
function listOf(node: SchemaNode): SchemaNode | undefined {
  return Object.values(node.properties ?? {}).find((child) => child.type === 'array')?.items;
}

function shortest(lists: readonly string[][]): string[] {
  return lists.reduce((best, list) => (list.length < best.length ? list : best), lists[0] ?? []);
}
