/** `hearken bench agent --llm`: the same tasks with the configured language model instead of our grammar. */
import type { AnswerPart, LanguageModel, TokenCount } from '../../agent/ports/language-model.ts';
import { languageModelPath } from '../../app/agent/language-model-path.ts';
import type { Config } from '../../config/schema.ts';
import { systemClock } from '../../core/clock.ts';
import { ConfigError } from '../../core/errors.ts';
import { silentLogger } from '../../core/log.ts';
import { createFailover } from '../../engines/llm/create.ts';
import { readTasks, type TaskSet, taskSets } from './task-files.ts';
import { judgeTask, type JudgedTask } from './tasks.ts';
import type { BenchOptions, BenchReport, BenchRow } from '../report.ts';
import { quantile, wilson } from '../statistics.ts';

/** One sentence with what it cost. */
type Cost = { readonly tokens: readonly TokenCount[]; readonly requestCount: number };
type Answered = { readonly set: TaskSet; readonly task: JudgedTask; readonly cost: Cost };

/** @throws ConfigError `CONFIG_INVALID` when no language model is configured. */
export async function judgeModel(llm: Config['llm'], options: BenchOptions): Promise<BenchReport> {
  const failover = createFailover(llm, { clock: systemClock, log: silentLogger });
  if (failover === undefined)
    throw new ConfigError('CONFIG_INVALID', 'no language model is configured: set llm.providers');
  const model = new CountingModel(failover);
  const answered: Answered[] = [];
  for (const set of taskSets) {
    const all = await readTasks(options.evalDir, set);
    const tasks = options.smoke ? all.slice(0, 2) : all;
    for (const [at, task] of tasks.entries()) {
      options.progress(`${set}: ${at + 1} of ${tasks.length}`);
      const judged = await judgeTask(task, {
        signal: options.signal,
        languageModel: (home) =>
          languageModelPath({ model, llm, home, clock: systemClock, log: silentLogger }),
      });
      answered.push({ set, task: judged, cost: model.take() });
    }
  }
  return {
    table: 'agent --llm',
    models: llm.providers.map(({ kind, model: name }) => `${kind}/${name}`),
    notes: [
      'every sentence goes to the language model, with the tools, the gate and the policy of the program; our own grammar is not asked',
      'a task passes when exactly the expected states changed, or the answer holds an expected word',
      ...answered.flatMap(({ set, task }) =>
        task.isRight ? [] : [`${set}: "${task.sentence}": ${task.problem}`],
      ),
    ],
    rows: [...taskSets.map((set) => answered.filter((one) => one.set === set)), answered].flatMap(rowsOf),
  };
}

/** Counts what a task costs. */
class CountingModel implements LanguageModel {
  readonly #model: LanguageModel;
  #tokens: TokenCount[] = [];
  #requestCount = 0;

  constructor(model: LanguageModel) {
    this.#model = model;
  }

  get name(): string {
    return this.#model.name;
  }

  async *answer(...asked: Parameters<LanguageModel['answer']>): AsyncGenerator<AnswerPart, void> {
    this.#requestCount += 1;
    for await (const part of this.#model.answer(...asked)) {
      if (part.kind === 'end' && part.tokens) this.#tokens.push(part.tokens);
      yield part;
    }
  }

  take(): Cost {
    const cost = { tokens: this.#tokens, requestCount: this.#requestCount };
    this.#tokens = [];
    this.#requestCount = 0;
    return cost;
  }
}

function rowsOf(answered: readonly Answered[], at: number): readonly BenchRow[] {
  if (answered.length === 0) return [];
  const name = taskSets[at] ?? 'all';
  const n = answered.length;
  const right = answered.filter(({ task }) => task.isRight).length;
  const [low, high] = wilson(right, n);
  const mean = (count: (cost: Cost) => number): number =>
    answered.reduce((sum, { cost }) => sum + count(cost), 0) / n;
  const tokens = (which: keyof TokenCount) =>
    mean((cost) => cost.tokens.reduce((sum, one) => sum + one[which], 0));
  const seconds = answered.map(({ task }) => task.ms / 1_000);
  return [
    {
      metric: `${name}: tasks done`,
      value: (100 * right) / n,
      unit: '%',
      n,
      interval: [100 * low, 100 * high],
    },
    { metric: `  tokens read per task`, value: tokens('input'), unit: 'tokens', n },
    { metric: `  of these from the provider's cache`, value: tokens('cached'), unit: 'tokens', n },
    { metric: `  tokens written per task`, value: tokens('output'), unit: 'tokens', n },
    { metric: `  requests per task`, value: mean(({ requestCount }) => requestCount), unit: 'requests', n },
    { metric: `  time per task, p50`, value: quantile(seconds, 0.5), unit: 's', n },
    { metric: `  time per task, p95`, value: quantile(seconds, 0.95), unit: 's', n },
  ];
}
