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

type Answered = { readonly waitedMs: number; readonly isOnce: boolean };

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
  const twice = all.filter(({ isOnce }) => !isOnce).length;
  rows.push({
    metric: 'turns that were not answered once',
    value: twice,
    unit: 'turns',
    n: all.length,
    target: '0',
    met: twice === 0,
  });
  return rows;
}

async function answer(one: Case, { signal }: BenchOptions): Promise<Answered> {
  await using first = await openStandIn('openai', () => words);
  await using second = await openStandIn('ollama', () => words);
  await one.break(first);
  const providers = [first, second].map(({ kind, url }) => ({
    kind,
    url,
    model: standInModel,
    key: 'stand-in',
  }));
  const { llm } = configSchema.parse({
    llm: {
      providers,
      firstTokenMs,
      ...(one.hedgeAfterMs !== undefined && { hedgeAfterMs: one.hedgeAfterMs }),
    },
  });
  await using talk = await openLlmTalk({ llm, signal });
  const { saidMs, firstDeltaMs, outcome } = await talk.say('do bees ever take a rest');
  return {
    waitedMs: firstDeltaMs - saidMs - one.deadlineMs,
    isOnce: outcome.speech === words && second.exchanges.length === 1,
  };
}
