/** Floors by name, and by where they lie: "upstairs", "oben", "au sous-sol". */
import type { HomeModel } from '../../home/model/home-model.ts';
import { NamedThings, type SaidWords } from './named-things.ts';

const upstairs = new Set(['upstairs', 'oben', 'obergeschoss', 'etage', 'arriba', 'boven', 'bovenverdieping']);
const downstairs = new Set([
  ...['downstairs', 'unten', 'untergeschoss', 'erdgeschoss', 'bas', 'rez', 'abajo', 'beneden'],
  ...['basement', 'cellar', 'keller', 'cave', 'sotano', 'kelder'],
]);

const sureShare = 0.8;

/** State changes keep the floors of a model. */
const known = new WeakMap<HomeModel['floors'], NamedThings<string>>();

function namesOf(floors: HomeModel['floors']): NamedThings<string> {
  const names =
    known.get(floors) ??
    new NamedThings(
      [...floors.values()].flatMap((floor) => floor.names.map((name) => [name, floor.floorId] as const)),
    );
  known.set(floors, names);
  return names;
}

/** Ids of floors. */
export function floorsMeant(words: SaidWords, model: HomeModel): ReadonlySet<string | null> {
  const floors = [...model.floors.values()];
  const said = [...namesOf(model.floors).said(words)].flatMap(([id, share]) =>
    share >= sureShare ? [id] : [],
  );
  if (said.length > 0) return new Set(said);
  const levels = floors.flatMap(({ level }) => level ?? []);
  const ground = Math.max(0, Math.min(...levels));
  const has = (side: ReadonlySet<string>): boolean => [...words.keys()].some((word) => side.has(word));
  const lies = (level: number): boolean =>
    (level > ground && has(upstairs)) || (level <= ground && has(downstairs));
  return new Set(floors.flatMap(({ floorId, level }) => (level !== null && lies(level) ? [floorId] : [])));
}
