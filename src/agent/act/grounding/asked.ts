/** Whether the words of one request ask for a wish. Pure. */
import type { Entity, HomeModel } from '../../../home/model/home-model.ts';
import type { Wish } from '../../understand/wish.ts';
import type { Clause } from './clauses.ts';
import type { Asking, Lexicon } from './lexicon.ts';
import { isCompound, isHeaded, otherWords } from './headed.ts';
import { meant, type Meaning, withoutNames } from './meant.ts';
import type { Talk } from './talk.ts';
import { askingsFor, askingsOf, isBarrierWish, mayBeUnknownVerb } from './wish-askings.ts';

/** "Unlock the front door", with the lock's name or its kind and place, and no other way. */
export function isPlainlyAsked(
  clause: Clause,
  wish: Wish,
  entity: Entity,
  talk: Talk,
  model: HomeModel,
): boolean {
  const { domain } = entity;
  const barrier = domain === 'valve' ? null : isBarrierWish(wish);
  if (barrier === null) return isWishAsked(clause, askingsFor(wish, domain), talk, model);
  return (
    clause.only === null &&
    isHeaded(evidence(clause, talk, model), talk.lexicon.plainly[barrier], entity, talk, model)
  );
}

export function isWishAsked(
  clause: Clause,
  askings: readonly Asking[],
  talk: Talk,
  model: HomeModel,
): boolean {
  return asksFor({ ...clause, own: evidence(clause, talk, model) }, askings, talk.lexicon);
}

/** Something is asked of a device that is named, in words that mean nothing else for its kind. */
export function isUnknownVerb(
  clause: Clause,
  wish: Wish,
  entity: Entity,
  talk: Talk,
  meaning: Meaning,
): boolean {
  if (!talk.isOwnLanguage || clause.mood !== 'request' || clause.only !== null) return false;
  if (!mayBeUnknownVerb(wish, entity.domain)) return false;
  const isKnown = isWishAsked(
    { ...clause, isDemanded: false },
    [...askingsOf(entity.domain)],
    talk,
    meaning.model,
  );
  return (
    !isKnown &&
    clause.text.includes(' ') &&
    meant(entity, clause.text, meaning) === 'said' &&
    (entity.domain === 'todo' || isLedByVerb(clause, entity, talk, meaning.model))
  );
}

/** "Nuke the lights", "light the hall", not "the lights repair man". */
function isLedByVerb({ text, isDemanded }: Clause, entity: Entity, talk: Talk, model: HomeModel): boolean {
  if (isCompound(text, entity, talk, model)) return false;
  const [first = '', second = ''] = text.split(' ');
  const isUnknown = otherWords([first], entity, talk, model).length > 0;
  return isDemanded || isUnknown || talk.lexicon.empty.has(second);
}

/** A name that reads like a command ("unlock the front door") asks for nothing, as long as something else does. */
function evidence({ own }: Clause, { lexicon }: Pick<Talk, 'lexicon'>, model: HomeModel): string {
  const rest = withoutNames(own.split(' '), model, (name) => name.includes(' ') && lexicon.begins.test(name));
  return Object.values(lexicon.asking).some((pattern) => pattern.test(rest)) ? rest : own;
}

export function asksFor(
  { own, only, isDemanded }: Clause,
  askings: readonly Asking[],
  { asking }: Lexicon,
): boolean {
  if (only === 'play') return askings.some((one) => playing.includes(one));
  if (only !== null) return askings.includes(only);
  if (askings.some((one) => asking[one]?.test(own) === true)) return true;
  return isDemanded && isBareText(own, asking) && askings.some((one) => bareAskings.includes(one));
}

/** What "play …" may come to. */
const playing: readonly Asking[] = ['play', 'resume', 'next', 'previous', 'source', 'on'];

/** "Lights, please" is said of what is to be on. */
const bareAskings: readonly Asking[] = ['on', 'set', 'run', 'play'];

/** Nothing in it asks for anything: a name or a room alone, as an answer or an addition. */
export function isBareText(text: string, asking: Lexicon['asking']): boolean {
  return !Object.values(asking).some((pattern) => pattern.test(text));
}
