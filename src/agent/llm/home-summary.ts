/** What of a home a prompt leaves out: rooms and kinds with their numbers, so that a model knows what to ask for. */
import type { Entity, HomeModel } from '../../home/model/home-model.ts';
import { oneLine } from './entity-line.ts';

/** Longer names of rooms are cut. */
const nameChars = 40;

/** Empty when nothing was left out; never longer than `maxChars`. */
export function summariseRest(
  model: HomeModel,
  shown: ReadonlySet<Entity>,
  { maxChars }: { readonly maxChars: number },
): string {
  const left = [...model.entities.values()].filter((entity) => !shown.has(entity));
  if (left.length === 0) return '';
  const rooms = counted(left, ({ areaId }) => (areaId === null ? undefined : model.areas.get(areaId)?.name));
  const kinds = counted(left, ({ domain }) => domain.replaceAll('_', ' '));
  const head = `Not listed here: ${left.length} more devices; look them up before you answer about them.`;
  const half = Math.floor((maxChars - head.length) / 2);
  const lines = [head, within('By room: ', rooms, half), within('By kind: ', kinds, half)];
  return lines.filter((line) => line !== '').join('\n');
}

function counted(
  entities: readonly Entity[],
  nameOf: (entity: Entity) => string | undefined,
): readonly (readonly [name: string, count: number])[] {
  const counts = new Map<string, number>();
  for (const entity of entities) {
    const name = nameOf(entity);
    if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].sort(([a, many], [b, few]) => few - many || (a < b ? -1 : 1));
}

/** The most numerous first, as many as fit. */
function within(
  label: string,
  counts: readonly (readonly [name: string, count: number])[],
  maxChars: number,
): string {
  let line = label;
  for (const [name, count] of counts) {
    const part = `${line === label ? '' : ', '}${oneLine(name, nameChars)} ${count}`;
    if (line.length + part.length > maxChars - 3) return line === label ? '' : `${line}, …`;
    line += part;
  }
  return line === label ? '' : `${line}.`;
}
