/** What is asked for without a request: "I'm cold", "good night". Pure. */
import { keysOf } from '../../../core/keys-of.ts';
import type { Entity } from '../../../home/model/home-model.ts';
import type { Wish } from '../../understand/wish.ts';
import { stepWanted } from './amounts.ts';
import { type Clause, plain } from './clauses.ts';
import type { Lexicon, Occasion } from './lexicon.ts';
import { isExplicit, isReached, meant, type Meaning } from './meant.ts';
import { aboutNamed, goesAlong, meantBy, switchedFor } from './occasions.ts';
import { isNamed, isSaid, nameSpans, placesIn } from './said-names.ts';

/** "Good night" is the name of a script: who says it whole asks for it. */
export function isRoutineCalled(
  wish: Wish,
  entity: Entity,
  { text, only }: Clause,
  { lexicon, language }: Pick<Meaning, 'lexicon' | 'language'>,
): boolean {
  if (wish.do !== 'activate' && wish.do !== 'press') return false;
  const said = text.split(' ');
  if (only !== null || !isNamed(entity, said, lexicon, language)) return false;
  const ofName = entity.names.flatMap((name) => plain(name, language).split(' '));
  const others = said.filter(
    (word) => !lexicon.empty.has(word) && !isSaid(word, ofName, language) && !lexicon.asking.run?.test(word),
  );
  return others.length <= mostOtherWords;
}

/** "Sing us a good night song" runs nothing. */
const mostOtherWords = 1;

export function isOccasion(wish: Wish, entity: Entity, now: readonly Clause[], meaning: Meaning): boolean {
  const { lexicon, model, language } = meaning;
  const told = now.filter(
    ({ mood, only }) =>
      (mood === 'statement' || mood === 'request') && (only === null || only === 'add' || only === 'play'),
  );
  return told.some(({ mood, text, whole, only }) =>
    occasionsIn(whole, lexicon).some((occasion) => {
      if (mood === 'request' && isForOther(entity, text, only, lexicon.occasions[occasion], meaning))
        return false;
      const doings = meantBy[occasion][entity.domain];
      if (doings?.includes(wish.do) !== true || !goesAlong(occasion, wish, stepWanted(wish, entity, model)))
        return false;
      if (only === 'add' && entity.domain !== 'todo') return false;
      if (mood === 'request' && isEnding(text, lexicon) && !endings.has(wish.do)) return false;
      if (isOtherwiseNamed(entity, occasion, text, meaning)) return false;
      if (mood === 'statement' && lexicon.bygone.test(whole) && !lasting.has(occasion)) return false;
      // What nobody needs is what they name.
      if (occasion === 'needless' && meant(entity, text, meaning) === null) return false;
      if (isRoutine(entity))
        return isNamedAfter(entity, occasion, meaning) || sharesWord(entity, text, meaning);
      return isReached(
        entity,
        { text, places: placesIn(text.split(' '), model, lexicon, language) },
        meaning,
      );
    }),
  );
}

/**
 * "Play something relaxing", "dim the lamp for dinner": a request that says what it is for is one for the thing that it
 * names, and not for whatever else goes with a dinner.
 */
function isForOther(
  entity: Entity,
  text: string,
  only: Clause['only'],
  occasion: RegExp | undefined,
  meaning: Meaning,
): boolean {
  if (isRoutine(entity)) return false;
  if (only === 'play') return entity.domain !== 'media_player';
  const isOther = nameSpans(text.split(' '), meaning.model).length > 0;
  const rest = occasion === undefined ? text : text.replace(occasion, ' ').trim();
  return (isOther || isExplicit(rest, meaning)) && meant(entity, text, meaning) === null;
}

/** "Stop the film" makes no light. */
const isEnding = (text: string, { asking }: Lexicon): boolean =>
  asking.stop?.test(text) === true || asking.off?.test(text) === true || asking.pause?.test(text) === true;
const endings: ReadonlySet<Wish['do']> = new Set([
  ...(['turn_off', 'pause', 'stop_media', 'mute', 'close', 'lock', 'arm', 'activate', 'press'] as const),
]);

/** What was done or left is so still. */
const lasting: ReadonlySet<Occasion> = new Set([
  'lacking',
  'done',
  'left-on',
  'left-open',
  'needless',
  'dirty',
]);

/** The television is too loud: nothing else is. A switch that is called "Printer" makes nobody warm. */
function isOtherwiseNamed(entity: Entity, occasion: Occasion, text: string, meaning: Meaning): boolean {
  const kinds = entity.domain === 'switch' ? switchedFor[occasion] : undefined;
  const { nouns } = meaning.lexicon;
  if (
    kinds &&
    !kinds.some((kind) => entity.names.some((name) => nouns[kind]?.test(plain(name, meaning.language))))
  )
    return true;
  return aboutNamed.has(occasion) && isExplicit(text, meaning) && meant(entity, text, meaning) === null;
}

function occasionsIn(text: string, { occasions }: Lexicon): readonly Occasion[] {
  return keysOf(occasions).filter((one) => occasions[one]?.test(text) === true);
}

const routineDomains: ReadonlySet<string> = new Set([
  'scene',
  'script',
  'automation',
  'button',
  'input_button',
]);
const isRoutine = ({ domain }: Entity): boolean => routineDomains.has(domain);

/** "Bedtime" for "I'm going to sleep". */
function isNamedAfter({ names }: Entity, occasion: Occasion, { lexicon, language }: Meaning): boolean {
  return names.some((name) => lexicon.occasions[occasion]?.test(plain(name, language)) === true);
}

/** "Movie Night" for "we're going to watch a movie". */
function sharesWord(entity: Entity, text: string, meaning: Meaning): boolean {
  return meant(entity, text, meaning) === 'said';
}
