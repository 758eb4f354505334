/** Answers to questions, from states only. */
import { isKnown, isUnavailable, stateOf } from '../../home/model/home-model.ts';
import type { Entity, EntityState, HomeModel } from '../../home/model/home-model.ts';
import type { About } from '../understand/mention.ts';
import type { Question } from '../understand/plan.ts';
import { subjectOf } from './subject.ts';
import { speakState, speakValue } from './speak-state.ts';
import { count, isOrAre, list, sentence, spokenName, theName } from './words.ts';
import { deviceClasses } from '../understand/device-classes.ts';

export function replyToQuestion(
  question: Question,
  entities: readonly Entity[],
  about: About,
  model: HomeModel,
): string {
  const known = entities.flatMap((entity) => {
    const state = stateOf(model, entity.entityId);
    return isKnown(state) ? [{ entity, state }] : [];
  });
  if (known.length === 0) return cannotTell(entities, about, model);
  if (question.ask !== 'state')
    return sentence(list(known.map(({ entity, state }) => valueClause(entity, state))));
  if (question.wanted === 'all') return stateAnswer(question.state, known, entities, about);
  return chosenAnswer(question, known, entities, about);
}

/** Neither yes nor no is true of a door in motion. */
const onTheWay: ReadonlySet<string> = new Set(['opening', 'closing', 'locking', 'unlocking']);

/** Why there is no answer: away, or silent since the home started. */
export function cannotTell(entities: readonly Entity[], about: About, model: HomeModel): string {
  const { full, bare } = subjectOf(entities, about);
  const isAway = entities.every(({ entityId }) => isUnavailable(stateOf(model, entityId)));
  if (isAway) return `I can't tell: ${full} can't be reached.`;
  const isPlural = entities.length > 1 || isOrAre(bare) === 'are';
  return `I can't tell: ${full} ${isPlural ? 'have' : 'has'} not reported anything yet.`;
}

type Known = { readonly entity: Entity; readonly state: EntityState };

function valueClause(entity: Entity, state: EntityState): string {
  return `${theName(entity.name)} ${isOrAre(entity.name)} ${speakValue(entity, state)}`;
}

function stateAnswer(asked: string, known: readonly Known[], all: readonly Entity[], about: About): string {
  const [first] = known;
  const yes = known.filter(({ entity, state }) => speakState(entity, state) === asked);
  const missing = all.filter((entity) => !known.some((one) => one.entity === entity));
  const unreached =
    missing.length === 0 ? '' : `; ${list(missing.map(({ name }) => theName(name)))} can't be reached`;
  if (first && known.length === 1 && all.length === 1) {
    const { entity, state } = first;
    const clause = `${theName(entity.name)} ${isOrAre(entity.name)} ${speakState(entity, state)}`;
    return sentence(onTheWay.has(state.state) ? clause : `${yes.length === 1 ? 'yes' : 'no'}, ${clause}`);
  }
  const { full } = subjectOf(all, about);
  if (yes.length === known.length) return sentence(`yes, ${full} are ${asked}${unreached}`);
  if (yes.length === 0)
    return sentence(`no, none of ${full} ${known.length === 1 ? 'is' : 'are'} ${asked}${unreached}`);
  const named = yes.length <= 3 ? `: ${list(yes.map(({ entity }) => theName(entity.name)))}` : '';
  return sentence(
    `${count(yes.length)} of ${count(all.length)} ${yes.length === 1 ? 'is' : 'are'} ${asked}${named}${unreached}`,
  );
}

/** More names than this in a row nobody remembers. */
const namesLimit = 5;

/** "which", "how many" and "any": what is so, by name or number. */
function chosenAnswer(
  { state: asked, wanted }: Extract<Question, { ask: 'state' }>,
  known: readonly Known[],
  all: readonly Entity[],
  about: About,
): string {
  const yes = known.filter(({ entity, state }) => speakState(entity, state) === asked);
  const kind = deviceClasses[about.className ?? ''];
  const place =
    about.place === null
      ? ''
      : ` ${about.place.kind === 'area' ? 'in' : 'on'} the ${spokenName(about.place.name)}`;
  const missing = all.length - known.length;
  const unreached = missing === 0 ? '' : `; ${count(missing)} can't be reached`;
  const lead = wanted === 'any' ? (yes.length > 0 ? 'yes, ' : 'no, ') : '';
  const isAre = yes.length === 1 ? 'is' : 'are';
  if (wanted !== 'count' && yes.length > 0 && yes.length <= namesLimit) {
    const names = yes.map(({ entity }) => entity.name);
    const verb = yes.length === 1 ? isOrAre(names[0] ?? '') : 'are';
    return sentence(`${lead}${list(names.map(theName))} ${verb} ${asked}${unreached}`);
  }
  const noun = (yes.length === 1 ? kind?.one : kind?.many) ?? 'devices';
  return sentence(`${lead}${count(yes.length)} ${noun}${place} ${isAre} ${asked}${unreached}`);
}
