/** The first provider is dead, or silent, or slow: how soon does the second one answer, and is anything said twice? */
import { configSchema } from '../../config/schema.ts';
import { openStandIn, type StandIn, standInModel } from './stand-in/stand-in.ts';
import { openLlmTalk } from './talk.ts';
import type { BenchOptions, BenchRow } from '../report.ts';
import { quantile } from '../statistics.ts';

const firstTokenMs = 500;
const hedgeAfterMs = 150;
const targetMs = 300;
const words = 'Bees sleep at night.';

/** What is wrong with the first provider, and when its time is over. */
type Case = {
  readonly name: string;
  readonly break: (first: StandIn) => Promise<void>;
  readonly deadlineMs: number;
  readonly hedgeAfterMs?: number;
};

const cases: readonly Case[] = [
  {
    name: 'first provider dead: sentence → answer of the second',
    break: (first) => first.stop(),
    deadlineMs: 0,
  },
  {
    name: 'first provider hangs: its deadline → answer of the second',
    break: async (first) => first.refuse({ refuse: 'hang' }),
    deadlineMs: firstTokenMs,
  },
  {
    name: 'first provider is slow: second asked too → its answer',
    break: async (first) => first.answer(() => ({ pieces: [words], firstMs: 400 })),
    deadlineMs: hedgeAfterMs,
    hedgeAfterMs,
  },
];

type Answered = {
  readonly waitedMs: number;
  readonly isAnswered: boolean;
  /** The words were said twice, or a provider was asked twice. */
  readonly isTwice: boolean;
};

/** The second one is well; on a busy machine its own deadline must not make a fault of it. */
const patienceMs = 30_000;

export async function measureFailover(options: BenchOptions): Promise<readonly BenchRow[]> {
  const rows: BenchRow[] = [];
  const all: Answered[] = [];
  for (const one of cases) {
    options.progress(`${one.name} …`);
    const answered: Answered[] = [];
    // What is known of a provider lasts, so every turn has a program of its own.
    for (let turn = 0; turn < (options.smoke ? 2 : 20); turn += 1) answered.push(await answer(one, options));
    const times = answered.map(({ waitedMs }) => waitedMs);
    const value = quantile(times, 0.5);
    rows.push(
      {
        metric: `${one.name}, p50`,
        value,
        unit: 'ms',
        n: times.length,
        target: `≤ ${targetMs}`,
        met: value <= targetMs,
      },
      { metric: `${one.name}, p95`, value: quantile(times, 0.95), unit: 'ms', n: times.length },
    );
    all.push(...answered);
  }
  rows.push(
    none('turns that were not answered', all, ({ isAnswered }) => !isAnswered),
    none('turns in which anything was said or asked twice', all, ({ isTwice }) => isTwice),
  );
  return rows;
}

function none(metric: string, all: readonly Answered[], isBad: (one: Answered) => boolean): BenchRow {
  const value = all.filter(isBad).length;
  return { metric, value, unit: 'turns', n: all.length, target: '0', met: value === 0 };
}

async function answer(one: Case, { signal }: BenchOptions): Promise<Answered> {
  await using first = await openStandIn('openai', () => words);
  await using second = await openStandIn('ollama', () => words);
  await one.break(first);
  const providers = [
    { kind: first.kind, url: first.url, firstTokenMs },
    { kind: second.kind, url: second.url, firstTokenMs: patienceMs },
  ].map((provider) => ({ ...provider, model: standInModel, key: 'stand-in' }));
  const { llm } = configSchema.parse({
    llm: {
      providers,
      ...(one.hedgeAfterMs !== undefined && { hedgeAfterMs: one.hedgeAfterMs }),
    },
  });
  await using talk = await openLlmTalk({ llm, signal });
  const { saidMs, firstDeltaMs, outcome } = await talk.say('do bees ever take a rest');
  return {
    waitedMs: firstDeltaMs - saidMs - one.deadlineMs,
    isAnswered: outcome.speech === words,
    isTwice:
      outcome.speech.split(words).length > 2 || first.exchanges.length > 1 || second.exchanges.length > 1,
  };
}
