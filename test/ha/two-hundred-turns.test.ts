/** A busy household: 200 spoken turns on five satellites at once. Nothing is mixed up, and nothing is left behind. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sleep } from '../../src/core/abort.ts';
import { type PipelineRun, runPipeline } from '../../src/bench/ha/pipeline-run.ts';
import { memoryMb, socketCount } from '../../src/bench/process/process-usage.ts';
import { watchTasks } from './support/core-tasks.ts';
import { judge, readTurns, type Turn } from './support/join-oracle.ts';
import { never, type RealHome, recording, startTestHome } from './support/test-home.ts';

const clips = [
  'ha-en-real/lock-the-front-door',
  'ha-en-real/is-the-front-door-locked',
  'ha-en-real/what-is-the-outdoor-humidity',
  'ha-en-real/turn-off-all-of-the-lights-in-the-office',
  'ha-en-tts/turn-on-lights-in-the-kitchen',
  'ha-en-tts/close-the-sliding-door',
  'ha-en-tts/is-the-sliding-door-open',
  'ha-en-tts/turn-off-all-of-the-kitchen-lights',
  'ha-en-tts/open-the-sliding-door-in-the-office',
  'ha-en-tts/is-the-front-door-unlocked',
].map((name) => recording(`commands/${name}.wav`));

const lanes = 5;
/**
 * What is loaded and cached at first belongs to no leak: the engines' arenas grow with the longest thing they heard
 * and said, and are as large as they get after 100 to 150 turns.
 */
const warmUp = 160;
const counted = 200;
/** A collector works when it likes, so memory is looked at more than once: a leak grows from part to part. */
const parts = 4;

let home: RealHome;
const runs: PipelineRun[] = [];
const turns = new Map<string, Turn>();
type Usage = {
  hearkenMb: number;
  coreMb: number;
  hearkenSockets: number;
  coreSockets: number;
  tasks: number;
};
let first: Usage;
const later: Usage[] = [];
const pauseMs = 3_000;

beforeAll(async () => {
  home = await startTestHome({ log: { content: true } });
  const countTasks = await watchTasks(home);
  const usage = async (): Promise<Usage> => {
    // What is put off to the next pause has happened then: a voice that spoke long is loaded afresh.
    await sleep(pauseMs, new AbortController().signal);
    return {
      hearkenMb: memoryMb(home.program.pid),
      coreMb: memoryMb(home.core.pid),
      hearkenSockets: socketCount(home.program.pid),
      coreSockets: socketCount(home.core.pid),
      tasks: await countTasks(),
    };
  };
  await interleave(warmUp, () => undefined);
  first = await usage();
  for (let part = 0; part < parts; part += 1) {
    await interleave(counted / parts, (run) => runs.push(run));
    later.push(await usage());
  }
  // A stage is reported when it has ended, which may be after the listener has its sound.
  await keepTurns();
}, 900_000);

afterAll(async () => await home[Symbol.asyncDispose]());

/**
 * Each lane is a satellite that speaks as soon as its reply was heard. No two say the same at once: that can not be
 * told apart, and is the unit tests' matter.
 */
async function interleave(count: number, done: (run: PipelineRun) => void): Promise<void> {
  let said = 0;
  const speak = async (lane: number): Promise<void> => {
    for (let i = 0; said < count; i += 1) {
      said += 1;
      const command = clips[(2 * lane + (i % 2)) % clips.length] ?? new Int16Array();
      // A reply core has in its cache is not asked for again.
      await home.client.call('call_service', { domain: 'tts', service: 'clear_cache' });
      const say = { command, endedBy: 'client' } as const;
      done(await runPipeline(home.client, { pipeline: home.pipeline.id, say }, { signal: never }));
      await keepTurns();
    }
  };
  await Promise.all(Array.from({ length: lanes }, (_, lane) => speak(lane)));
}

const isOf =
  (conversationId: string | undefined) =>
  ({ stages }: Turn): boolean =>
    stages.some((one) => one.conversation_id === conversationId);

async function keepTurns(): Promise<void> {
  for (const turn of await readTurns(home.program)) turns.set(turn.id, turn);
}

describe('200 interleaved turns', () => {
  it('are all answered', () => {
    expect(runs.map(({ error }) => error).filter(Boolean)).toEqual([]);
    expect(runs).toHaveLength(counted);
    expect(runs.filter(({ audio }) => audio.length < 2_000)).toEqual([]);
  });

  it('are joined stage by stage as core saw them: 98 % of them, none wrong, the rest said to be unsure', () => {
    const verdicts = runs.map((run) =>
      judge(
        run,
        runs.filter((other) => other !== run),
        [...turns.values()],
      ),
    );
    const count = (verdict: string) => verdicts.filter((one) => one === verdict).length;
    const astray = runs
      .filter((_, index) => ['wrong', 'apart'].includes(verdicts[index] ?? ''))
      .map(({ heard, speech, conversationId }) =>
        JSON.stringify({ heard, speech, turns: [...turns.values()].filter(isOf(conversationId)) }),
      );
    const report = `joined ${count('joined')}, unsure ${count('unsure')}, astray: ${astray.join('\n')}`;
    expect(count('wrong'), report).toBe(0);
    expect(count('apart'), report).toBe(0);
    expect(count('joined'), report).toBeGreaterThanOrEqual(0.98 * counted);
  });

  it('leave no connection and no task behind, on neither side', () => {
    const last = later.at(-1);
    expect(last?.hearkenSockets).toBeLessThanOrEqual(first.hearkenSockets + 2);
    expect(last?.coreSockets).toBeLessThanOrEqual(first.coreSockets + 2);
    expect(first.tasks).toBeGreaterThan(0);
    expect(last?.tasks).toBeLessThanOrEqual(first.tasks + 3);
  });

  it.each(['hearkenMb', 'coreMb'] as const)('leave no memory behind: %s', (side) => {
    const used = later.map((usage) => usage[side]);
    const [early, late] = [Math.max(first[side], ...used.slice(0, 2)), Math.min(...used.slice(2))];
    const seen = `${first[side]}, then ${used.join(', ')}`;
    // What an allocator keeps comes and goes by some ten MB; 0.3 MB lost with every turn would be 30 and 60.
    expect(late, seen).toBeLessThan(early + 30);
    expect(late, seen).toBeLessThan(first[side] + 60);
  });
});
