/** The recorded sentences that table `turn` speaks: those this home's agent understands, and how to make them matter. */
import type { Step } from '../../agent/understand/plan.ts';
import { sleep } from '../../core/abort.ts';
import type { VadEngine } from '../../engines/vad/engine.ts';
import type { CoreClient } from '../ha/core-client.ts';
import { spokenLength } from '../last-voiced.ts';
import type { TurnHome } from './home.ts';
import { listRecordings, readRecording } from '../recordings.ts';
import type { BenchOptions } from '../report.ts';
import { stepsOfText } from '../understood-text.ts';

export type TurnClip = {
  readonly file: string;
  readonly isHuman: boolean;
  readonly samples: Int16Array;
  /** How many of them are speech. */
  readonly spokenSamples: number;
  /** Done before each turn, so that the command has something to change. */
  readonly undo: readonly Undo[];
};

export type Undo = { readonly service: string; readonly entityIds: readonly string[] };

/** Clips of `ha-en-real` (human) and `ha-en-tts` whose transcript is a command or a question to this home. */
export async function understoodClips(
  home: TurnHome,
  vad: VadEngine,
  options: BenchOptions,
): Promise<readonly TurnClip[]> {
  const situation = { model: home.model, areaId: home.areaId, lastEntityIds: [] };
  const clips: TurnClip[] = [];
  for (const recording of await listRecordings(options.evalDir, [
    'commands/ha-en-real/',
    'commands/ha-en-tts/',
  ])) {
    const { file, text } = recording;
    if (typeof text !== 'string') continue;
    const steps = stepsOfText(text, situation);
    if (!steps) continue;
    const samples = await readRecording(options.evalDir, recording);
    const spokenSamples = await spokenLength(samples, vad);
    clips.push({ file, isHuman: file.includes('real'), samples, spokenSamples, undo: steps.flatMap(undoOf) });
  }
  return clips;
}

/** Services that take back what a wish asks for. */
const opposites: Readonly<Record<string, string>> = {
  turn_on: 'homeassistant.turn_off',
  turn_off: 'homeassistant.turn_on',
  set_brightness: 'homeassistant.turn_off',
  set_color: 'homeassistant.turn_off',
  open: 'cover.close_cover',
  close: 'cover.open_cover',
  lock: 'lock.unlock',
};

function undoOf(step: Step): Undo[] {
  if (step.kind !== 'act') return [];
  const service = opposites[step.wish.do];
  return service === undefined ? [] : [{ service, entityIds: step.entities.map(({ entityId }) => entityId) }];
}

/** Long enough for the changed states to reach Hearken. */
const settleMs = 100;

/** Empties core's cache of replies and takes back what the clip asks for. */
export async function prepare(client: CoreClient, undo: readonly Undo[], signal: AbortSignal): Promise<void> {
  const call = async (service: string, fields: Readonly<Record<string, unknown>>) => {
    const [domain, name] = service.split('.');
    await client.call('call_service', { domain, service: name, ...fields });
  };
  for (const { service, entityIds } of undo) await call(service, { target: { entity_id: entityIds } });
  await call('tts.clear_cache', {});
  await sleep(settleMs, signal);
}
