/** What to say when nothing can be done: short, honest, and what would help. */
import { isKnown, stateOf } from '../../home/model/home-model.ts';
import type { Entity, HomeModel } from '../../home/model/home-model.ts';
import { deviceClasses } from '../understand/device-classes.ts';
import { indexOf } from '../understand/home-index.ts';
import { byName } from '../understand/mention.ts';
import type { NotUnderstood, Step } from '../understand/plan.ts';
import { mayBeName, mayBePlaceName } from '../understand/unknown-name.ts';
import { cannotTell } from './answer-reply.ts';
import { namesToChooseFrom } from './choices.ts';
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
      return mayBePlaceName(why.said, indexOf(model)) ? pack.unknownPlace(why) : pack.notUnderstood;
    case 'unknown-name':
      if (why.said in deviceClasses) return pack.noneAnywhere({ className: why.said });
      return mayBeName(why.said, indexOf(model)) ? pack.unknownName(why) : pack.notUnderstood;
  }
}

/** Asked whether a lock is open: what is known is that it is locked. */
function otherState(entity: Entity, model: HomeModel, pack: LanguagePack): string {
  const state = stateOf(model, entity.entityId);
  if (!isKnown(state)) return cannotTell([entity], byName, model, pack);
  return pack.onlyKnown({ name: entity.name, state: stateWord(entity, state) });
}
