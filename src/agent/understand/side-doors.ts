/** "The front door" is the lock in the entrance hall, "the back door" the "Rear Door Lock": a door by the side it is on. */
import type { Entity } from '../../home/model/home-model.ts';
import { byName, type Fits, type LinkContext, type Linked } from './mention.ts';

type Side = {
  /** Of the door, as people say it. */
  readonly said: ReadonlySet<string>;
  /** In the name of the device or of its room. */
  readonly name: RegExp;
};

const sides: readonly Side[] = [
  {
    said: new Set(['front', 'main', 'entrance', 'entry']),
    name: /\b(?:front|main|entry|entrance|entryway|foyer|vestibule|porch|hall|hallway)\b/i,
  },
  { said: new Set(['back', 'rear']), name: /\b(?:back|rear)\b/i },
];

const doors: ReadonlySet<string> = new Set(['door', 'lock', 'doors', 'locks']);

/** True for "front" before "door". */
export function isSideOfDoor(words: readonly string[], at: number): boolean {
  return doors.has(words[at + 1] ?? '') && sideOf(words[at] ?? '') !== undefined;
}

function sideOf(said: string): Side | undefined {
  return sides.find((side) => side.said.has(said));
}

/** Less than a name or a room that was said in its own words. */
const sideScore = 0.9;

/** The only door on that side by its name, else by its room. Undefined where none or several could be it. */
export function linkSideDoor(
  said: string,
  className: string,
  fits: Fits,
  { index, model }: LinkContext,
): Linked | undefined {
  const side = sideOf(said);
  if (side === undefined) return undefined;
  const all = (index.byClass.get(className) ?? []).filter(fits);
  const roomOf = ({ areaId }: Entity) => (areaId === null ? undefined : model.areas.get(areaId))?.name ?? '';
  const named = all.filter(({ names }) => names.some((name) => side.name.test(name)));
  const found = named.length > 0 ? named : all.filter((entity) => side.name.test(roomOf(entity)));
  if (found.length !== 1) return undefined;
  return { kind: 'entities', entities: found, about: byName, score: sideScore };
}
