/** One spoken command in a real home: what was heard, what changed there, what was said, and how long it took. */
import { z } from 'zod';
import { concatSamples } from '../../audio/chunk.ts';
import { quietRoom } from '../../client/quiet-room.ts';
import { speakText } from '../../client/speak-text.ts';
import { describeServer } from '../../client/voice-client.ts';
import { EngineError } from '../../core/errors.ts';
import { type PipelineRun, runPipeline } from './pipeline-run.ts';
import type { Program } from './program.ts';
import type { RealHome } from './real-home.ts';

/** The default house has these lights. */
export const demoCommand = 'turn on the kitchen lights';

export type Demonstration = {
  readonly run: PipelineRun;
  readonly wakeWord: string;
  /** What Home Assistant reports now and did not before: `Kitchen Light: off → on`. */
  readonly changes: readonly string[];
};

const stateRow = z.looseObject({
  entity_id: z.string(),
  state: z.string(),
  attributes: z.looseObject({ friendly_name: z.string().optional(), brightness: z.number().nullish() }),
});

/** Kinds of devices that voice changes; helpers behind them would say everything twice. */
const deviceKinds = /^(light|switch|cover|lock)\./;

/** @param recording mono 16 kHz; absent: our own voice says the demo's command. */
export async function demonstrate(
  { client, program, pipeline }: Pick<RealHome, 'client' | 'pipeline'> & { program: Pick<Program, 'uri'> },
  recording: Int16Array | undefined,
  { signal }: { readonly signal: AbortSignal },
): Promise<Demonstration> {
  const info = await describeServer(program.uri, { signal });
  const word = info.wake.flatMap(({ models }) => models).find(({ installed }) => installed);
  if (word === undefined) throw new EngineError('MODEL_NOT_INSTALLED', 'there is no wake word');
  const phrase = word.phrase ?? word.name;
  const wakeWord = concatSamples([quietRoom(500), await speakText(program.uri, phrase, { signal })]);
  const command = recording ?? (await speakText(program.uri, demoCommand, { signal }));
  const states = async (): Promise<ReadonlyMap<string, string>> => {
    const rows = await client.read(z.array(stateRow), 'get_states');
    const devices = rows.filter(({ entity_id }) => deviceKinds.test(entity_id));
    return new Map(devices.map((row) => [row.attributes.friendly_name ?? row.entity_id, described(row)]));
  };
  const before = await states();
  const run = await runPipeline(
    client,
    { pipeline: pipeline.id, say: { wakeWord, command, endedBy: 'listener' } },
    { signal },
  );
  const changes = [...(await states())]
    .filter(([name, state]) => before.get(name) !== state)
    .map(([name, state]) => `${name}: ${before.get(name) ?? 'absent'} → ${state}`);
  return { run, wakeWord: phrase, changes };
}

function described({ state, attributes }: z.output<typeof stateRow>): string {
  const { brightness } = attributes;
  return typeof brightness === 'number' ? `${state} ${Math.round((brightness / 255) * 100)} %` : state;
}
