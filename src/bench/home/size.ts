/** What a home of 10,000 entities costs: reading it into a model, one change of a state, and memory. */
import { runInNewContext } from 'node:vm';
import { setFlagsFromString } from 'node:v8';
import { z } from 'zod';
import { silentLogger } from '../../core/log.ts';
import { startDemoHome } from '../../home/demo/demo-home.ts';
import { openLink } from '../../home/link/link.ts';
import type { HomeLink } from '../../home/link/link.ts';
import { openHome } from '../../home/home.ts';
import { ModelKeeper } from '../../home/model/model-keeper.ts';
import { readRegistries } from '../../home/model/read-registries.ts';
import { largeHouse } from '../large-house.ts';
import type { BenchOptions, BenchRow } from '../report.ts';
import { quantile } from '../statistics.ts';

const entityCount = 10_000;
const buildLimitMs = 1_000;
const changeLimitMs = 1;

export async function measureSize({ smoke, signal }: BenchOptions): Promise<readonly BenchRow[]> {
  const buildCount = smoke ? 2 : 10;
  const changeCount = smoke ? 200 : 5_000;
  using demo = startDemoHome({ seed: 1, loss: 0, pace: 0, house: largeHouse(entityCount) });
  const link = await openLink({ ...demo, connectTimeoutMs: 10_000 }, { signal });
  const recorded = await recordAnswers(link, signal);
  link.close();

  const states = Object.fromEntries(
    [...demo.world.states].map(([id, { state, attributes }]) => [id, { s: state, a: { ...attributes } }]),
  );
  const buildsMs: number[] = [];
  const buildsCpuMs: number[] = [];
  const build = async (): Promise<ModelKeeper> => {
    const startMs = performance.now();
    const cpu = process.cpuUsage();
    const keeper = new ModelKeeper();
    keeper.applyStates({ a: states });
    keeper.useRegistries(await readRegistries(recorded, { signal }));
    buildsMs.push(performance.now() - startMs);
    const { user, system } = process.cpuUsage(cpu);
    buildsCpuMs.push((user + system) / 1_000);
    return keeper;
  };
  const heapBefore = usedHeapBytes();
  const keeper = await build();
  const modelBytes = usedHeapBytes() - heapBefore;
  for (let round = 1; round < buildCount; round += 1) await build();

  const ids = [...keeper.model.entities.keys()];
  const changesMs = Array.from({ length: changeCount }, (_, index) => {
    const id = ids[(index * 7_919) % ids.length] ?? '';
    const startMs = performance.now();
    keeper.applyStates({ c: { [id]: { '+': { s: index % 2 === 0 ? 'on' : 'off' } } } });
    return performance.now() - startMs;
  });
  return [
    timeRow('10,000 entities: answers of the home → model, median', buildsMs, 0.5, buildLimitMs),
    timeRow('10,000 entities: answers of the home → model, slowest', buildsMs, 1, buildLimitMs),
    {
      metric: 'the same in processor time, median',
      value: quantile(buildsCpuMs, 0.5),
      unit: 'ms',
      n: buildsCpuMs.length,
    },
    timeRow('10,000 entities: one state change → new version, median', changesMs, 0.5, changeLimitMs),
    timeRow('10,000 entities: one state change → new version, p99', changesMs, 0.99, changeLimitMs),
    {
      metric: '10,000 entities: memory of states and model',
      value: modelBytes / 1024 ** 2,
      unit: 'MiB',
      n: 1,
    },
    { ...(await measureConnect(demo, signal)), n: 1 },
  ];
}

/** From opening the connection to the first model, with the demo home answering in the same process. */
async function measureConnect(
  demo: ReturnType<typeof startDemoHome>,
  signal: AbortSignal,
): Promise<Omit<BenchRow, 'n'>> {
  const startMs = performance.now();
  await using home = openHome({
    ...demo,
    connectTimeoutMs: 10_000,
    pollMs: 3_600_000,
    log: silentLogger,
  });
  await home.ready({ signal });
  return {
    metric: '10,000 entities: connection opened → first model, the home in the same process',
    value: performance.now() - startMs,
    unit: 'ms',
  };
}

/** A link that answers from memory, as text from the socket: parsing counts, the home's own work does not. */
async function recordAnswers(link: HomeLink, signal: AbortSignal): Promise<HomeLink> {
  const texts = new Map<string, string>();
  const recorder: HomeLink = {
    ...link,
    haVersion: link.haVersion,
    connected: true,
    request: async (command, result, options) => {
      const answer = await link.request(command, z.unknown(), options);
      texts.set(command.type, JSON.stringify(answer));
      return result.parse(answer);
    },
  };
  await readRegistries(recorder, { signal });
  return {
    ...recorder,
    request: async (command, result) => result.parse(JSON.parse(texts.get(command.type) ?? 'null')),
  };
}

function timeRow(metric: string, valuesMs: readonly number[], q: number, limitMs: number): BenchRow {
  const value = quantile(valuesMs, q);
  const n = valuesMs.length;
  return { metric, value, unit: 'ms', n, target: `≤ ${limitMs.toLocaleString('en')}`, met: value <= limitMs };
}

function usedHeapBytes(): number {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  if (typeof collect === 'function') collect();
  return process.memoryUsage().heapUsed;
}
