/** Typed turns: our agent through the integration beside Home Assistant's own, the same sentences in the same run. */
import { sentencesFor } from './turn-sentences.ts';
import { runPipeline } from './ha/pipeline-run.ts';
import type { BenchOptions } from './report.ts';
import { prepare } from './turn-commands.ts';
import type { TurnHearken, TurnHome } from './turn-home.ts';

/** One sentence answered by both, from intent-start to intent-end. */
export type TextPair = { readonly hearkenMs: number; readonly ownMs: number };

type Bench = { readonly home: TurnHome; readonly hearken: TurnHearken; readonly options: BenchOptions };

export async function measureText({ home, hearken, options }: Bench): Promise<readonly TextPair[]> {
  const sentences = sentencesFor(home.model);
  const answer = async (pipeline: string, index: number): Promise<number> => {
    const { text, undo } = sentences[index] ?? { text: '', undo: [] };
    await prepare(home.client, undo, options.signal);
    const { events } = await runPipeline(home.client, { pipeline, say: text, endStage: 'intent' }, options);
    const at = (type: string) => events.find((event) => event.type === type)?.atMs ?? Number.NaN;
    return at('intent-end') - at('intent-start');
  };
  const { hearken: ours, own } = hearken.pipelines;
  // Its own agent loads its sentences with the first one.
  await answer(own, 0);
  await answer(ours, 0);
  const pairs: TextPair[] = [];
  const rounds = options.smoke ? 2 : 40;
  for (let round = 0; round < rounds; round += 1) {
    options.progress(`typed: ${round + 1} of ${rounds}`);
    const index = round % Math.max(1, sentences.length);
    // In turns first, so that neither profits from what the other has warmed.
    const first = round % 2 === 0;
    const early = await answer(first ? ours : own, index);
    const late = await answer(first ? own : ours, index);
    pairs.push(first ? { hearkenMs: early, ownMs: late } : { hearkenMs: late, ownMs: early });
  }
  return pairs.filter(({ hearkenMs, ownMs }) => !Number.isNaN(hearkenMs) && !Number.isNaN(ownMs));
}
