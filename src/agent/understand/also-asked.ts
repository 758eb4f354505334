/** "and in the bedroom", "what about oliver", "and on sunday": the last question once more, about something else. */
import { entitiesOf, type Entity } from '../../home/model/home-model.ts';
import { kindOf } from './device-classes.ts';
import { forecastDays } from './forecast-day.ts';
import { linkTarget } from './link-target.ts';
import { type About, entitiesIn, findPlace, type LinkContext, type Place } from './mention.ts';
import type { Question, Step } from './plan.ts';
import type { Situation } from './situation.ts';
import type { Target } from './target.ts';

/** Undefined when nothing was asked, or the words name nothing that could answer it. */
export function alsoAsked(target: Target, situation: Situation, context: LinkContext): Step | undefined {
  const { lastQuestion: question } = situation;
  const last = lastOf(situation);
  if (!question || last.length === 0) return undefined;
  const fits = (entity: Entity) => last.some((one) => isAlike(one, entity));
  const className = kindOf(last);
  if (target.name !== null || target.className !== null) {
    const linked = linkTarget(target, { fits, impliedClass: className }, { ...context, mayWiden: true });
    return linked.kind === 'entities' ? answer(question, linked.entities, linked.about) : undefined;
  }
  const [said] = target.places;
  const place = said === undefined ? undefined : findPlace(context, said);
  if (place === undefined) return undefined;
  const there = entitiesIn(place, context.index, context.model).filter(fits);
  if (there.length > 0) return answer(question, there, aboutKind(className, place));
  if (className === null) return undefined;
  const why = { kind: 'none-there', className, place } as const;
  return { kind: 'unlinked', why, wish: null, isQuestion: true, question };
}

/** The forecast of another day. */
export function alsoOnDay(day: string | undefined, situation: Situation): Step | undefined {
  const { lastQuestion } = situation;
  const known = forecastDays.find((one) => one === day);
  const last = lastOf(situation);
  if (known === undefined || last.length === 0) return undefined;
  if (!lastQuestion || last.some(({ domain }) => domain !== 'weather')) return undefined;
  const about = lastQuestion.ask === 'forecast' ? lastQuestion.about : 'weather';
  return answer({ ask: 'forecast', about, day: known }, last, aboutKind('weather', null));
}

/** "How many lights are on?" "Which ones?" */
export function whichOnes(situation: Situation): Step | undefined {
  const { lastQuestion } = situation;
  const last = lastOf(situation);
  if (lastQuestion?.ask !== 'state' || last.length === 0) return undefined;
  return answer({ ...lastQuestion, wanted: 'which' }, last, aboutKind(null, null));
}

function lastOf({ lastEntityIds, model }: Situation): readonly Entity[] {
  return entitiesOf(model, lastEntityIds);
}

function answer(question: Question, entities: readonly Entity[], about: About): Step {
  return { kind: 'answer', question, entities, about };
}

function aboutKind(className: string | null, place: Place | null): About {
  return { by: className === null ? 'name' : 'class', className, place, everywhere: false };
}

/** The same can be asked of both; a room is as warm as its thermometer or its thermostat says. */
function isAlike(one: Entity, other: Entity): boolean {
  if (tellsWarmth(one) && tellsWarmth(other)) return true;
  return one.domain === other.domain && one.deviceClass === other.deviceClass;
}

function tellsWarmth({ domain, deviceClass }: Entity): boolean {
  return domain === 'climate' || (domain === 'sensor' && deviceClass === 'temperature');
}
