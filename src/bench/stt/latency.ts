/** From a stream's end to its transcript, over the port, in real time, ours and the peer's in turns. */
import { transcribe } from '../../client/voice-client.ts';
import type { BenchRow } from '../report.ts';
import { median, quantile } from '../statistics.ts';
import type { CommandClips } from './clips.ts';

export type LatencyOptions = {
  readonly ours: string;
  readonly peer: string;
  readonly clips: CommandClips;
  readonly rounds: number;
  readonly signal: AbortSignal;
};

const sides = ['ours', 'peer'] as const;

export async function latencyRows({ clips, rounds, signal, ...uris }: LatencyOptions): Promise<BenchRow[]> {
  const times: Record<(typeof sides)[number], number[]> = { ours: [], peer: [] };
  const all = [...clips.human, ...clips.tts];
  const [first] = all;
  if (first)
    for (const side of sides) await transcribe(uris[side], first.samples, { realTime: false, signal });
  for (let round = 0; round < rounds; round += 1)
    for (const [index, { samples }] of all.entries())
      for (const side of (index + round) % 2 === 0 ? sides : sides.toReversed())
        times[side].push((await transcribe(uris[side], samples, { realTime: true, signal })).afterStopMs);
  return rowsOf(times.ours, times.peer);
}

const bounds = { p50: 15, p95: 30 } as const;

function rowsOf(ours: readonly number[], peer: readonly number[]): BenchRow[] {
  return (['p50', 'p95'] as const).flatMap((name) => {
    const at = (values: readonly number[]) => (name === 'p50' ? median(values) : quantile(values, 0.95));
    const [own, other, bound] = [at(ours), at(peer), bounds[name]];
    const metric = `audio-stop → transcript, ${name}`;
    return [
      { metric, value: own, unit: 'ms', n: ours.length, target: `≤ ${bound}`, met: own <= bound },
      { metric: `${metric}, wyoming-faster-whisper`, value: other, unit: 'ms', n: peer.length },
      {
        metric: `${metric}, ours / peer`,
        value: own / other,
        unit: '×',
        n: ours.length,
        target: '≤ 1',
        met: own <= other,
      },
    ];
  });
}
