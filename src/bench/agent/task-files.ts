/** The tasks of home-assistant-datasets as they lie in its files: sentences, the house they are said in, what is expected. */
import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { DemoHouse } from '../../home/demo/demo-entity.ts';
import { type DevHome, readDevHome } from './dev-homes.ts';

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

export type Task = z.output<typeof taskSchema>;
export type WantedState = z.output<typeof stateSchema>;

export const taskSets = ['assist', 'assist-mini', 'intents', 'questions'] as const;
export type TaskSet = (typeof taskSets)[number];

/** One sentence of a task, in its house as the task wants it to be before. */
export type TaskSentence = {
  readonly set: TaskSet;
  readonly sentence: string;
  readonly task: Task;
  readonly house: DemoHouse;
  /** Where it is said, when the task says so. */
  readonly areaId: string | undefined;
};

export async function readTasks(evalDir: string, set: TaskSet): Promise<readonly TaskSentence[]> {
  const folder = join(evalDir, 'text/home-assistant-datasets', set);
  const sentences: TaskSentence[] = [];
  for (const file of await taskFiles(folder)) {
    const home = await readDevHome(join(dirname(file), '_fixtures.yaml'));
    const { tests = [] } = fileSchema.parse(parse(await readFile(file, 'utf8')));
    for (const task of tests) sentences.push(...sentencesOf(task, home, set));
  }
  return sentences;
}

async function taskFiles(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder, { recursive: true });
  return names
    .filter((name) => name.endsWith('.yaml') && !basename(name).startsWith('_'))
    .sort()
    .map((name) => join(folder, name));
}

function sentencesOf(task: Task, { house, deviceAreas }: DevHome, set: TaskSet): readonly TaskSentence[] {
  const areaId = task.context_device === undefined ? undefined : deviceAreas.get(task.context_device);
  const prepared = withSetup(house, task.setup);
  return task.sentences.map((sentence) => ({ set, sentence, task, house: prepared, areaId }));
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
