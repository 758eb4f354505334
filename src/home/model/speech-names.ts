/** The words of a home that speech recognition should expect. */
import type { HomeModel } from './home-model.ts';

/** Names of what can be spoken about: rooms and floors first, then devices, without doubles. */
export function speechNames(model: HomeModel): { readonly names: readonly string[] } {
  const names = [
    ...[...model.areas.values()].flatMap((area) => area.names),
    ...[...model.floors.values()].flatMap((floor) => floor.names),
    ...[...model.entities.values()].flatMap((entity) => entity.names),
  ];
  const seen = new Map(names.map((name) => [name.toLowerCase(), name]));
  return { names: [...seen.values()] };
}
