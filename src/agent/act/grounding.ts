/**
 * The gate in front of what a language model asks for: what is done, and with which device, must be in the speaker's
 * own words of this dialogue. Code, not a sentence in a prompt: whatever a calendar, a title, a name or another
 * program says reaches a model as text, and text authorises nothing.
 */
import type { Entity, HomeModel } from '../../home/model/home-model.ts';
import type { Wish } from '../understand/wish.ts';
import type { Deed } from './deed.ts';
import { asksFor, isBareText, isPlainlyAsked, isListed, isWishAsked } from './grounding/asked.ts';
import { isCompound } from './grounding/headed.ts';
import { isAmountAsked, isLengthAsked } from './grounding/amounts.ts';
import { type Clause, plain } from './grounding/clauses.ts';
import type { Asking } from './grounding/lexicon.ts';
import { isExplicit, isReached, meant, type Meaning, roomsIn } from './grounding/meant.ts';
import { isOccasion, isRoutineCalled } from './grounding/occasion-asked.ts';
import { isAboutOwn, isCarriedAsked, isOwnText, keptShare, toldShare } from './grounding/own-texts.ts';
import { isOutsideAsked } from './grounding/outside.ts';
import { nameSpans, placesIn } from './grounding/said-names.ts';
import { asAsked, isDoneAsAskedAbout, isSpokenOf, isTakenUp, roomsOf } from './grounding/taken-up.ts';
import { readingsOf, type Talk } from './grounding/talk.ts';
import { askingsFor } from './grounding/wish-askings.ts';
import { isWordAsked } from './grounding/word-values.ts';
import { reachOf } from './reach.ts';
import { riskOf } from './risk.ts';
import type { Spoken } from './spoken.ts';

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
    const isAsked =
      deed.do === 'outside'
        ? requests.some(({ own }) => isOutsideAsked(deed, own))
        : requests.some(
            (clause) =>
              asksFor(clause, deedAskings[deed.do], talk.lexicon) &&
              (deed.do !== 'stop_timer' || talk.lexicon.ending.test(clause.text)),
          );
    return isAsked && isContentAsked(deed, talk, spoken);
  });
}

function isContentAsked(deed: Deed, talk: Talk, spoken: Spoken): boolean {
  switch (deed.do) {
    case 'start_timer':
    case 'change_timer': {
      const { seconds } = deed;
      const hearings = [spoken.words.at(-1) ?? '', ...spoken.alternatives];
      return seconds === null || hearings.some((said) => isLengthAsked(seconds, plain(said, talk.language)));
    }
    case 'stop_timer':
      return true;
    case 'outside':
      return isAboutOwn(deed, talk, spoken);
    case 'announce':
      return isOwnText(deed.text, toldShare, talk, spoken);
    default:
      return isOwnText(deed.text, keptShare, talk, spoken);
  }
}

const deedAskings: Readonly<Record<Exclude<Deed['do'], 'outside'>, readonly Asking[]>> = {
  start_timer: ['timer'],
  change_timer: ['timer'],
  stop_timer: ['timer'],
  announce: ['announce'],
  remember: ['remember'],
  forget: ['forget'],
};

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
  // What lets somebody in is "it" only where the speaker named it: what we said may be what a stranger wrote.
  const context = () =>
    isSpokenOf(entity, earlier, isRisky ? { ...spoken, heard: null, lastEntityIds: [] } : spoken, meaning);
  const isContentSaid = (clause: Clause | null) =>
    isAmountAsked(wish, entity, clause?.text ?? '', model, talk) &&
    isWordAsked(wish, clause?.text ?? '', talk, spoken.areaId, model) &&
    isCarriedAsked(wish, clause, talk, spoken);
  const requests = now
    .filter(({ mood }) => mood === 'request' || mood === 'kept')
    .map((clause) => (isCarrierOf(clause, entity, model) ? { ...clause, only: null } : clause));
  for (const clause of requests) {
    const isAsked = isRisky
      ? isPlainlyAsked(clause, wish, entity, talk, model)
      : isWishAsked(clause, askings, talk, model);
    const names = () =>
      isPlayerMeant(clause, entity, meaning) ||
      isMeantBy(clause, entity, now, meaning, context, isRisky) ||
      isSourceSaid(clause, wish, entity, meaning);
    if (!isContentSaid(clause) || isAboutOther(clause, entity, talk, model)) continue;
    if (isAsked && names()) return true;
    if (isListed(clause, wish, entity, talk, meaning)) return true;
    if (isRoutineCalled(wish, entity, clause, meaning)) return true;
  }
  if (wish.do === 'locate' && now.some((clause) => isWhere(clause, entity, meaning))) return true;
  if (isRisky || ![null, ...requests].some(isContentSaid)) return false;
  if (isOccasion(wish, entity, now, meaning)) return true;
  if (isDoneAsAskedAbout(talk, askings, entity, meaning)) return true;
  return isTakenUp(talk, askings, entity, context, meaning);
}

/** "Where is the robot?": it may say so itself. */
function isWhere({ mood, text }: Clause, entity: Entity, meaning: Meaning): boolean {
  const isAsked = meaning.lexicon.asking.find?.test(text) === true;
  return mood === 'question' && isAsked && meant(entity, text, meaning) === 'said';
}

/** "Kettle descaler", without a word of what to do: something else than the kettle. */
function isAboutOther({ own, only }: Clause, entity: Entity, talk: Talk, model: HomeModel): boolean {
  // Elsewhere what follows a noun describes it ("une lumière douce"), and such names are one word ("Druckerpapier").
  if (talk.language !== 'en' || only !== null || entity.domain === 'todo') return false;
  return isBareText(own, talk.lexicon.asking) && isCompound(own, entity, talk, model);
}

/** "Play Corner off" plays nothing, and "find the robot" looks nothing up. */
function isCarrierOf({ text, only }: Clause, { domain }: Entity, model: HomeModel): boolean {
  if (only === 'errand') return domain === 'vacuum' || domain === 'lawn_mower';
  return nameSpans(text.split(' '), model)[0]?.start === 0;
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
  if (plainness === 'hinted') return !isRisky || isOnlyLockHere(entity, meaning);
  // "Down to ten, please": what the talk is about.
  if (!isExplicit(text, meaning) && roomsIn(text, meaning).size === 0 && context()) return true;
  if (isIt && !isRisky && isRightHere(entity, text, now, meaning)) return true;
  // "In the kitchen, lights on": the room, or the device, stands in a part of its own.
  return !isExplicit(text, meaning) && isNamedBeside(entity, now, meaning);
}

/** "Some jazz, please": a player of this room, where none is named. */
function isPlayerMeant({ text, only }: Clause, entity: Entity, meaning: Meaning): boolean {
  if (only !== 'play' || entity.domain !== 'media_player' || isExplicit(text, meaning)) return false;
  const { model, lexicon, language } = meaning;
  return isReached(
    entity,
    { text, places: placesIn(text.split(' '), model, lexicon, language) },
    meaning,
    'media',
  );
}

/** "Switch to games": the player that has it. */
function isSourceSaid({ text }: Clause, wish: Wish, entity: Entity, meaning: Meaning): boolean {
  if (wish.do !== 'select_source' || isExplicit(text, meaning)) return false;
  const isHere = meaning.areaId === null || entity.areaId === meaning.areaId;
  return isHere && ` ${text} `.includes(` ${plain(wish.source, meaning.language)} `);
}

/** "Unlock, please", in front of the only lock there is. */
function isOnlyLockHere({ domain, areaId }: Entity, { model, areaId: here }: Meaning): boolean {
  if (domain !== 'lock' || areaId === null || areaId !== here) return false;
  return (
    [...model.entities.values()].filter((one) => one.domain === domain && one.areaId === here).length === 1
  );
}

/** "The car's in, shut it": a thing of this room, where nothing is named or asked about that it may be instead. */
function isRightHere(entity: Entity, text: string, now: readonly Clause[], meaning: Meaning): boolean {
  if (entity.areaId === null || entity.areaId !== meaning.areaId) return false;
  const isOpen = now.every(
    (clause) => clause.mood !== 'question' && clause.only === null && !isExplicit(clause.text, meaning),
  );
  return isOpen && roomsIn(text, meaning).size === 0;
}

/** Another part of the sentence names it, one that asks for nothing else itself. */
function isNamedBeside(entity: Entity, now: readonly Clause[], meaning: Meaning): boolean {
  return now.some(
    ({ mood, text }) =>
      mood !== 'negated' && mood !== 'void' && meant(entity, text, asAsked(mood, meaning)) === 'said',
  );
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
