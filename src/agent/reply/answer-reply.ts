/** Answers to questions, from states only. */
import { isKnown, isUnavailable, stateOf } from '../../home/model/home-model.ts';
import type { Entity, EntityState, HomeModel } from '../../home/model/home-model.ts';
import type { About } from '../understand/mention.ts';
import type { Property, Question } from '../understand/plan.ts';
import type { LanguagePack } from './language-pack.ts';
import { replyAboutPeople } from './people-reply.ts';
import { propertyOf } from './property-reading.ts';
import { namesLimit, subjectOf } from './subject.ts';
import { isSo, readingOf, stateWord } from './state-words.ts';

type Known = { readonly entity: Entity; readonly state: EntityState };
type Asked = {
  readonly entities: readonly Entity[];
  readonly known: readonly Known[];
  readonly about: About;
  readonly pack: LanguagePack;
};

export function replyToQuestion(
  question: Question,
  entities: readonly Entity[],
  about: About,
  model: HomeModel,
  pack: LanguagePack,
): string {
  const people = replyAboutPeople(question, entities, model, pack);
  if (people !== undefined) return people;
  const known = entities.flatMap((entity) => {
    const state = stateOf(model, entity.entityId);
    return isKnown(state) ? [{ entity, state }] : [];
  });
  const asked: Asked = { entities, known, about, pack };
  if (known.length === 0) return cannotTell(entities, about, model, pack);
  switch (question.ask) {
    case 'value':
    case 'where':
      return values(asked);
    case 'property':
      return properties(question.property, asked);
    case 'weather':
      return weather(asked);
    case 'forecast':
    case 'list_items':
      return pack.unsupported;
    case 'state':
  }
  return question.wanted === 'all' ? areAll(question.state, asked) : chosen(question, asked);
}

/** Why there is no answer: away, or silent since the home started. */
export function cannotTell(
  entities: readonly Entity[],
  about: About,
  model: HomeModel,
  pack: LanguagePack,
): string {
  const isAway = entities.every(({ entityId }) => isUnavailable(stateOf(model, entityId)));
  return pack.cannotTell({ subject: subjectOf(entities, about), why: isAway ? 'unreachable' : 'silent' });
}

/** Neither yes nor no is true of a door in motion. */
const onTheWay: ReadonlySet<string> = new Set(['opening', 'closing', 'locking', 'unlocking']);

/** Beside many others in another state, so few are named. */
const namedOfMany = 2;

/** Of devices some of which are so: as many can be named. */
const namedOfSome = 3;

/** What a device does besides the state it tells. */
const unseenStates: ReadonlySet<string> = new Set(['heating', 'cooling', 'low', 'muted']);

function values(asked: Asked): string {
  const { known, pack } = asked;
  if (known.every(({ entity }) => entity.domain === 'weather')) return weather(asked);
  const of = known.map(({ entity, state }) => ({ name: entity.name, reading: readingOf(entity, state) }));
  if (known.length > 1 && of.every(({ reading }) => reading.kind === 'state')) return byState(asked);
  const told = of.length > namesLimit ? of.slice(0, namesLimit) : of;
  const rest = of.length - told.length;
  return `${pack.readings({ of: told })}${rest === 0 ? '' : ` ${pack.tells.more(rest)}`}`;
}

/** Several devices together: those in the same state by their names where they are few, else by their number. */
function byState({ known, about, pack }: Asked): string {
  const groups = new Map<string, Entity[]>();
  for (const { entity, state } of known) {
    const word = stateWord(entity, state);
    const same = groups.get(word);
    if (same) same.push(entity);
    else groups.set(word, [entity]);
  }
  const isCounted = known.length > namesLimit;
  const { className, place } = about;
  return [...groups]
    .map(([state, entities]) =>
      isCounted && entities.length > namedOfMany
        ? pack.countAre({ state, count: entities.length, className, place, verdict: null })
        : pack.theseAre({ state, names: entities.map(({ name }) => name), isYes: false }),
    )
    .join(' ');
}

function properties(property: Property, { entities, known, about, pack }: Asked): string {
  if (property === 'media') return playing(known, about, pack);
  const read = known.flatMap(({ entity, state }) => {
    const reading = propertyOf(property, state);
    return reading === null ? [] : [{ name: entity.name, reading }];
  });
  const [only, ...others] = known;
  if (read.length === 0 && only && others.length === 0)
    return pack.onlyKnown({ name: only.entity.name, state: stateWord(only.entity, only.state) });
  if (read.length === 0) return pack.cannotTell({ subject: subjectOf(entities, about), why: 'silent' });
  return pack.readings({ of: read });
}

/** What plays where; players that are silent are not listed. */
function playing(known: readonly Known[], { place }: About, pack: LanguagePack): string {
  const players = known.filter(({ entity, state }) => isSo('playing', entity, state));
  if (players.length === 0)
    return pack.countAre({ state: 'playing', count: 0, className: 'media', place, verdict: null });
  return players
    .map(({ entity, state }) => {
      const title = state.attributes['media_title'];
      const artist = state.attributes['media_artist'];
      return typeof title === 'string'
        ? pack.tells.playing(entity.name, title, typeof artist === 'string' && artist !== '' ? artist : null)
        : pack.theseAre({ state: 'playing', names: [entity.name], isYes: false });
    })
    .join(' ');
}

/** The sky of the first place that tells one. */
function weather({ known, pack }: Asked): string {
  const [first] = known;
  if (!first) return pack.unsupported;
  const degrees = first.state.attributes['temperature'];
  return pack.tells.weather(first.state.state, typeof degrees === 'number' ? degrees : null);
}

function areAll(asked: string, { entities, known, about, pack }: Asked): string {
  const [first] = known;
  const yes = known.filter(({ entity, state }) => isSo(asked, entity, state));
  if (first && entities.length === 1) {
    const isYes = yes.length === 1;
    const state = isYes && unseenStates.has(asked) ? asked : stateWord(first.entity, first.state);
    const verdict = onTheWay.has(state) ? null : isYes ? 'yes' : 'no';
    return pack.stateOfOne({ name: first.entity.name, state, verdict });
  }
  const missing = entities.filter((entity) => !known.some((one) => one.entity === entity));
  const unreached =
    missing.length === 0
      ? ''
      : ` ${pack.unreachable({ subject: subjectOf(missing, { ...about, by: 'name' }) })}`;
  const subject = subjectOf(entities, about);
  if (yes.length === known.length) return `${pack.allAre({ subject, state: asked })}${unreached}`;
  if (yes.length === 0) return `${pack.noneAre({ subject, state: asked })}${unreached}`;
  const isFew = yes.length <= namedOfSome;
  const names = isFew ? yes.map(({ entity }) => entity.name) : [];
  const counts = { yesCount: yes.length, totalCount: entities.length };
  const some = pack.someAre({ state: asked, ...counts, names });
  const others = known.filter((one) => !yes.includes(one));
  // What the person would see to is what is not so.
  const exceptions =
    isFew || others.length > namedOfSome ? '' : ` ${byState({ entities, known: others, about, pack })}`;
  return `${some}${exceptions}${unreached}`;
}

/** "which", "how many" and "any": what is so, by name or number. */
function chosen(
  { state: asked, wanted }: Extract<Question, { ask: 'state' }>,
  { entities, known, about, pack }: Asked,
): string {
  const yes = known.filter(({ entity, state }) => isSo(asked, entity, state));
  const missing = entities.length - known.length;
  const unreached = missing === 0 ? '' : ` ${pack.unreachableCount({ count: missing })}`;
  if (wanted !== 'count' && yes.length > 0 && yes.length <= namesLimit) {
    const names = yes.map(({ entity }) => entity.name);
    return `${pack.theseAre({ state: asked, names, isYes: wanted === 'any' })}${unreached}`;
  }
  const verdict = wanted !== 'any' ? null : yes.length > 0 ? 'yes' : 'no';
  const { className, place } = about;
  return `${pack.countAre({ state: asked, count: yes.length, className, place, verdict })}${unreached}`;
}
