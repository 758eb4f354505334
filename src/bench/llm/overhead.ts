/** What we add to a language model's time: from the sentence to the request on the wire, from its first word to ours. */
import { configSchema } from '../../config/schema.ts';
import { demoHouse } from '../../home/demo/house.ts';
import { grownHouse } from './grown-house.ts';
import type { ProviderKind } from './stand-in/script.ts';
import { openStandIn, standInModel } from './stand-in/stand-in.ts';
import { openLlmTalk } from './talk.ts';
import type { BenchOptions, BenchRow } from '../report.ts';
import { quantile } from '../statistics.ts';

const entityCount = 1_000;
const requestTargetMs = 15;
const deltaTargetMs = 3;
const kinds: readonly ProviderKind[] = ['ollama', 'anthropic', 'openai'];

type Measured = { readonly requestMs: number; readonly deltaMs: number };

export async function measureOverhead(options: BenchOptions): Promise<readonly BenchRow[]> {
  const measured: Measured[] = [];
  for (const kind of kinds) {
    options.progress(`own share of a turn, ${kind} …`);
    measured.push(...(await measureKind(kind, options)));
  }
  const requests = measured.map(({ requestMs }) => requestMs);
  const deltas = measured.map(({ deltaMs }) => deltaMs);
  return [
    ...rows(`sentence in → request at the provider, ${entityCount} entities`, requests, requestTargetMs),
    ...rows(`first word in → first word out, ${entityCount} entities`, deltas, deltaTargetMs),
  ];
}

async function measureKind(
  kind: ProviderKind,
  { smoke, signal }: BenchOptions,
): Promise<readonly Measured[]> {
  await using server = await openStandIn(kind, () => 'Warm air rises and stays under the roof all day.');
  const provider = { kind, url: server.url, model: standInModel, key: 'stand-in' };
  const { llm } = configSchema.parse({ llm: { providers: [provider] } });
  await using talk = await openLlmTalk({ llm, house: grownHouse(demoHouse, entityCount), signal });
  // The first ones load the client and compile the code.
  const [warmCount, count] = smoke ? [2, 5] : [20, 100];
  const measured: Measured[] = [];
  for (let at = -warmCount; at < count; at += 1) {
    const asked = server.exchanges.length;
    const { saidMs, firstDeltaMs } = await talk.say(sentence(at + warmCount), `talk ${Math.floor(at / 4)}`);
    const exchange = server.exchanges[asked];
    const firstSentMs = exchange?.sent[0]?.atMs ?? Number.NaN;
    if (at >= 0)
      measured.push({
        requestMs: (exchange?.atMs ?? Number.NaN) - saidMs,
        deltaMs: firstDeltaMs - firstSentMs,
      });
  }
  return measured;
}

const subjects = ['library', 'kitchen', 'attic', 'garage', 'garden', 'playroom', 'bedroom', 'wine cellar'];
/** None that our grammar answers, or takes for no request. */
const questions: readonly ((room: string) => string)[] = [
  (room) => `what makes it so stuffy up in the ${room}`,
  (room) => `explain to me how to get the bills for the ${room} down`,
  (room) => `how could the ${room} be a little cosier`,
  () => 'compare the batteries of the sensors and give me your opinion',
  (room) => `tell me a story about somebody who lives in the ${room}`,
];

function sentence(at: number): string {
  const room = subjects[at % subjects.length] ?? '';
  return questions[at % questions.length]?.(room) ?? '';
}

function rows(metric: string, values: readonly number[], targetMs: number): readonly BenchRow[] {
  const median = quantile(values, 0.5);
  return [
    {
      metric: `${metric}, p50`,
      value: median,
      unit: 'ms',
      n: values.length,
      target: `≤ ${targetMs}`,
      met: median <= targetMs,
    },
    { metric: `${metric}, p95`, value: quantile(values, 0.95), unit: 'ms', n: values.length },
  ];
}
