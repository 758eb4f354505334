/** Holds Hearken's joined turns against what core's own events say of the runs. */
import { z } from 'zod';
import type { PipelineRun } from '../../../src/bench/ha/pipeline-run.ts';
import type { Program } from '../../../src/bench/ha/program.ts';

const stage = z.looseObject({
  stage: z.string(),
  started_at_ms: z.number(),
  ended_at_ms: z.number(),
  conversation_id: z.string().optional(),
  content: z.looseObject({ text: z.string().optional() }).optional(),
});
const turn = z.looseObject({ id: z.string(), unsure: z.array(z.string()), stages: z.array(stage) });

export type Turn = z.output<typeof turn>;

/** The last hundred turns. Hearken has to run with `log.content`. */
export async function readTurns({ api }: Program): Promise<readonly Turn[]> {
  const response = await fetch(`http://${api.host}:${api.port}/api/v1/turns`, {
    headers: { authorization: `Bearer ${api.token}` },
  });
  return z.looseObject({ turns: z.array(turn) }).parse(await response.json()).turns;
}

export type Verdict = 'joined' | 'unsure' | 'wrong' | 'apart';

/** Wall time of a moment on the monotonic clock of this machine. */
const offsetMs = Date.now() - performance.now();

const at = ({ events }: PipelineRun, type: string): number =>
  (events.find((event) => event.type === type)?.atMs ?? Number.NaN) + offsetMs;

/** Core goes on within milliseconds, a busy one within its time; nobody says the same again so soon. */
const slackMs = 1_500;

/**
 * What became of a run: `joined` as it was, left `unsure`, joined with another run's stages (`wrong`), or left `apart`
 * without saying so. The agent's stage is known by the conversation, the others by their text and time.
 */
export function judge(run: PipelineRun, others: readonly PipelineRun[], turns: readonly Turn[]): Verdict {
  const mine = turns.find(({ stages }) =>
    stages.some((one) => one.stage === 'agent' && one.conversation_id === run.conversationId),
  );
  const part = (name: string) => mine?.stages.find((one) => one.stage === name);
  const [stt, tts] = [part('stt'), part('tts')];
  if (stt !== undefined && ownerOf(stt.ended_at_ms, 'stt-end', stt.content?.text, [run, ...others]) !== run)
    return 'wrong';
  if (tts !== undefined && ownerOf(tts.started_at_ms, 'tts-end', tts.content?.text, [run, ...others]) !== run)
    return 'wrong';
  if (stt !== undefined && tts !== undefined) return 'joined';
  return mine !== undefined && mine.unsure.length > 0 ? 'unsure' : 'apart';
}

/** The run with this text whose event is nearest. */
function ownerOf(
  timeMs: number,
  event: 'stt-end' | 'tts-end',
  text: string | undefined,
  runs: readonly PipelineRun[],
): PipelineRun | undefined {
  return runs
    .filter((run) => (event === 'stt-end' ? run.heard : run.speech)?.trim() === text?.trim())
    .map((run) => ({ run, awayMs: Math.abs(at(run, event) - timeMs) }))
    .filter(({ awayMs }) => awayMs <= slackMs)
    .sort((one, other) => one.awayMs - other.awayMs)[0]?.run;
}
