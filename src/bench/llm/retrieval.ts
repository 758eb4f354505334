/** Does a model see the devices a sentence is about? Sentences and homes of others, as they are and grown to a thousand. */
import { retrieve, type Retrieval } from '../../agent/llm/retrieve.ts';
import { promptOptions } from '../../agent/llm/options.ts';
import { systemClock } from '../../core/clock.ts';
import { demoModel } from '../../home/demo/demo-model.ts';
import type { DemoHouse } from '../../home/demo/demo-entity.ts';
import type { HomeModel } from '../../home/model/home-model.ts';
import { readTasks, taskSets, type TaskSentence } from '../agent/task-files.ts';
import { grownHouse } from './grown-house.ts';
import type { BenchOptions, BenchRow } from '../report.ts';
import { quantile, wilson } from '../statistics.ts';

const recallTarget = 98;
const charsTarget = 6_000;
const entityCount = 1_000;

type Found = {
  readonly sentence: string;
  readonly isWhole: boolean;
  readonly chars: number;
  readonly ms: number;
};

export async function measureRetrieval({
  evalDir,
  smoke,
}: BenchOptions): Promise<{ readonly rows: readonly BenchRow[]; readonly notes: readonly string[] }> {
  const all: TaskSentence[] = [];
  for (const set of taskSets) all.push(...(await readTasks(evalDir, set)));
  const about = all.filter((one) => targetsOf(one).length > 0);
  const sentences = smoke ? about.filter((_, at) => at % 20 === 0) : about;
  const plain = findAll(sentences, (house) => house);
  const grown = findAll(sentences, (house) => grownHouse(house, entityCount));
  const missed = grown.filter(({ isWhole }) => !isWhole).map(({ sentence }) => sentence);
  return {
    rows: [
      recall('sentences whose devices a model all sees, homes of home-assistant-datasets', plain),
      recall(`sentences whose devices a model all sees, those homes grown to ${entityCount} entities`, grown),
      mostChars(grown),
      ...spent(grown),
    ],
    notes: missed.map((sentence) => `not all of its devices are shown: "${sentence}"`),
  };
}

/** What the task changes; for questions the devices it sets up, which the answer is in. */
function targetsOf({
  task: { expect_changes: changes, expect_response: response, setup },
}: TaskSentence): readonly string[] {
  return Object.keys(changes ?? (response ? setup : {}));
}

function findAll(
  sentences: readonly TaskSentence[],
  grow: (house: DemoHouse) => DemoHouse,
): readonly Found[] {
  const models = new Map<DemoHouse, HomeModel>();
  const maxChars = promptOptions.parse({}).homeCharacters;
  return sentences.map((one) => {
    const { house, sentence, areaId = null } = one;
    const model = models.get(house) ?? demoModel({ house: grow(house) });
    models.set(house, model);
    const find = (): Retrieval =>
      retrieve({ model, areaId, lastEntityIds: [], text: sentence }, { maxChars });
    // The index of a home is made once; the sentences after that are measured.
    find();
    const startMs = systemClock.monotonicMs();
    const { entities, text } = find();
    const ms = systemClock.monotonicMs() - startMs;
    const shown = new Set(entities.map(({ entityId }) => entityId));
    const isWhole = targetsOf(one).every((id) => shown.has(id) || !model.entities.has(id));
    return { sentence, isWhole, chars: text.length, ms };
  });
}

function recall(metric: string, found: readonly Found[]): BenchRow {
  const whole = found.filter(({ isWhole }) => isWhole).length;
  const [low, high] = wilson(whole, found.length);
  const value = (100 * whole) / Math.max(1, found.length);
  return {
    metric,
    value,
    unit: '%',
    n: found.length,
    interval: [100 * low, 100 * high],
    target: `≥ ${recallTarget}`,
    met: value >= recallTarget,
  };
}

function mostChars(found: readonly Found[]): BenchRow {
  const value = Math.max(0, ...found.map(({ chars }) => chars));
  return {
    metric: `characters about the home in a prompt, ${entityCount} entities, most`,
    value,
    unit: 'characters',
    n: found.length,
    target: `≤ ${charsTarget}`,
    met: value <= charsTarget,
  };
}

function spent(found: readonly Found[]): readonly BenchRow[] {
  const times = found.map(({ ms }) => ms);
  return [0.5, 0.95].map((q) => ({
    metric: `sentence → devices to show, ${entityCount} entities, p${q * 100}`,
    value: quantile(times, q),
    unit: 'ms',
    n: times.length,
  }));
}
