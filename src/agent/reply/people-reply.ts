/** Answers about people: who is home, where somebody is. */
import { isKnown, stateOf, type Entity, type HomeModel } from '../../home/model/home-model.ts';
import type { Question } from '../understand/plan.ts';
import type { LanguagePack } from './language-pack.ts';
import type { PeopleFacts, Whereabouts } from './people-words.ts';

type Verdict = PeopleFacts['verdict'];
type Person = { readonly name: string; readonly where: Whereabouts };

/** Undefined when it is no question about where people are. */
export function replyAboutPeople(
  question: Question,
  entities: readonly Entity[],
  model: HomeModel,
  pack: LanguagePack,
): string | undefined {
  if (entities.length === 0 || entities.some(({ domain }) => domain !== 'person')) return undefined;
  const people = entities.map((entity): Person => ({ name: entity.name, where: whereIs(entity, model) }));
  const tell = (some: readonly Person[], verdict: Verdict = null) => tellPlaces(some, verdict, pack);
  if (question.ask === 'where' || question.ask === 'value') return tell(people);
  if (question.ask !== 'state') return undefined;
  const { state: asked, wanted } = question;
  if (asked !== 'home' && asked !== 'away') return undefined;
  const yes = people.filter(({ where }) => isThere(where, asked));
  const lost = people.filter(({ where }) => where === 'unknown');
  const nobody = (verdict: Verdict) =>
    lost.length > 0 ? tell(lost) : pack.tells.people({ names: [], where: asked, verdict });
  switch (wanted) {
    case 'count':
      return undefined;
    case 'which':
      return yes.length === 0 ? nobody(null) : tell(yes);
    case 'any':
      return yes.length === 0 ? nobody('no') : tell(yes, 'yes');
    case 'all': {
      if (yes.length === people.length) return tell(people, 'yes');
      const others = people.filter((person) => !yes.includes(person));
      const isKnownOf = others.some(({ where }) => where !== 'unknown');
      return tell(others, isKnownOf ? 'no' : null);
    }
  }
}

function whereIs({ entityId }: Entity, model: HomeModel): Whereabouts {
  const state = stateOf(model, entityId);
  if (!isKnown(state)) return 'unknown';
  if (state.state === 'home') return 'home';
  return state.state === 'not_home' ? 'away' : { zone: state.state };
}

function isThere(where: Whereabouts, asked: 'home' | 'away'): boolean {
  return asked === 'home' ? where === 'home' : where !== 'home' && where !== 'unknown';
}

/** One sentence for each place; the verdict leads the first. */
function tellPlaces(people: readonly Person[], verdict: Verdict, { tells }: LanguagePack): string {
  const byPlace = new Map<string, Person[]>();
  for (const person of people) {
    const key = JSON.stringify(person.where);
    const same = byPlace.get(key);
    if (same) same.push(person);
    else byPlace.set(key, [person]);
  }
  return [...byPlace.values()]
    .map((there, at) =>
      tells.people({
        names: there.map(({ name }) => name),
        where: there[0]?.where ?? 'unknown',
        verdict: at === 0 ? verdict : null,
      }),
    )
    .join(' ');
}
