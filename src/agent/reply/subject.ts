/** What a reply is about, as the sentence spoke of it. */
import type { Entity } from '../../home/model/home-model.ts';
import type { About } from '../understand/mention.ts';
import type { Subject } from './language-pack.ts';

/** More names than this in a row nobody remembers. */
export const namesLimit = 5;

export function subjectOf(entities: readonly Entity[], about: About): Subject {
  if (about.by === 'name' || about.className === null || entities.length === 1) {
    if (entities.length > namesLimit)
      return { by: 'count', className: about.className, count: entities.length };
    return { by: 'name', names: entities.map((entity) => entity.name) };
  }
  return { by: 'class', className: about.className, place: about.place, count: entities.length };
}
