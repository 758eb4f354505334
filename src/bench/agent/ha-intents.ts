/** Home Assistant's own test sentences: do we mean the same by them? Its intent and slots against our plan. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { indexOf } from '../../agent/understand/home-index.ts';
import type { Grammar } from '../../agent/understand/grammar/matcher.ts';
import { understand } from '../../agent/understand/understand.ts';
import type { DemoEntity, DemoHouse } from '../../home/demo/demo-entity.ts';
import { demoModel } from '../../home/demo/demo-model.ts';
import type { HomeModel } from '../../home/model/home-model.ts';
import { readDevHome } from './dev-homes.ts';
import { judged, type Judged } from './split.ts';
import { meaningOf } from './meaning.ts';

const namedRow = z.looseObject({ name: z.string(), floor: z.string().optional() });

const rowSchema = z.looseObject({
  sentence: z.string(),
  intent: z.string(),
  slots: z.record(z.string(), z.union([z.string(), z.number()])),
  home: z.looseObject({
    areas: z.array(namedRow).optional(),
    floors: z.array(namedRow).optional(),
    entities: z
      .array(
        z.looseObject({
          name: z.string(),
          domain: z.string().optional(),
          state: z.string().optional(),
          area: z.string().optional(),
          attributes: z.record(z.string(), z.unknown()).optional(),
        }),
      )
      .optional(),
  }),
});

type Row = z.output<typeof rowSchema>;

export async function judgeHaIntents(evalDir: string, grammar: Grammar): Promise<readonly Judged[]> {
  const sentences = await readHaIntents(evalDir);
  return sentences.map(({ row, openModel }) => judged(row.sentence, problemOf(row, openModel(), grammar)));
}

/** Each sentence with the home it is said in, which is built when it is asked for. */
export async function readHaIntents(
  evalDir: string,
): Promise<readonly { readonly row: Row; readonly openModel: () => HomeModel }[]> {
  const folder = join(evalDir, 'text/ha-intents');
  const { house } = await readDevHome(join(folder, 'en_fixtures.yaml'));
  const lines = (await readFile(join(folder, 'en.jsonl'), 'utf8')).trim().split('\n');
  return lines.map((line) => {
    const row = rowSchema.parse(JSON.parse(line));
    return { row, openModel: () => demoModel({ house: homeOf(row, house) }) };
  });
}

function problemOf(row: Row, model: HomeModel, grammar: Grammar): string | undefined {
  const situation = { model, areaId: hereId, lastEntityIds: [] };
  const understanding = understand(row.sentence, situation, grammar);
  const meaning = meaningOf(understanding, model, indexOf(model));
  if (!meaning.intents.includes(row.intent))
    return `${understanding.plan.kind} ${meaning.intents.join('|')} instead of ${row.intent}`;
  const wrong = Object.entries(row.slots).filter(
    ([slot, value]) => !isSame(meaning.slots[slot], value) && !isImplied(slot, value),
  );
  const isShopping = row.intent.startsWith('HassShoppingList');
  const placed = (['area', 'floor', 'name'] as const).filter(
    (slot) => meaning.slots[slot] !== undefined && row.slots[slot] === undefined && !isShopping,
  );
  if (wrong.length === 0 && placed.length === 0) return undefined;
  return `${row.intent} ${JSON.stringify(row.slots)}, got ${JSON.stringify(meaning.slots)}`;
}

function isSame(got: string | number | undefined, wanted: string | number): boolean {
  return got !== undefined && String(got).toLowerCase() === String(wanted).toLowerCase();
}

/** The plan names devices, whose domain and class these slots only repeat. */
function isImplied(slot: string, value: string | number): boolean {
  return slot === 'domain' || (slot === 'device_class' && value !== '');
}

/** Lamps of the tests can do what lamps can. */
function dimmable(entity: DemoEntity): DemoEntity {
  const color = { supported_color_modes: ['rgb', 'color_temp'] };
  return entity.id.startsWith('light.')
    ? { ...entity, attributes: { ...color, ...entity.attributes } }
    : entity;
}

/** Of these a home has one. */
const onlyOnce: readonly DemoEntity[] = [
  {
    id: 'cover.only_garage',
    name: 'Zq port',
    area: 'garage_id',
    state: 'closed',
    attributes: { device_class: 'garage', supported_features: 15 },
  },
  {
    id: 'todo.shopping',
    name: 'Shopping List',
    area: null,
    state: '0',
    attributes: { supported_features: 7 },
  },
];

/** Where the tests' person is, so that "here" has a meaning. */
const hereId = 'here_id';
const anywhere: readonly (readonly [domain: string, attributes: Readonly<Record<string, unknown>>])[] = [
  ['light', { supported_color_modes: ['rgb', 'color_temp'] }],
  ['switch', {}],
  ['fan', { supported_features: 57 }],
  ['media_player', { supported_features: 20_925 }],
  ['climate', { supported_features: 385, current_temperature: 20 }],
  ['cover', { device_class: 'curtain', supported_features: 15 }],
  ['cover', { device_class: 'window', supported_features: 15 }],
  ['lock', {}],
  ['vacuum', { supported_features: 28_703 }],
];

/**
 * The tests' homes list only what their sentences name. Every room gets one nameless device of each kind, so that
 * a sentence about a room means something there.
 */
function homeOf({ home, slots }: Row, base: DemoHouse): DemoHouse {
  const floors = merged(base.floors, home.floors, (name) => ({ id: idOf(name), name, level: 0 }));
  const floorOf = new Map(
    (home.areas ?? []).flatMap(({ name, floor }) => (floor ? [[name, floor] as const] : [])),
  );
  const areas = merged(base.areas, home.areas, (name) => ({ id: idOf(name), name, floor: null })).map(
    (area) => {
      const floor = floorOf.get(area.name);
      return floor === undefined
        ? area
        : { ...area, floor: floors.find(({ name }) => name === floor)?.id ?? null };
    },
  );
  const areaOf = (area: string | undefined) => areas.find((one) => one.name === area)?.id;
  // A device named with a room or floor stands there, where the test does not say so.
  const meantArea =
    typeof slots['area'] === 'string'
      ? areaOf(slots['area'])
      : floors.filter(({ name }) => name === slots['floor']).map(({ id }) => `room_of_${id}`)[0];
  const own = (home.entities ?? []).map(({ name, domain = 'sensor', state = 'off', area, attributes }) => ({
    id: `${domain}.row_${idOf(name)}`,
    name,
    area: areaOf(area) ?? (name === slots['name'] ? (meantArea ?? null) : null),
    state,
    attributes: { supported_features: 28_735, ...attributes },
  }));
  const ownNames = new Set(own.map(({ name }) => name.toLowerCase()));
  const rooms = [...areas.map(({ id }) => id), ...floors.map(({ id }) => `room_of_${id}`), hereId];
  const spare = rooms.flatMap((room) =>
    anywhere.map(([domain, attributes], index): DemoEntity => ({
      id: `${domain}.${room}_${index}`,
      name: `Zq${index} ${room}`,
      area: room,
      state: 'off',
      attributes,
    })),
  );
  return {
    floors,
    areas: [
      ...areas,
      ...floors.map(({ id }) => ({ id: `room_of_${id}`, name: `Zq ${id}`, floor: id })),
      { id: hereId, name: 'Zq spot', floor: null },
    ],
    entities: [
      ...base.entities.filter(({ name }) => !ownNames.has(name.toLowerCase())).map(dimmable),
      ...own.map(dimmable),
      ...spare,
      ...onlyOnce,
    ],
  };
}

function merged<T extends { readonly name: string }>(
  base: readonly T[],
  more: readonly { readonly name: string }[] | undefined,
  make: (name: string) => T,
): readonly T[] {
  const known = new Set(base.map(({ name }) => name.toLowerCase()));
  return [
    ...base,
    ...(more ?? []).filter(({ name }) => !known.has(name.toLowerCase())).map(({ name }) => make(name)),
  ];
}

function idOf(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '_');
}
