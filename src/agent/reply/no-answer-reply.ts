/** What to say when nothing can be done: short, honest, and what would help. */
import { isKnown, stateOf } from '../../home/model/home-model.ts';
import type { Entity, HomeModel } from '../../home/model/home-model.ts';
import { deviceClasses } from '../understand/device-classes.ts';
import { indexOf } from '../understand/home-index.ts';
import { byName } from '../understand/mention.ts';
import type { NotUnderstood, Step } from '../understand/plan.ts';
import { cannotTell } from './answer-reply.ts';
import type { FixedReply, LanguagePack } from './language-pack.ts';
import { stateWord } from './state-words.ts';

const unclear: Readonly<Record<NotUnderstood, FixedReply>> = {
  empty: 'nothingHeard',
  'no-match': 'notUnderstood',
  'not-a-request': 'notARequest',
  negated: 'negated',
  'for-later': 'forLater',
  'not-yet': 'unsupported',
};

/** More names than this in a row nobody can choose from. */
const choicesLimit = 4;

/** The names to offer, with their room where devices share a name. */
export function namesToChooseFrom(entities: readonly Entity[], model: HomeModel): readonly string[] {
  return entities.slice(0, choicesLimit).map((entity) => {
    const isShared = entities.some((other) => other !== entity && other.name === entity.name);
    const area = model.areas.get(entity.areaId ?? '');
    return isShared && area ? `${area.name} ${entity.name}` : entity.name;
  });
}

export function replyToUnclear(
  plan: Extract<Step, { kind: 'not-understood' | 'unlinked' }>,
  model: HomeModel,
  pack: LanguagePack,
): string {
  if (plan.kind === 'not-understood') return pack[unclear[plan.why]];
  const { why } = plan;
  switch (why.kind) {
    case 'ambiguous':
      return pack.whichOne({ names: namesToChooseFrom(why.entities, model) });
    case 'unfit':
      return plan.isQuestion ? otherState(why.entity, model, pack) : pack.unfit({ name: why.entity.name });
    case 'no-place':
      return pack.whichRoom({ className: why.className });
    case 'none-there':
      return pack.noneThere(why);
    case 'unknown-place':
      return isName(why.said, model) ? pack.unknownPlace(why) : pack.notUnderstood;
    case 'unknown-name':
      if (!isName(why.said, model)) return pack.notUnderstood;
      return why.said in deviceClasses ? pack.noneAnywhere({ className: why.said }) : pack.unknownName(why);
  }
}

/**
 * Whether the words may be what somebody calls a thing. "Off the last" is not, and what the home has under that name
 * is not unknown: then it was the sentence that was not understood.
 */
function isName(said: string, model: HomeModel): boolean {
  if (said === '' || noNames.test(said)) return false;
  const { entityNames, placeNames } = indexOf(model);
  return entityNames.find(said, false) === undefined && placeNames.find(said, false) === undefined;
}

/** Words that join others, and figures, stand in no unknown name. */
const noNames =
  /^(?:up|down|on|off|out|in|to|only|just|more|less|little|half|after|before|for|with|at|nah|yes|no|not|and|it|them|me|\d+)\b|(?: |^)(?:the|of|please|and|it|nothing|else|on|off|then|that|is|are|now|1|ones?)(?: |$)|^\S+ing$/;

/** Asked whether a lock is open: what is known is that it is locked. */
function otherState(entity: Entity, model: HomeModel, pack: LanguagePack): string {
  const state = stateOf(model, entity.entityId);
  if (!isKnown(state)) return cannotTell([entity], byName, model, pack);
  return pack.onlyKnown({ name: entity.name, state: stateWord(entity, state) });
}
