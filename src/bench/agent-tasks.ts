/** Tasks of home-assistant-datasets: a sentence in a house, and what must be different there afterwards. */
import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { DemoHouse } from '../home/demo/demo-entity.ts';
import type { EntityState } from '../home/model/home-model.ts';
import { type DevHome, readDevHome } from './agent-dev-homes.ts';
import { judged, type Judged } from './agent-split.ts';
import { openTalk, type Talk } from './agent-talk.ts';

const scalar = z.union([z.string(), z.number(), z.boolean(), z.null()]).transform(String);
const stateSchema = z.looseObject({
  state: scalar.optional(),
  attributes: z.record(z.string(), z.unknown()).optional(),
});
const statesSchema = z.record(z.string(), stateSchema);

const taskSchema = z.looseObject({
  sentences: z.array(z.string()),
  setup: statesSchema.default({}),
  context_device: z.string().optional(),
  expect_changes: statesSchema.optional(),
  expect_response: z.array(z.string()).optional(),
});
const fileSchema = z.looseObject({ tests: z.array(taskSchema).optional() });

type Task = z.output<typeof taskSchema>;

export type JudgedTask = Judged & {
  readonly set: string;
  /** The task expects that nothing changes. */
  readonly expectsNothing: boolean;
  /** It was asked which device is meant although the task names one. */
  readonly asked: boolean;
};

export const taskSets = ['assist', 'assist-mini', 'intents', 'questions'] as const;

export async function judgeTasks(
  evalDir: string,
  { signal, progress }: { readonly signal: AbortSignal; readonly progress: (text: string) => void },
): Promise<readonly JudgedTask[]> {
  const root = join(evalDir, 'text/home-assistant-datasets');
  const results: JudgedTask[] = [];
  for (const set of taskSets) {
    progress(`${set} …`);
    for (const file of await taskFiles(join(root, set))) {
      const home = await readDevHome(join(dirname(file), '_fixtures.yaml'));
      const { tests = [] } = fileSchema.parse(parse(await readFile(file, 'utf8')));
      for (const task of tests) {
        for (const sentence of task.sentences)
          results.push(await judgeTask(set, sentence, task, home, signal));
      }
    }
  }
  return results;
}

async function taskFiles(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder, { recursive: true });
  return names
    .filter((name) => name.endsWith('.yaml') && !basename(name).startsWith('_'))
    .sort()
    .map((name) => join(folder, name));
}

async function judgeTask(
  set: string,
  sentence: string,
  task: Task,
  home: DevHome,
  signal: AbortSignal,
): Promise<JudgedTask> {
  const areaId = task.context_device === undefined ? undefined : home.deviceAreas.get(task.context_device);
  await using talk = await openTalk({
    house: withSetup(home.house, task.setup),
    ...(areaId !== undefined && { areaId }),
    signal,
  });
  const before = await talk.states();
  const first = await talk.say(sentence);
  // One confirmation is given.
  const last = first.continueReason === 'confirmation' ? await talk.say('yes') : first;
  const wanted = wantedChanges(task, before);
  const after = await talk.states();
  const wrong = differences(before, after, wanted, talk.reported());
  const speech = last.speech.toLowerCase();
  const expectsNothing = wanted.size === 0;
  const answered = (task.expect_response ?? []).some((word) => speech.includes(word.toLowerCase()));
  const problem =
    wrong.length > 0
      ? wrong.join(', ')
      : task.expect_response && !answered
        ? 'not answered'
        : expectsNothing && !task.expect_response && (speech === '' || speech.includes("didn't understand"))
          ? 'no reason given'
          : undefined;
  return {
    ...judged(sentence, problem === undefined ? undefined : `${problem} — "${last.speech}"`),
    set,
    expectsNothing,
    asked: !expectsNothing && first.continueReason === 'clarification',
  };
}

function withSetup(house: DemoHouse, setup: Task['setup']): DemoHouse {
  return {
    ...house,
    entities: house.entities.map((entity) => {
      const { state, attributes } = setup[entity.id] ?? {};
      const native = attributes?.['native_value'];
      return {
        ...entity,
        state: state ?? (typeof native === 'number' ? String(native) : entity.state),
        attributes: withoutZero({ ...entity.attributes, ...attributes }),
      };
    }),
  };
}

/** The sets' lamps are off at brightness 0; a lamp that is switched on there comes back as it last was. */
function withoutZero(attributes: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(attributes).filter(([name, value]) => name !== 'brightness' || value !== 0),
  );
}

type WantedState = z.output<typeof stateSchema>;
type Wanted = ReadonlyMap<string, WantedState>;

/** The expectations that are not so already. */
function wantedChanges(
  { expect_changes = {}, setup }: Task,
  before: ReadonlyMap<string, EntityState>,
): Wanted {
  const open = Object.entries(expect_changes).filter(([id, wanted]) => !isSo(before.get(id), wanted));
  return new Map(
    open.map(([id, wanted]) => [
      id,
      withoutOld({ ...before.get(id)?.attributes, ...setup[id]?.attributes }, wanted),
    ]),
  );
}

/** An attribute that is to stay as it was is no change: the sets repeat it beside the state. */
function withoutOld(before: Readonly<Record<string, unknown>>, wanted: WantedState): WantedState {
  const attributes = Object.entries(wanted.attributes ?? {}).filter(
    ([name, value]) => !isNear(before[name], value),
  );
  return { ...wanted, attributes: Object.fromEntries(attributes) };
}

function differences(
  before: ReadonlyMap<string, EntityState>,
  after: ReadonlyMap<string, EntityState>,
  wanted: Wanted,
  reported: ReturnType<Talk['reported']>,
): readonly string[] {
  // A robot that returns is docked at once in a house without delays.
  const came = (id: string, one: WantedState) =>
    isSo(after.get(id), one) ||
    reported.some(({ entityId, after: then }) => entityId === id && isSo(then, one));
  const missing = [...wanted].flatMap(([id, one]) =>
    came(id, one) ? [] : [`${id} is ${JSON.stringify(after.get(id))}, not ${JSON.stringify(one)}`],
  );
  const unasked = [...after].flatMap(([id, { state }]) =>
    !wanted.has(id) && before.get(id)?.state !== state ? [`${id} became ${state}`] : [],
  );
  return [...missing, ...unasked];
}

function isSo(state: EntityState | undefined, wanted: WantedState): boolean {
  if (state === undefined) return false;
  if (wanted.state !== undefined && state.state !== wanted.state) return false;
  return Object.entries(wanted.attributes ?? {}).every(
    ([name, value]) => (value === null && state.state === 'off') || isNear(reading(state, name), value),
  );
}

/** A lamp of the demo home reports its colour as hue and saturation. */
function reading({ attributes }: EntityState, name: string): unknown {
  const hs = attributes['hs_color'];
  if (name !== 'rgb_color' || !Array.isArray(hs)) return attributes[name];
  const [hue, saturation] = hs.map(Number);
  const channel = (offset: number) => {
    const k = (offset + (hue ?? 0) / 60) % 6;
    return Math.round(255 * (1 - ((saturation ?? 0) / 100) * Math.max(0, Math.min(k, 4 - k, 1))));
  };
  return [channel(5), channel(3), channel(1)];
}

function isNear(got: unknown, wanted: unknown): boolean {
  if (typeof got === 'number' && typeof wanted === 'number') return Math.abs(got - wanted) <= 2.6;
  return JSON.stringify(got) === JSON.stringify(wanted);
}
