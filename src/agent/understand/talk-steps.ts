/** Talk about the talk: answers to us, again, undo, corrections of what was last done, courtesies. */
import { entitiesOf, type Entity } from '../../home/model/home-model.ts';
import { alsoAsked, alsoOnDay, whichOnes } from './also-asked.ts';
import { kindOf } from './device-classes.ts';
import { calendarAnswer } from './calendar-answer.ts';
import { commandIntents } from './intents/command-intents.ts';
import { ofDomain, type Said } from './intents/command-intent.ts';
import { answered, answeredWithout } from './answered.ts';
import { alsoListed } from './also-listed.ts';
import { linkTarget } from './link-target.ts';
import { memoryStep } from './memory-steps.ts';
import { moreOf } from './more-of-it.ts';
import { byName, findPlace, type About, type Fits, type LinkContext } from './mention.ts';
import type { Step } from './plan.ts';
import type { Situation } from './situation.ts';
import type { Target } from './target.ts';
import type { Wish } from './wish.ts';

/** Undefined when the words mean nothing in this situation. */
export function talkStep(
  intent: string,
  said: Said,
  targets: readonly Target[],
  situation: Situation,
  context: LinkContext,
): Step | undefined {
  const [target] = targets;
  switch (intent) {
    case 'again':
      return { kind: 'again' };
    case 'undo':
      return { kind: 'undo' };
    case 'stop_it':
      return stopped(situation);
    case 'what_was_done':
      return { kind: 'recount', as: 'said' };
    case 'did_it_work':
      return { kind: 'recount', as: 'is-now' };
    case 'also_items':
      return alsoListed(said('item') ?? '', situation, context);
    case 'never_mind':
      return { kind: 'never-mind' };
    case 'yes':
      return { kind: 'reply', answer: { said: 'yes' } };
    case 'no':
      return { kind: 'reply', answer: { said: 'no' } };
    case 'tell_time':
      return { kind: 'tell', what: 'time' };
    case 'tell_date':
      return { kind: 'tell', what: 'date' };
    case 'day_of':
    case 'time_until':
    case 'time_in': {
      const answer = calendarAnswer(intent, said, situation);
      return answer && { kind: 'calendar', answer };
    }
    case 'greeting':
      return { kind: 'tell', what: 'greeting' };
    case 'greeting_back':
      return { kind: 'tell', what: 'greeting' };
    case 'farewell':
      return { kind: 'tell', what: 'farewell' };
    case 'thanks':
      return { kind: 'tell', what: 'thanks' };
    case 'not_yet':
      return { kind: 'not-understood', why: 'not-yet' };
    case 'help':
      return { kind: 'tell', what: 'help' };
    case 'name':
      return { kind: 'tell', what: 'name' };
    case 'broadcast': {
      const message = said('message');
      return message === undefined ? undefined : { kind: 'broadcast', message };
    }
    case 'not_that_one':
      return theOther(situation, context, true);
    case 'other_too':
      return theOther(situation, context, false);
    case 'meant':
      return target && (answered(target, situation, context) ?? corrected(target, situation, context));
    case 'also_there':
      return (
        target &&
        (answered(target, situation, context) ??
          likewise(target, situation, context) ??
          alsoAsked(target, situation, context))
      );
    case 'which_ones':
      return whichOnes(situation);
    case 'also_day':
      return alsoOnDay(said('day'), situation);
    case 'these':
      return target && (answered(target, situation, context) ?? another(target, situation, context));
    case 'not_these':
      return target && answeredWithout(target, situation, context);
    case 'on_or_off': {
      const answer = said('on_or_off');
      if (situation.asked?.kind !== 'on-or-off' || (answer !== 'on' && answer !== 'off')) return undefined;
      return { kind: 'reply', answer: { said: answer } };
    }
    case 'bare':
      return target && bare(target, context);
    case 'more':
      return moreOf(said, situation, context);
    default:
      return memoryStep(intent, said);
  }
}

/** "Stop it", of what was just done; a question of ours is what was meant where one waits. */
function stopped({ asked, lastWish }: Situation): Step {
  return asked || !lastWish ? { kind: 'never-mind' } : { kind: 'undo' };
}

/** "(not that one,) the other": of two that were offered, or of two of a kind in the room, the one not taken. */
function theOther(situation: Situation, context: LinkContext, instead: boolean): Step | undefined {
  const { lastWish, lastEntityIds, lastOffered = [] } = situation;
  if (!lastWish) return undefined;
  const last = entitiesOf(context.model, lastEntityIds);
  const offered = entitiesOf(context.model, lastOffered);
  const pool = offered.length > 0 ? offered : siblingsOf(last, context);
  const others = pool.filter((entity) => !last.includes(entity));
  return others.length === 1
    ? { kind: 'act', wish: lastWish, entities: others, about: byName, instead }
    : undefined;
}

/** Devices of the same domain in the same room. */
function siblingsOf(entities: readonly Entity[], { index }: LinkContext): readonly Entity[] {
  const [first] = entities;
  if (first === undefined || entities.length > 1) return [];
  const there = index.byArea.get(first.areaId) ?? [];
  return there.filter(({ domain, areaId }) => areaId !== null && domain === first.domain);
}

/** "I meant the kitchen": the last wish there instead. */
function corrected(target: Target, situation: Situation, context: LinkContext): Step | undefined {
  const { lastWish } = situation;
  const wish = lastWish?.do === 'clean_area' ? { ...lastWish, areaIds: [] } : lastWish;
  const step = likewise(target, { ...situation, ...(wish && { lastWish: wish }) }, context);
  return step && step.kind === 'act' ? { ...step, instead: true } : undefined;
}

/** "lights": what is to be done with them has to be asked. Of what is no simple thing to switch it is not. */
function bare(target: Target, context: LinkContext): Step | undefined {
  const linked = linkTarget(target, { fits: isSwitched, impliedClass: null }, context);
  if (linked.kind === 'entities')
    return { kind: 'on-or-off', entities: linked.entities, about: linked.about };
  if (linked.kind !== 'no-place') return undefined;
  const about: About = { by: 'class', className: linked.className, place: null, everywhere: false };
  return { kind: 'on-or-off', entities: [], about };
}

const isSwitched: Fits = ofDomain('light', 'switch', 'fan', 'input_boolean');

/** "and the bedroom too": the last wish there as well. */
function likewise(
  target: Target,
  { lastWish, lastEntityIds }: Situation,
  context: LinkContext,
): Step | undefined {
  if (!lastWish) return undefined;
  const last = entitiesOf(context.model, lastEntityIds);
  if (lastWish.do === 'clean_area') return alsoClean(lastWish.areaIds, target, last, context);
  const domains = new Set(last.map(({ domain }) => domain));
  // What is named may be of another kind that the same can be done with.
  const canToo = target.name === null ? undefined : commandIntents[lastWish.do]?.fits;
  const fits: Fits = (entity) => domains.has(entity.domain) || canToo?.(entity) === true;
  const linked = linkTarget(target, { fits, impliedClass: kindOf(last) }, context);
  if (linked.kind === 'ambiguous') {
    // "The ceiling one", of the room that was just spoken of.
    const near = linked.entities.filter(({ areaId }) => last.some((one) => one.areaId === areaId));
    return near.length === 1 ? actOn(lastWish, near, byName) : undefined;
  }
  return linked.kind === 'entities' ? actOn(lastWish, linked.entities, linked.about) : undefined;
}

/** "Shall I turn on the bathroom light?" "The night light": a name that was not asked about is wanted instead. */
function another(target: Target, situation: Situation, context: LinkContext): Step | undefined {
  const isNamed = target.name !== null && situation.asked?.kind === 'confirmation';
  return isNamed ? likewise(target, situation, context) : undefined;
}

/** One order for all rooms, or the robot would leave the first for the second. */
function alsoClean(
  before: readonly string[],
  { places }: Target,
  robots: readonly Entity[],
  context: LinkContext,
): Step | undefined {
  const rooms = places.map((text) => findPlace(context, text));
  const said = rooms.flatMap((room) => (room?.kind === 'area' ? [room.id] : []));
  if (said.length === 0 || said.length < rooms.length) return undefined;
  return actOn({ do: 'clean_area', areaIds: [...new Set([...before, ...said])] }, robots, byName);
}

function actOn(wish: Wish, entities: readonly Entity[], about: About): Step {
  return { kind: 'act', wish, entities, about };
}
