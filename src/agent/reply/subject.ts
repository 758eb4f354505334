/** What a reply calls the devices it is about, as the sentence spoke of them. */
import type { Entity } from '../../home/model/home-model.ts';
import { deviceClasses } from '../understand/device-classes.ts';
import type { About } from '../understand/mention.ts';
import { list, spokenName, theName } from './words.ts';

export type Subject = {
  /** Without an article: "kitchen lights". */
  readonly bare: string;
  /** With one: "the kitchen lights". */
  readonly full: string;
};

export function subjectOf(entities: readonly Entity[], about: About): Subject {
  const [only] = entities;
  if (about.by === 'name' || about.className === null || (only && entities.length === 1)) {
    const names = entities.map((entity) => entity.name);
    return { bare: list(names.map(spokenName)), full: list(names.map(theName)) };
  }
  const kind = deviceClasses[about.className]?.many ?? about.className;
  if (about.place === null) return { bare: `all ${kind}`, full: `all ${kind}` };
  const place = spokenName(about.place.name);
  const joined = about.place.kind === 'area' ? `${place} ${kind}` : `${kind} on the ${place}`;
  return { bare: joined, full: `the ${joined}` };
}
