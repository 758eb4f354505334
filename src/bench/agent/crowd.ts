/** Sentences a crowd wrote: SLURP's device control must become the right kind of action, all others none. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Grammar } from '../../agent/understand/grammar/matcher.ts';
import type { Plan, Wish } from '../../agent/understand/plan.ts';
import { roomWords } from '../../agent/understand/household-words.ts';
import { nameKey } from '../../agent/understand/name-index.ts';
import { understand } from '../../agent/understand/understand.ts';
import type { DemoArea, DemoEntity, DemoHouse } from '../../home/demo/demo-entity.ts';
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
    'change_brightness',
  ),
  hue_lightdim: changes('byPercent', -1, 'set_brightness'),
  hue_lightup: changes('byPercent', 1, 'set_brightness', 'turn_on'),
  hue_lightoff: does('turn_off'),
  // "Turn them on full": a brightness turns a light on.
  hue_lighton: does('turn_on', 'set_brightness'),
  cleaning: does('start_cleaning', 'clean_area'),
  wemo_on: does('turn_on'),
  wemo_off: does('turn_off'),
  volume_up: changes('byPercent', 1, 'set_volume', 'unmute'),
  volume_down: changes('byPercent', -1, 'set_volume'),
  // Silent it is either way.
  volume_mute: does('mute', 'set_volume', 'stop_media', 'pause', 'turn_off'),
};

export type JudgedCommand = Judged & {
  /** It was asked about first: a yes, or which device, is all that lacks. */
  readonly isAsked: boolean;
};

/** Every sentence of the home domain's device control, in a home that has what it names. */
export async function judgeSlurp(evalDir: string, grammar: Grammar): Promise<readonly JudgedCommand[]> {
  const rows = await readRows(evalDir, 'slurp.jsonl', slurpRow);
  const controlled = rows.filter(
    ({ home_domain, scenario, action }) =>
      home_domain && ['iot', 'audio'].includes(scenario) && action in wantedKinds,
  );
  return controlled.map((row) => {
    const model = demoModel({ house: houseFor(row) });
    const situation = { model, areaId: 'living_room', lastEntityIds: [] };
    const { plan } = understand(row.sentence, situation, grammar);
    const isWanted = (wish: Wish) => wantedKinds[row.action]?.(wish) === true;
    const isAsked = askedOf(plan).some(isWanted);
    const isRight = isAsked || wishesOf(plan, model, grammar).some(isWanted);
    const problem = isRight ? undefined : `${row.action}: ${describePlan(plan)}`;
    return { ...judged(row.sentence, problem), isAsked };
  });
}

/** SLURP and CLINC outside the home. */
export async function otherSentences(evalDir: string): Promise<readonly string[]> {
  const slurp = await readRows(evalDir, 'slurp.jsonl', slurpRow);
  const clinc = await readRows(evalDir, 'clinc.jsonl', clincRow);
  return [...slurp, ...clinc].filter(({ home_domain }) => !home_domain).map(({ sentence }) => sentence);
}

export type JudgedOther = Judged & {
  /** We ask whether to do something that nobody spoke of. */
  readonly isAsked: boolean;
};

/** For sentences of other matters a plan that acts is wrong. */
export async function judgeOthers(evalDir: string, grammar: Grammar): Promise<readonly JudgedOther[]> {
  const model = demoModel();
  return (await otherSentences(evalDir)).map((sentence) => {
    const situation = { model, areaId: 'living_room', lastEntityIds: ['light.bed_light'] };
    const { plan } = understand(sentence, situation, grammar);
    const problem = actsOn(plan).length === 0 ? undefined : describePlan(plan);
    return { ...judged(sentence, problem), isAsked: askedOf(plan).length > 0 };
  });
}

/** What a plan would change. */
export function actsOn(plan: Plan): readonly Wish[] {
  const steps = plan.kind === 'several' ? plan.steps : [plan];
  return steps.flatMap((step) => (step.kind === 'act' ? [step.wish] : []));
}

/** What a plan asks about: whether it is meant, or with which devices. */
function askedOf(plan: Plan): readonly Wish[] {
  if (plan.kind === 'unsure') return [plan.wish];
  const isQuestion =
    plan.kind === 'unlinked' && (plan.why.kind === 'ambiguous' || plan.why.kind === 'no-place');
  return isQuestion && plan.wish !== null ? [plan.wish] : [];
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

/** The demo house, where the rooms and things the sentence names are, with devices of its kind in them. */
function houseFor({ annotation, action }: SlurpRow): DemoHouse {
  const marked = [...annotation.matchAll(namedParts)].map(([, kind = '', name = '']) => ({ kind, name }));
  // Rooms that whoever annotated the sentence forgot.
  const others = annotation.replaceAll(namedParts, '').split(' ').filter(isRoomNoun);
  const named = [...marked, ...others.map((name) => ({ kind: 'house_place', name }))];
  const places = named.filter(({ kind, name }) => kind === 'house_place' && isRoom(name));
  const rooms = places.map(
    ({ name }) => knownRooms.get(nameKey(name)) ?? { id: idOf(name), name, floor: null },
  );
  const isSocket = action.startsWith('wemo');
  const things = named.filter(({ kind, name }) => kind === 'device_type' && !isKind(name));
  const hasSocket = isSocket && things.length > 0;
  const furniture = rooms.flatMap(({ id }) => [
    ...furnish(id),
    ...(isSocket && !hasSocket ? [socketIn(id)] : []),
  ]);
  const isRobot = action === 'cleaning';
  const devices = (isRobot ? [] : things).map(({ name }): DemoEntity => {
    const own = { name, area: rooms[0]?.id ?? 'living_room', state: 'off' };
    if (isSocket) return { ...own, id: `switch.${idOf(name)}`, attributes: outlet };
    const domain = action.startsWith('volume') ? 'media_player' : 'light';
    return { ...own, id: `${domain}.${idOf(name)}`, attributes: domain === 'light' ? features : player };
  });
  // There is one robot, and it is called as the sentence calls it.
  const aliases = isRobot ? things.map(({ name }) => name) : [];
  const own = demoHouse.entities.map((entity) =>
    entity.id.startsWith('vacuum.')
      ? { ...entity, aliases: [...(entity.aliases ?? []), ...aliases] }
      : entity,
  );
  const known = new Set(demoHouse.areas);
  return {
    ...demoHouse,
    areas: [...demoHouse.areas, ...rooms.filter((room) => !known.has(room))],
    entities: [...own, ...furniture, ...devices],
  };
}

const knownRooms: ReadonlyMap<string, DemoArea> = new Map(
  demoHouse.areas.flatMap((area) =>
    [area.name, ...(area.aliases ?? [])].map((name) => [nameKey(name), area] as const),
  ),
);

/** The house has devices of these kinds already. */
const isKind = (name: string): boolean =>
  /^(?:(?:all|of|my|smart|robot|the)? ?)*(?:lights?|lamps?|vacuum|vacuum cleaner|roomba|robot|hoover)(?:'s light)?$/.test(
    name,
  ) || demoHouse.entities.some((entity) => entity.name.toLowerCase() === name);

const features = { supported_color_modes: ['rgb', 'color_temp'], supported_features: 12_319 };
const player = demoHouse.entities.find(({ id }) => id === 'media_player.tv')?.attributes ?? {};
const outlet = { device_class: 'outlet' };

/** "house" and "room" name no room, and a floor is there. */
const isRoom = (name: string): boolean =>
  !/^(?:(?:my|our|the|all|whole|entire) )*(?:house|home|rooms?|flat|apartment|interior|place)$/.test(name) &&
  !demoHouse.floors.some((floor) =>
    [floor.name, ...(floor.aliases ?? [])].some((one) => one.toLowerCase() === name),
  );

/** "Bed" and "guest" are half of a room's name, "outside" and "floor" are none. */
const isRoomNoun = (word: string): boolean => roomWords.has(word) && !notRooms.has(word);

const notRooms: ReadonlySet<string> = new Set(
  'bath bed living dining guest kids kid children floor outside outdoor indoor upstairs downstairs stairs laundry utility'.split(
    ' ',
  ),
);

function furnish(areaId: string): readonly DemoEntity[] {
  const color = { supported_color_modes: ['rgb', 'color_temp'] };
  return [
    { id: `light.${areaId}`, name: `Zq ${areaId} lamp`, area: areaId, state: 'off', attributes: color },
    { id: `fan.${areaId}`, name: `Zq ${areaId} fan`, area: areaId, state: 'off' },
  ];
}

function socketIn(areaId: string): DemoEntity {
  return {
    id: `switch.${areaId}`,
    name: `Zq ${areaId} socket`,
    area: areaId,
    state: 'off',
    attributes: outlet,
  };
}

function idOf(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '_');
}
