/** Sentences a crowd wrote: SLURP's device control must become the right kind of action, all others none. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Grammar } from '../../agent/understand/grammar/matcher.ts';
import type { Plan, Wish } from '../../agent/understand/plan.ts';
import { understand } from '../../agent/understand/understand.ts';
import type { DemoEntity, DemoHouse } from '../../home/demo/demo-entity.ts';
import { demoHouse } from '../../home/demo/house.ts';
import { demoModel } from '../../home/demo/demo-model.ts';
import type { HomeModel } from '../../home/model/home-model.ts';
import { judged, type Judged } from './split.ts';

const slurpRow = z.looseObject({
  sentence: z.string(),
  annotation: z.string(),
  scenario: z.string(),
  action: z.string(),
  home_domain: z.boolean(),
});
const clincRow = z.looseObject({ sentence: z.string(), intent: z.string(), home_domain: z.boolean() });

type SlurpRow = z.output<typeof slurpRow>;
type Kind = (wish: Wish) => boolean;

const does =
  (...kinds: readonly Wish['do'][]): Kind =>
  (wish) =>
    kinds.includes(wish.do);
const changes =
  (field: 'byPercent', sign: 1 | -1, ...also: readonly Wish['do'][]): Kind =>
  (wish) =>
    also.includes(wish.do) || (field in wish && wish.byPercent * sign > 0);

/** SLURP's actions for things we control, with the wishes that do them. */
const wantedKinds: Readonly<Record<string, Kind>> = {
  hue_lightchange: does(
    'set_color',
    'set_color_temperature',
    'change_color_temperature',
    'activate',
    'set_brightness',
  ),
  hue_lightdim: changes('byPercent', -1, 'set_brightness'),
  hue_lightup: changes('byPercent', 1, 'set_brightness', 'turn_on'),
  hue_lightoff: does('turn_off'),
  hue_lighton: does('turn_on'),
  cleaning: does('start_cleaning', 'clean_area'),
  wemo_on: does('turn_on'),
  wemo_off: does('turn_off'),
  volume_up: changes('byPercent', 1, 'set_volume', 'unmute'),
  volume_down: changes('byPercent', -1, 'set_volume'),
  // Silent it is either way.
  volume_mute: does('mute', 'set_volume', 'stop_media', 'pause'),
};

/** Every sentence of the home domain's device control, in a home that has what it names. */
export async function judgeSlurp(evalDir: string, grammar: Grammar): Promise<readonly Judged[]> {
  const rows = await readRows(evalDir, 'slurp.jsonl', slurpRow);
  const controlled = rows.filter(
    ({ home_domain, scenario, action }) =>
      home_domain && ['iot', 'audio'].includes(scenario) && action in wantedKinds,
  );
  return controlled.map((row) => {
    const model = demoModel({ house: houseFor(row) });
    const situation = { model, areaId: 'living_room', lastEntityIds: [] };
    const { plan } = understand(row.sentence, situation, grammar);
    const wishes = wishesOf(plan, model, grammar);
    const isRight = wishes.some((wish) => wantedKinds[row.action]?.(wish));
    return judged(row.sentence, isRight ? undefined : `${row.action}: ${describePlan(plan)}`);
  });
}

/** SLURP and CLINC outside the home. */
export async function otherSentences(evalDir: string): Promise<readonly string[]> {
  const slurp = await readRows(evalDir, 'slurp.jsonl', slurpRow);
  const clinc = await readRows(evalDir, 'clinc.jsonl', clincRow);
  return [...slurp, ...clinc].filter(({ home_domain }) => !home_domain).map(({ sentence }) => sentence);
}

/** For sentences of other matters a plan that acts is wrong. */
export async function judgeOthers(evalDir: string, grammar: Grammar): Promise<readonly Judged[]> {
  const model = demoModel();
  return (await otherSentences(evalDir)).map((sentence) => {
    const situation = { model, areaId: 'living_room', lastEntityIds: ['light.bed_light'] };
    const { plan } = understand(sentence, situation, grammar);
    return judged(sentence, actsOn(plan).length === 0 ? undefined : describePlan(plan));
  });
}

/** What a plan would change. */
export function actsOn(plan: Plan): readonly Wish[] {
  const steps = plan.kind === 'several' ? plan.steps : [plan];
  return steps.flatMap((step) => (step.kind === 'act' ? [step.wish] : []));
}

/** Also of a command for later: it is understood, if not kept. */
function wishesOf(plan: Plan, model: HomeModel, grammar: Grammar): readonly Wish[] {
  if (plan.kind !== 'not-understood' || plan.later === undefined) return actsOn(plan);
  const situation = { model, areaId: 'living_room', lastEntityIds: [] };
  return actsOn(understand(plan.later.command, situation, grammar).plan);
}

export function describePlan(plan: Plan): string {
  switch (plan.kind) {
    case 'act':
      return `${JSON.stringify(plan.wish)} ${plan.entities.map(({ entityId }) => entityId).join(' ')}`;
    case 'several':
      return plan.steps.map(describePlan).join(' + ');
    case 'unlinked':
      return `unlinked ${plan.why.kind} ${'said' in plan.why ? plan.why.said : ''}`;
    case 'not-understood':
      return plan.why;
    default:
      return plan.kind;
  }
}

async function readRows<T>(evalDir: string, file: string, schema: z.ZodType<T>): Promise<readonly T[]> {
  const lines = (await readFile(join(evalDir, 'text', file), 'utf8')).trim().split('\n');
  return lines.map((line) => schema.parse(JSON.parse(line)));
}

const namedParts = /\[(house_place|device_type) : ([^\]]+)\]/g;

/** The demo house, with the rooms and plugs the sentence names. */
function houseFor({ annotation, action }: SlurpRow): DemoHouse {
  const named = [...annotation.matchAll(namedParts)].map(([, kind = '', name = '']) => ({ kind, name }));
  const known = new Set(demoHouse.areas.map(({ name }) => name.toLowerCase()));
  const rooms = named.filter(({ kind, name }) => kind === 'house_place' && !known.has(name) && isRoom(name));
  const areas = rooms.map(({ name }) => ({ id: idOf(name), name, floor: null }));
  const furniture = areas.flatMap(({ id }) => furnish(id));
  const things = named.filter(({ kind, name }) => kind === 'device_type' && !isKind(name));
  const isRobot = action === 'cleaning';
  const devices = (isRobot ? [] : things).map(({ name }): DemoEntity => {
    const domain = action.startsWith('wemo') ? 'switch' : 'light';
    return { id: `${domain}.${idOf(name)}`, name, area: 'living_room', state: 'off', attributes: features };
  });
  // There is one robot, and it is called as the sentence calls it.
  const aliases = isRobot ? things.map(({ name }) => name) : [];
  const own = demoHouse.entities.map((entity) =>
    entity.id.startsWith('vacuum.')
      ? { ...entity, aliases: [...(entity.aliases ?? []), ...aliases] }
      : entity,
  );
  return {
    ...demoHouse,
    areas: [...demoHouse.areas, ...areas],
    entities: [...own, ...furniture, ...devices],
  };
}

/** The house has devices of these kinds already. */
const isKind = (name: string): boolean =>
  /^(?:(?:smart|robot|the)? ?)*(?:lights?|lamps?|vacuum|vacuum cleaner|roomba|robot|hoover)(?:'s light)?$/.test(
    name,
  ) || demoHouse.entities.some((entity) => entity.name.toLowerCase() === name);

const features = { supported_color_modes: ['rgb', 'color_temp'], supported_features: 12_319 };

/** "house" and "room" name no room. */
const isRoom = (name: string): boolean => !/^(house|home|room|flat|apartment|interior)$/.test(name);

function furnish(areaId: string): readonly DemoEntity[] {
  const color = { supported_color_modes: ['rgb', 'color_temp'] };
  return [
    { id: `light.${areaId}`, name: `Zq ${areaId} lamp`, area: areaId, state: 'off', attributes: color },
    { id: `fan.${areaId}`, name: `Zq ${areaId} fan`, area: areaId, state: 'off' },
  ];
}

function idOf(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '_');
}
