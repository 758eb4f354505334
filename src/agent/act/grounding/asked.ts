/** Whether the words of one request ask for a wish. Pure. */
import type { Entity, HomeModel } from '../../../home/model/home-model.ts';
import type { Wish } from '../../understand/wish.ts';
import type { Clause } from './clauses.ts';
import type { Asking, Lexicon } from './lexicon.ts';
import { isHeaded } from './headed.ts';
import { meant, type Meaning, withoutNames } from './meant.ts';
import type { Talk } from './talk.ts';
import { askingsFor, askingsOf, isBarrierWish } from './wish-askings.ts';

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

/** A list is named, in words that ask nothing else of it ("shove tea on the list"): it loses nothing by an item more. */
export function isListed(clause: Clause, wish: Wish, entity: Entity, talk: Talk, meaning: Meaning): boolean {
  if (wish.do !== 'add_items' || entity.domain !== 'todo') return false;
  if (!talk.isOwnLanguage || clause.mood !== 'request' || clause.only !== null) return false;
  const askings = [...askingsOf('todo')];
  return (
    !isWishAsked({ ...clause, isDemanded: false }, askings, talk, meaning.model) &&
    clause.text.includes(' ') &&
    meant(entity, clause.text, meaning) === 'said'
  );
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
  if (only === 'play') return askings.some((one) => playable.includes(one));
  if (only !== null) return askings.includes(only);
  const isEnded = contrary.some((one) => asking[one]?.test(own) === true);
  if (askings.some((one) => asking[one]?.test(own) === true && !(isEnded && isBeside(one, own, asking))))
    return true;
  return isDemanded && isBareText(own, asking) && askings.some((one) => bareAskings.includes(one));
}

/** What ends something, makes less of it, or sends it home. */
const contrary: readonly Asking[] = [
  'off',
  'stop',
  'down',
  'dimmer',
  'quieter',
  'mute',
  'pause',
  'close',
  'lock',
  'dock',
  'find',
];

/** "Turn off the radio on the counter" turns nothing on, and who wants the music off wants none played: nouns ask for little. */
function isBeside(one: Asking, own: string, asking: Lexicon['asking']): boolean {
  if (one === 'play') return !playing.test(own);
  if (one === 'clean' || one === 'mow') return !working.test(own);
  if (one !== 'on' && one !== 'run') return false;
  return !turnedOn.test(own) && asking[one]?.test(own.replaceAll(onSomething, ' at ')) !== true;
}

const playing =
  /(?<!\p{L})(?:play\p{L}*|put on|listen|watch|hear|stream|queue|spiel\p{L}*|hör\p{L}*|jou\p{L}*|mets|mettez|écout\p{L}*|reprodu\p{L}*|pon\p{L}*|toc\p{L}*|escuch\p{L}*|speel\p{L}*|luister\p{L}*|draai)(?!\p{L})/u;
const working =
  /^(?:please |go |and )*(?:(?:clean|vacuum|hoover|mop|sweep|mow|cut|trim|do|saug|putz|wisch|mäh|nettoie|aspire|tonds|limpia|aspira|barre|corta|stofzuig|maai|dweil)\p{L}*|(?:send|set|get|let|kick)(?: [^ ]+){1,3} (?:out|off|round|around|going|loose|to work)$|(?:set|get)(?: [^ ]+){1,3} (?:off|out)(?! home))/u;
const onSomething = /(?<=[^ ] )on (?=(?:the|my|our|your|his|her|that|this)(?!\p{L}))/gu;
const turnedOn = /(?<!\p{L})(?:turn|switch|put|power|flip|pop|stick|leave|get|keep) on(?!\p{L})/u;

/** What "play …" may come to. */
const playable: readonly Asking[] = ['play', 'resume', 'next', 'previous', 'source', 'on'];

/** "Lights, please" is said of what is to be on. */
const bareAskings: readonly Asking[] = ['on', 'set', 'run', 'play'];

/** Nothing in it asks for anything: a name or a room alone, as an answer or an addition. */
export function isBareText(text: string, asking: Lexicon['asking']): boolean {
  return !Object.values(asking).some((pattern) => pattern.test(text));
}
