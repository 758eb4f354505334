/** Typed turns: our agent through the integration beside Home Assistant's own, the same sentences in the same run. */
import { z } from 'zod';
import { runPipeline } from '../ha/pipeline-run.ts';
import type { RunEvent } from '../ha/run-events.ts';
import type { BenchOptions } from '../report.ts';
import { prepare } from './commands.ts';
import type { TurnHearken, TurnHome } from './home.ts';
import { sentencesFor } from './sentences.ts';

/** From intent-start to intent-end, as a client sees the events come and as core stamps them. */
export type TypedTurn = { readonly seenMs: number; readonly stampedMs: number };

/** One sentence answered by both. */
export type TextPair = { readonly hearken: TypedTurn; readonly own: TypedTurn };

type Bench = { readonly home: TurnHome; readonly hearken: TurnHearken; readonly options: BenchOptions };

/** Pairs in which both did what was asked. */
export async function measureText({ home, hearken, options }: Bench): Promise<readonly TextPair[]> {
  const sentences = sentencesFor(home.model);
  const answer = async (pipeline: string, index: number): Promise<TypedTurn | undefined> => {
    const { text, undo } = sentences[index] ?? { text: '', undo: [] };
    await prepare(home.client, undo, options.signal);
    const { events } = await runPipeline(home.client, { pipeline, say: text, endStage: 'intent' }, options);
    return typedTurn(events);
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
    // In turns first, and each sentence both ways: neither profits from what the other has warmed.
    const isOurs = (round + Math.floor(round / Math.max(1, sentences.length))) % 2 === 0;
    const early = await answer(isOurs ? ours : own, index);
    const late = await answer(isOurs ? own : ours, index);
    if (early && late) pairs.push(isOurs ? { hearken: early, own: late } : { hearken: late, own: early });
  }
  return pairs;
}

const done = z.looseObject({
  intent_output: z.looseObject({ response: z.looseObject({ response_type: z.literal('action_done') }) }),
});

/** An answer that did nothing is quick, and no measurement. */
function typedTurn(events: readonly RunEvent[]): TypedTurn | undefined {
  const start = events.find(({ type }) => type === 'intent-start');
  const end = events.find(({ type }) => type === 'intent-end');
  if (!start || !end || !done.safeParse(end.data).success) return undefined;
  return { seenMs: end.atMs - start.atMs, stampedMs: end.madeAtMs - start.madeAtMs };
}
