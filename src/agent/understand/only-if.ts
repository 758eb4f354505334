/** "… if it is open", "… if it is above 23 degrees": done or left now, by how its own devices or their room are. Pure. */
import { stateOf } from '../../home/model/home-model.ts';
import type { Entity, HomeModel } from '../../home/model/home-model.ts';
import { isSo } from '../reply/state-words.ts';
import { measures } from './device-classes.ts';
import type { HomeIndex } from './home-index.ts';
import { canBe } from './intents/question-intents.ts';
import { byName, findPlace } from './mention.ts';
import type { Plan, Step } from './plan.ts';

export type OnlyIf = {
  readonly command: string;
  readonly condition: Condition;
  /** Where it is to be so, as it was said. */
  readonly room: string | undefined;
};

type Condition =
  | { readonly of: 'state'; readonly state: string; readonly isNot: boolean }
  | {
      readonly of: 'temperature';
      readonly isMore: boolean;
      readonly degrees: number;
      /** Absent: the home's own. */
      readonly unit: 'C' | 'F' | undefined;
      /** "Degrees" was said. */
      readonly isSure: boolean;
    };

type Act = Extract<Step, { kind: 'act' }>;

/** What is told of something else ("if the door is open") or of a time to come ("if it gets cold") is a rule for later. */
const now = '(?: (?:right )?now| at the moment)?';
const degrees = '(?<figure>-?\\d+(?:\\.\\d+)?(?: degrees?)?(?: celsius| fahrenheit)?)';
const than =
  '(?<than>(?:above|over|below|under|(?:more|higher|warmer|hotter|less|lower|colder|cooler) than))';
const heat =
  '(?:(?:it|(?:the )?(?:room |current )?temperature)(?: in (?:the )?(?<room>.+?))?|(?:the )?(?<subject>.+?))';
const own = new RegExp(
  `^(?<command>.+) (?:but )?(?:only )?if (?:it|that|they|those|these) (?:is|are) (?:still |currently |already )?(?<not>not )?(?:turned |switched )?(?<state>on|off|open|closed|shut|locked|unlocked|playing|paused|running)${now}$`,
);
const trailing = new RegExp(
  `^(?<command>.+) (?:but )?(?:only )?if ${heat} is (?:still |currently |already )?${than} ${degrees}${now}$`,
);
const leading = new RegExp(
  `^if ${heat} is (?:still |currently |already )?${than} ${degrees}${now} (?:then )?(?<command>.+)$`,
);
const more = /^(?:above|over|more|higher|warmer|hotter)/;
const sameState: Readonly<Record<string, string>> = { shut: 'closed', running: 'on' };

export function splitOnlyIf(words: readonly string[]): OnlyIf | undefined {
  if (!words.includes('if')) return undefined;
  const text = words.join(' ');
  const owned = own.exec(text)?.groups;
  if (owned !== undefined) {
    const { command = '', state = '' } = owned;
    const isNot = owned['not'] !== undefined;
    return { command, condition: { of: 'state', state: sameState[state] ?? state, isNot }, room: undefined };
  }
  const said = (trailing.exec(text) ?? leading.exec(text))?.groups;
  if (said === undefined) return undefined;
  const { command = '', figure = '', room = said['subject'] } = said;
  const isMore = more.test(said['than'] ?? '');
  const isSure = /[a-z]/.test(figure);
  const unit = figure.endsWith('celsius') ? 'C' : figure.endsWith('fahrenheit') ? 'F' : undefined;
  const condition = {
    of: 'temperature',
    isMore,
    degrees: Number.parseFloat(figure),
    unit,
    isSure,
  } as const;
  return { command, condition, room };
}

/** The devices that are so; where none is, how they are. Undefined when the home can not tell. */
export function onlyIf(
  act: Act,
  { condition, room }: OnlyIf,
  model: HomeModel,
  index: HomeIndex,
): Plan | undefined {
  if (condition.of === 'state') return byState(act, condition, model);
  const place = room === undefined ? undefined : findPlace({ model, index, allowMisheard: false }, room);
  const isThere = ({ areaId }: Entity): boolean => place?.kind === 'area' && place.id === areaId;
  if (room !== undefined && !act.entities.every(isThere)) return undefined;
  return byTemperature(act, condition, model, index);
}

function byState(
  act: Act,
  condition: Extract<Condition, { of: 'state' }>,
  model: HomeModel,
): Plan | undefined {
  const { entities, about } = act;
  const { state: asked, isNot } = condition;
  if (!entities.every((entity) => canBe(entity, asked))) return undefined;
  const so = entities.filter((entity) => {
    const known = stateOf(model, entity.entityId);
    return known !== undefined && isSo(asked, entity, known) !== isNot;
  });
  if (so.length > 0)
    return so.length === entities.length ? act : { ...act, entities: so, about: { ...about, by: 'name' } };
  return { kind: 'answer', question: { ask: 'state', state: asked, wanted: 'all' }, entities, about };
}

/** A bare number said of others is rather a percentage. */
const inDegrees: ReadonlySet<string> = new Set(['climate', 'water_heater', 'fan', 'switch', 'input_boolean']);

function byTemperature(
  act: Act,
  { isMore, degrees: limit, unit, isSure }: Extract<Condition, { of: 'temperature' }>,
  model: HomeModel,
  index: HomeIndex,
): Plan | undefined {
  const [first, ...others] = act.entities;
  if (first === undefined || others.length > 0) return undefined;
  if (unit !== undefined && unit !== model.temperatureUnit) return undefined;
  if (!isSure && !inDegrees.has(first.domain)) return undefined;
  const told = thermometersOf(first, index).find((one) => temperatureOf(one, model) !== undefined);
  const measured = told && temperatureOf(told, model);
  if (told === undefined || measured === undefined) return undefined;
  if (isMore ? measured > limit : measured < limit) return act;
  return { kind: 'answer', question: { ask: 'value' }, entities: [told], about: byName };
}

/** The device itself, else what measures in its room. */
function thermometersOf(entity: Entity, { byArea }: HomeIndex): readonly Entity[] {
  const there = entity.areaId === null ? [] : (byArea.get(entity.areaId) ?? []);
  const sensors = there.filter((one) => measures(one, 'temperature'));
  return [entity, ...sensors, ...there.filter(({ domain }) => domain === 'climate')];
}

function temperatureOf(entity: Entity, model: HomeModel): number | undefined {
  const known = stateOf(model, entity.entityId);
  const figure = entity.domain === 'sensor' ? Number(known?.state) : known?.attributes['current_temperature'];
  return typeof figure === 'number' && Number.isFinite(figure) ? figure : undefined;
}
