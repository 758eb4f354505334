/**
 * The gate in front of what a language model asks for: what is done, and with which device, must be in the speaker's
 * own words of this dialogue. Code, not a sentence in a prompt: whatever a calendar, a title, a name or another
 * program says reaches a model as text, and text authorises nothing.
 */
import type { Entity, HomeModel } from '../../home/model/home-model.ts';
import { keysOf } from '../../core/keys-of.ts';
import { primarySubtag } from '../../core/language-tag.ts';
import type { Wish } from '../understand/wish.ts';
import type { Deed } from './deed.ts';
import { type Clause, clausesOf, plain } from './grounding/clauses.ts';
import { lexiconFor } from './grounding/lexicons.ts';
import type { Asking, Lexicon, Occasion } from './grounding/lexicon.ts';
import { isExplicit, isReached, meant, type Meaning, roomsIn, withoutNames } from './grounding/meant.ts';
import { aboutNamed, goesAlong, meantBy, switchedFor } from './grounding/occasions.ts';
import { isNamed, nameSpans, placesIn } from './grounding/said-names.ts';
import { askingsFor, askingsOf, isBarrierWish, mayBeUnknownVerb } from './grounding/wish-askings.ts';
import { isOutsideAsked } from './grounding/outside.ts';
import { reachOf } from './reach.ts';
import { riskOf } from './risk.ts';
import type { Spoken } from './spoken.ts';

/** How far back "it" reaches: sentences before the newest one. */
const reachBack = 3;

/** True when the newest sentence asks for this of this device, by itself or by what the talk was about. */
export function isGrounded(wish: Wish, entity: Entity, spoken: Spoken, model: HomeModel): boolean {
  return (
    spoken.isNoRequest !== true &&
    readingsOf(spoken).some((talk) => isAskedIn(talk, wish, entity, spoken, model))
  );
}

/** True when the newest sentence asks for it. */
export function isDeedAsked(deed: Deed, spoken: Spoken): boolean {
  if (spoken.isNoRequest) return false;
  return readingsOf(spoken).some((talk) => {
    const requests = talk.now.filter(({ mood }) => mood === 'request');
    if (deed.do === 'outside') return requests.some(({ own }) => isOutsideAsked(deed, own));
    return requests.some((clause) => asksFor(clause, deedAskings[deed.do], talk.lexicon));
  });
}

const deedAskings: Readonly<Record<Exclude<Deed['do'], 'outside'>, readonly Asking[]>> = {
  start_timer: ['timer'],
  change_timer: ['timer'],
  announce: ['announce'],
  remember: ['remember'],
  forget: ['forget'],
};

type Talk = {
  readonly lexicon: Lexicon;
  readonly language: string;
  /** The newest sentence; a question of ours that it says yes to stands in its place. */
  readonly now: readonly Clause[];
  /** Sentences before it, newest first. */
  readonly before: readonly (readonly Clause[])[];
  readonly isYes: boolean;
  /** False where it is read in English beside its own language. */
  readonly isOwnLanguage: boolean;
};

/** Every way to read the newest sentence: as it was heard, and in its language or in English, because homes mix them. */
function readingsOf(spoken: Spoken): readonly Talk[] {
  const language = primarySubtag(spoken.language);
  const languages = language === 'en' ? ['en'] : [language, 'en'];
  const [newest = '', ...earlier] = spoken.words.toReversed();
  return languages.flatMap((one) => {
    const lexicon = lexiconFor(one);
    if (lexicon === undefined) return [];
    return [newest, ...spoken.alternatives].map((said) => ({
      ...readTalk([said, ...earlier], spoken.heard, lexicon, one),
      isOwnLanguage: one === language,
    }));
  });
}

/** `words`: newest first. */
function readTalk(
  words: readonly string[],
  heard: string | null,
  lexicon: Lexicon,
  language: string,
): Omit<Talk, 'isOwnLanguage'> {
  const [newest = '', ...earlier] = words;
  const before = earlier.slice(0, reachBack).map((said) => clausesOf(said, lexicon, language));
  const isYes = heard !== null && lexicon.yes.test(plain(newest, language));
  const now = isYes ? offersIn(heard, lexicon, language) : clausesOf(newest, lexicon, language);
  return { lexicon, language, now, before, isYes };
}

/** "Shall I turn the heating up?": what a yes takes up was heard by the one who says it. */
function offersIn(heard: string, lexicon: Lexicon, language: string): readonly Clause[] {
  const questions = heard.match(/[^.!?]+\?/g) ?? [];
  return questions.flatMap((question) => {
    const text = plain(question, language);
    const offer = lexicon.offer.exec(text)?.[0];
    return offer === undefined ? [] : clausesOf(text.slice(offer.length).trim(), lexicon, language);
  });
}

function isAskedIn(talk: Talk, wish: Wish, entity: Entity, spoken: Spoken, model: HomeModel): boolean {
  const { lexicon, language, now, before } = talk;
  const earlier = before.flat().filter(({ mood }) => mood !== 'void' && mood !== 'negated');
  const meaning: Meaning = {
    model,
    lexicon,
    language,
    areaId: spoken.areaId,
    spokenOf: roomsOf(earlier, spoken, { model, lexicon, language }),
  };
  const isRisky = riskOf(wish, reachOf(entity, model)) === 'less-safe';
  const askings = askingsFor(wish, entity.domain);
  if (isExcluded(entity, askings, now, meaning)) return false;
  const context = () => isSpokenOf(entity, earlier, spoken, meaning);
  const requests = now
    .filter(({ mood }) => mood === 'request' || mood === 'kept')
    .map((clause) => (beginsWithName(clause, model) ? { ...clause, only: null } : clause));
  for (const clause of requests) {
    const isAsked = isRisky
      ? isPlainlyAsked(clause, wish, entity, talk, model)
      : isWishAsked(clause, askings, talk, model);
    const names = () => isMeantBy(clause, entity, now, meaning, context, isRisky);
    if (isAsked && names()) return true;
    if (!isRisky && isUnknownVerb(clause, wish, entity, talk, meaning)) return true;
    if (isRoutineCalled(wish, entity, clause, meaning)) return true;
  }
  if (isRisky) return false;
  if (isOccasion(wish, entity, now, meaning)) return true;
  if (isDoneAsAskedAbout(talk, askings, entity, meaning)) return true;
  return isTakenUp(talk, askings, entity, context, meaning);
}

/** "Play Corner off" plays nothing. */
function beginsWithName({ text }: Clause, model: HomeModel): boolean {
  return nameSpans(text.split(' '), model)[0]?.start === 0;
}

/** "Unlock the front door", with the lock's name or its kind and place, and no other way. */
function isPlainlyAsked(
  clause: Clause,
  wish: Wish,
  { domain }: Entity,
  talk: Talk,
  model: HomeModel,
): boolean {
  const barrier = domain === 'valve' ? null : isBarrierWish(wish);
  if (barrier === null) return isWishAsked(clause, askingsFor(wish, domain), talk, model);
  return clause.only === null && talk.lexicon.plainly[barrier].test(evidence(clause, talk, model));
}

function isWishAsked(clause: Clause, askings: readonly Asking[], talk: Talk, model: HomeModel): boolean {
  return asksFor({ ...clause, own: evidence(clause, talk, model) }, askings, talk.lexicon);
}

/** Something is asked of a device that is named, in words that mean nothing else for its kind. */
function isUnknownVerb(clause: Clause, wish: Wish, entity: Entity, talk: Talk, meaning: Meaning): boolean {
  if (!talk.isOwnLanguage || clause.mood !== 'request' || clause.only !== null) return false;
  if (!mayBeUnknownVerb(wish, entity.domain)) return false;
  const isKnown = isWishAsked(
    { ...clause, isDemanded: false },
    [...askingsOf(entity.domain)],
    talk,
    meaning.model,
  );
  return !isKnown && clause.text.includes(' ') && meant(entity, clause.text, meaning) === 'said';
}

/** A name that reads like a command ("unlock the front door") asks for nothing, as long as something else does. */
function evidence({ own }: Clause, { lexicon }: Pick<Talk, 'lexicon'>, model: HomeModel): string {
  const rest = withoutNames(own.split(' '), model, (name) => name.includes(' ') && lexicon.begins.test(name));
  return Object.values(lexicon.asking).some((pattern) => pattern.test(rest)) ? rest : own;
}

function asksFor(
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
function isBareText(text: string, asking: Lexicon['asking']): boolean {
  return !Object.values(asking).some((pattern) => pattern.test(text));
}

function isMeantBy(
  { text }: Clause,
  entity: Entity,
  now: readonly Clause[],
  meaning: Meaning,
  context: () => boolean,
  isRisky: boolean,
): boolean {
  const plainness = meant(entity, text, meaning);
  if (plainness === 'said') return true;
  const isIt = meaning.lexicon.pronoun.test(text);
  if (isIt && (context() || isNamedBeside(entity, now, meaning))) return true;
  if (plainness === 'hinted') return !isRisky;
  // "Down to ten, please": what the talk is about.
  if (!isExplicit(text, meaning) && roomsIn(text, meaning).size === 0 && context()) return true;
  // "In the kitchen, lights on": the room, or the device, stands in a part of its own.
  return !isExplicit(text, meaning) && isNamedBeside(entity, now, meaning);
}

/** Another part of the sentence names it, one that asks for nothing else itself. */
function isNamedBeside(entity: Entity, now: readonly Clause[], meaning: Meaning): boolean {
  return now.some(
    ({ mood, text }) => mood !== 'negated' && mood !== 'void' && meant(entity, text, meaning) === 'said',
  );
}

/** "Did somebody forget to lock up? Do it, please." */
function isDoneAsAskedAbout(
  talk: Talk,
  askings: readonly Asking[],
  entity: Entity,
  meaning: Meaning,
): boolean {
  const { now, lexicon } = talk;
  if (!now.some(({ mood, own }) => mood === 'request' && lexicon.doIt.test(own))) return false;
  return now.some(
    (clause) =>
      clause.mood === 'question' &&
      asksFor(clause, askings, lexicon) &&
      meant(entity, clause.text, meaning) !== null,
  );
}

/** "Good night" is the name of a script: who says it whole asks for it. */
function isRoutineCalled(
  wish: Wish,
  entity: Entity,
  { text, only }: Clause,
  { lexicon, language }: Meaning,
): boolean {
  if (wish.do !== 'activate' && wish.do !== 'press') return false;
  return only === null && isNamed(entity, text.split(' '), lexicon, language);
}

function isOccasion(wish: Wish, entity: Entity, now: readonly Clause[], meaning: Meaning): boolean {
  const { lexicon, model, language } = meaning;
  const told = now.filter(
    ({ mood, only }) =>
      (mood === 'statement' || mood === 'request') && (only === null || only === 'add' || only === 'play'),
  );
  return told.some(({ text, whole, only }) =>
    occasionsIn(whole, lexicon).some((occasion) => {
      const doings = meantBy[occasion][entity.domain];
      if (doings?.includes(wish.do) !== true || !goesAlong(occasion, wish)) return false;
      if (only === 'add' && entity.domain !== 'todo') return false;
      if (isOtherwiseNamed(entity, occasion, text, meaning)) return false;
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

/**
 * "And the bedroom too", "a bit more", "the other one": the request is the one before, the device is said now, or it
 * is that of the talk, or its neighbour.
 */
function isTakenUp(
  talk: Talk,
  askings: readonly Asking[],
  entity: Entity,
  context: () => boolean,
  meaning: Meaning,
): boolean {
  const { now, before, lexicon, isYes } = talk;
  const isElliptic = now.every(
    ({ mood, own }) =>
      mood === 'request' &&
      (isBareText(own, lexicon.asking) || lexicon.same.test(own) || isFurther(own, lexicon)),
  );
  if (isYes || !isElliptic) return false;
  const last = before.find((clauses) => clauses.some(({ mood }) => mood === 'request'));
  const wasAsked =
    last?.some((clause) => clause.mood === 'request' && asksFor(clause, askings, lexicon)) === true;
  if (wasAsked && now.some(({ text }) => meant(entity, text, meaning) !== null)) return true;
  if (wasAsked && now.some(({ own }) => lexicon.other.test(own)))
    return isNeighbour(entity, last ?? [], meaning);
  return (
    now.some(({ own }) => isFurther(own, lexicon)) && context() && wasAskedAtAll(entity, last ?? [], meaning)
  );
}

const isFurther = (text: string, { more }: Lexicon): boolean => more.test(text);

/** Of the same kind and room as one that was meant. */
function isNeighbour({ domain, areaId }: Entity, last: readonly Clause[], meaning: Meaning): boolean {
  const same = [...meaning.model.entities.values()].filter(
    (one) => one.domain === domain && one.areaId === areaId,
  );
  return same.some((one) => last.some(({ text }) => meant(one, text, meaning) !== null));
}

/** Something was asked of it in the last request: "more" and "less" go on from there. */
function wasAskedAtAll(entity: Entity, last: readonly Clause[], { lexicon }: Meaning): boolean {
  return last.some(
    (clause) => clause.mood === 'request' && asksFor(clause, [...askingsOf(entity.domain)], lexicon),
  );
}

/** The talk was about it: told of, acted on, asked about or named to the speaker. */
function isSpokenOf(entity: Entity, earlier: readonly Clause[], spoken: Spoken, meaning: Meaning): boolean {
  if (spoken.lastEntityIds.includes(entity.entityId)) return true;
  if (earlier.some(({ text }) => meant(entity, text, meaning) !== null)) return true;
  const heard = spoken.heard === null ? [] : plain(spoken.heard, meaning.language).split(' ');
  return isNamed(entity, heard, meaning.lexicon, meaning.language);
}

function roomsOf(
  earlier: readonly Clause[],
  { lastEntityIds }: Spoken,
  home: Pick<Meaning, 'model' | 'lexicon' | 'language'>,
): ReadonlySet<string> {
  const said = earlier.flatMap(({ text }) => [...roomsIn(text, home)]);
  const acted = lastEntityIds.flatMap((id) => home.model.entities.get(id)?.areaId ?? []);
  return new Set([...said, ...acted]);
}

/** "All lights but the lamp", "don't touch the TV", "leave the fan on": nothing is done with it but what they say. */
function isExcluded(
  entity: Entity,
  askings: readonly Asking[],
  now: readonly Clause[],
  meaning: Meaning,
): boolean {
  const excepted = now.flatMap((clause) => {
    const isKeptOtherwise = clause.mood === 'kept' && !asksFor(clause, askings, meaning.lexicon);
    return [clause.excepted, ...(clause.mood === 'negated' || isKeptOtherwise ? [clause.text] : [])];
  });
  return excepted.some((text) => text !== '' && meant(entity, text, meaning) === 'said');
}
