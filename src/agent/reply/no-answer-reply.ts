/** What to say when nothing can be done: short, honest, and what would help. */
import type { Plan } from '../understand/plan.ts';
import { deviceClasses } from '../understand/device-classes.ts';
import { isKnown, stateOf } from '../../home/model/home-model.ts';
import type { Entity, HomeModel } from '../../home/model/home-model.ts';
import type { About } from '../understand/mention.ts';
import { cannotTell } from './answer-reply.ts';
import { speakState } from './speak-state.ts';
import { isOrAre, list, spokenName, theName } from './words.ts';

const unclear: Readonly<Record<Extract<Plan, { kind: 'not-understood' }>['why'], string>> = {
  empty: "I didn't hear anything.",
  'no-match': "Sorry, I didn't understand that.",
  'not-a-request': "I didn't take that as a request, so I changed nothing.",
  negated: 'All right, I changed nothing.',
  'for-later': "I can't do things at a later time yet, so I changed nothing.",
};

export function replyToUnclear(
  plan: Extract<Plan, { kind: 'not-understood' | 'unlinked' }>,
  model: HomeModel,
): string {
  if (plan.kind === 'not-understood') return unclear[plan.why];
  const { why } = plan;
  switch (why.kind) {
    case 'ambiguous':
      return `Which one do you mean: ${list(why.entities.slice(0, 4).map(({ name }) => theName(name)))}? Please say it with its name.`;
    case 'unfit':
      return plan.isQuestion
        ? otherState(why.entity, model)
        : `I can't do that with ${theName(why.entity.name)}.`;
    case 'no-place':
      return `In which room? Please say it with the room, for example "the ${many(why.className)} in the kitchen".`;
    case 'none-there':
      return `I found no ${one(why.className)} in the ${spokenName(why.place.name)} that I could use for that.`;
    case 'unknown-place':
      return `I don't know a room called ${why.said}.`;
    case 'unknown-name':
      return why.said === '' ? unclear['no-match'] : `I don't know a device called ${why.said}.`;
  }
}

const byName: About = { by: 'name', className: null, place: null, everywhere: false };

/** Asked whether a lock is open: what is known is that it is locked. */
function otherState(entity: Entity, model: HomeModel): string {
  const state = stateOf(model, entity.entityId);
  if (!isKnown(state)) return cannotTell([entity], byName, model);
  return `I only know that ${theName(entity.name)} ${isOrAre(entity.name)} ${speakState(entity, state)}.`;
}

function many(className: string): string {
  return deviceClasses[className]?.many ?? className;
}

function one(className: string): string {
  return deviceClasses[className]?.one ?? className;
}
