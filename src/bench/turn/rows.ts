/** The rows of table `turn`. */
import type { SentenceClip } from '../endpointing/clips.ts';
import type { PipelineRun } from '../ha/pipeline-run.ts';
import { betweenMs, type Moment } from '../ha/stages.ts';
import type { BenchRow } from '../report.ts';
import { median, quantile } from '../statistics.ts';
import type { TextPair, TypedTurn } from './text.ts';
import type { TurnClip } from './commands.ts';

export type TimedTurn = { readonly clip: TurnClip; readonly run: PipelineRun };

export type HeardTurn = { readonly clip: SentenceClip; readonly run: PipelineRun };

type Bounds = { readonly p50: number; readonly p95: number };

/** p50 and p95 of the times that are there; no rows without any. */
function percentiles(metric: string, values: readonly number[], bounds?: Bounds): BenchRow[] {
  const times = values.filter((value) => !Number.isNaN(value));
  if (times.length === 0) return [];
  const row = (name: 'p50' | 'p95', value: number): BenchRow => ({
    metric: `${metric}, ${name}`,
    value,
    unit: 'ms',
    n: times.length,
    ...(bounds && { target: `≤ ${bounds[name]}`, met: value <= bounds[name] }),
  });
  return [row('p50', median(times)), row('p95', quantile(times, 0.95))];
}

const between = (runs: readonly PipelineRun[], from: Moment, to: Moment): number[] =>
  runs.map((run) => betweenMs(run, from, to));

const stages = (runs: readonly PipelineRun[], from: Moment, name: string): BenchRow[] => [
  ...percentiles(`  ${name} → text`, between(runs, from, 'text')),
  ...percentiles('  text → answer', between(runs, 'text', 'answer')),
  ...percentiles('  answer → first byte of sound', between(runs, 'answer', 'sound')),
];

/** The client ends the audio: nothing waits for silence. */
export function clientEndedRows(turns: readonly TimedTurn[]): BenchRow[] {
  const runs = turns.map(({ run }) => run);
  return [
    ...percentiles('last frame → first byte of sound', between(runs, 'lastFrame', 'sound'), {
      p50: 130,
      p95: 280,
    }),
    ...stages(runs, 'lastFrame', 'last frame'),
  ];
}

/** The recogniser ends the sentence. */
export function endpointingRows(turns: readonly TimedTurn[]): BenchRow[] {
  const runs = turns.map(({ run }) => run);
  const of = (isHuman: boolean) => turns.filter(({ clip }) => clip.isHuman === isHuman).map(({ run }) => run);
  const metric = 'last voiced sample → first byte of sound, own endpointing';
  return [
    ...percentiles(metric, between(runs, 'lastVoiced', 'sound'), { p50: 500, p95: 1_000 }),
    ...percentiles('  of these people', between(of(true), 'lastVoiced', 'sound')),
    ...percentiles('  of these synthetic voices', between(of(false), 'lastVoiced', 'sound')),
    ...stages(runs, 'lastVoiced', 'last voiced sample'),
    cutRow('sentences cut off early, own endpointing, understood commands', runs),
  ];
}

/** All that people said, as far as the text. */
export function heardRows(how: string, turns: readonly HeardTurn[]): BenchRow[] {
  if (turns.length === 0) return [];
  const name = `last voiced sample → text, all human clips, ${how}`;
  const runs = turns.map(({ run }) => run);
  const inRoom = (where: SentenceClip['surroundings']) =>
    turns.filter(({ clip }) => clip.surroundings === where).map(({ run }) => run);
  return [
    ...percentiles(name, between(runs, 'lastVoiced', 'text')),
    ...percentiles('  of these in a quiet room', between(inRoom('quiet'), 'lastVoiced', 'text')),
    ...percentiles('  of these in a noisy room', between(inRoom('room'), 'lastVoiced', 'text')),
    cutRow(`sentences cut off early, all human clips, ${how}`, runs, 0.02),
  ];
}

/** Ended while the person was still to say something. */
function cutRow(metric: string, runs: readonly PipelineRun[], maxShare?: number): BenchRow {
  const heard = runs.filter((run) => !Number.isNaN(betweenMs(run, 'lastVoiced', 'text')));
  const cut = heard.filter((run) => betweenMs(run, 'lastVoiced', 'text') < 0).length;
  const bound = maxShare === undefined ? undefined : Math.floor(heard.length * maxShare);
  return {
    metric,
    value: cut,
    unit: `of ${heard.length}`,
    n: heard.length,
    ...(bound !== undefined && { target: `≤ ${bound}`, met: cut <= bound }),
  };
}

/**
 * Core writes its messages when its loop comes to it: of a turn that never waits, as its own agent's, the start is seen
 * late. So both are told, what a client sees and what core stamped.
 */
export function textRows(pairs: readonly TextPair[]): BenchRow[] {
  const rowsOf = (kind: keyof TypedTurn, how: string, target?: number): BenchRow[] => {
    const more = median(pairs.map(({ hearken, own }) => hearken[kind] - own[kind]));
    return [
      ...percentiles(
        `typed, intent-start → intent-end, ${how}, through the integration`,
        pairs.map(({ hearken }) => hearken[kind]),
      ),
      ...percentiles(
        "  the same sentences, Home Assistant's own agent",
        pairs.map(({ own }) => own[kind]),
      ),
      {
        metric: '  more for the same sentence, median',
        value: more,
        unit: 'ms',
        n: pairs.length,
        ...(target !== undefined && { target: `≤ ${target}`, met: more <= target }),
      },
    ];
  };
  if (pairs.length === 0) return [];
  return [...rowsOf('seenMs', 'as a client sees them', 10), ...rowsOf('stampedMs', 'as core stamps them')];
}
