/** Whom memory belongs to. */
import type { Speaker } from '../speaker.ts';

/**
 * Who said something, as far as it is known: `user:<id of Home Assistant's user>`, `satellite:<entity id>` where
 * nobody is logged in, `home` where not even the place is known.
 */
export type PersonId = `user:${string}` | `satellite:${string}` | 'home';

/** Whose a fact is: a person's, or everybody's at home. */
export type FactOwner = Extract<PersonId, `user:${string}`> | 'home';

export function personOf({ userId, satelliteId }: Pick<Speaker, 'userId' | 'satelliteId'>): PersonId {
  if (userId !== null) return `user:${userId}`;
  return satelliteId === null ? 'home' : `satellite:${satelliteId}`;
}

/** Where their facts go: what is said to a satellite is everybody's, for it does not know who speaks. */
export function ownerOf(person: PersonId): FactOwner {
  return isUser(person) ? person : 'home';
}

/** Whose facts they are told: their own and everybody's. */
export function ownersFor(person: PersonId): readonly FactOwner[] {
  return isUser(person) ? [person, 'home'] : ['home'];
}

const isUser = (person: PersonId): person is Extract<PersonId, `user:${string}`> =>
  person.startsWith('user:');

/** As a person at a terminal names one: an entity id, `home`, or else the id of a user. */
export function personNamed(text: string): PersonId {
  if (text === 'home') return 'home';
  if (text.startsWith('assist_satellite.')) return `satellite:${text}`;
  if (text.startsWith('satellite:')) return `satellite:${text.slice('satellite:'.length)}`;
  return `user:${text.startsWith('user:') ? text.slice('user:'.length) : text}`;
}
