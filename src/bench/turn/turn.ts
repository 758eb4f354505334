/**
 * Table `turn`: spoken and typed turns through a real Home Assistant's Assist pipeline, as a satellite and the chat see
 * them. Core's share of a spoken turn is about 60 ms, nearly all of it ffmpeg making mp3.
 */
import type { VadEngine } from '../../engines/vad/engine.ts';
import { createSileroVad } from '../../engines/vad/silero.ts';
import { type SentenceClip, sentenceClips } from '../endpointing/clips.ts';
import { type PipelineRun, runPipeline, type Spoken } from '../ha/pipeline-run.ts';
import { betweenMs } from '../ha/stages.ts';
import { openModels } from '../open-models.ts';
import type { BenchOptions, BenchReport, BenchRow, BenchTable } from '../report.ts';
import { prepare, type TurnClip, understoodClips } from './commands.ts';
import { addTurnHearken, openTurnHome, type TurnHearken, type TurnHome } from './home.ts';
import {
  clientEndedRows,
  endpointingRows,
  type HeardTurn,
  heardRows,
  textRows,
  type TimedTurn,
} from './rows.ts';
import { measureText } from './text.ts';

export const turnTable: BenchTable = {
  name: 'turn',
  description: "spoken and typed turns through a real Home Assistant's pipeline, stage by stage",
  run: measure,
};

/** Nothing spoken is kept from one turn to the next, so only what was made ahead in this turn may be ready. */
const withoutCache = { cache: { enabled: false } };

type Bench = { readonly home: TurnHome; readonly hearken: TurnHearken; readonly options: BenchOptions };

async function measure(options: BenchOptions): Promise<BenchReport> {
  await using home = await openTurnHome(options);
  await using vad = await createSileroVad((await openModels(options))('silero-vad'));
  const understood = await understoodClips(home, vad, options);
  const clips = options.smoke ? understood.slice(0, 4) : understood;
  const people = options.smoke ? [] : await humanClips(vad, options);
  const notes = [
    `Home Assistant ${home.coreVersion} ${options.ha ? 'as given' : 'booted for this run, instant template devices'}, on this machine`,
    "clips are paced in real time; core's cache of replies is emptied before every turn, ours is off",
  ];
  const rows: BenchRow[] = [];
  {
    await using hearken = await addTurnHearken(home, { tts: withoutCache }, options);
    const bench = { home, hearken, options };
    const repeats = options.smoke ? 1 : 3;
    const timed = await speakAll(bench, clips, { endedBy: 'client', repeats });
    rows.push(...clientEndedRows(timed));
    notes.push(...failures('client ends', timed));
    rows.push(...textRows(await measureText(bench)));
    rows.push(...heardRows("Home Assistant's detection", await hearAll(bench, people)));
  }
  {
    const settings = { tts: withoutCache, stt: { endpointing: 'hearken' } };
    await using hearken = await addTurnHearken(home, settings, options);
    const bench = { home, hearken, options };
    const timed = await speakAll(bench, clips, { endedBy: 'listener', repeats: 1 });
    rows.push(...endpointingRows(timed));
    notes.push(...failures('own endpointing', timed));
    rows.push(...heardRows('own endpointing', await hearAll(bench, people)));
  }
  return { table: turnTable.name, models: ['default configuration'], notes, rows };
}

type SpeakOptions = Pick<Spoken, 'endedBy'> & { readonly repeats: number };

async function speakAll(
  bench: Bench,
  clips: readonly TurnClip[],
  { endedBy, repeats }: SpeakOptions,
): Promise<TimedTurn[]> {
  const { home, options } = bench;
  // Sentences and models are loaded by the first turn.
  const [first] = clips;
  if (first) await speak(bench, first, endedBy);
  const timed: TimedTurn[] = [];
  for (let repeat = 0; repeat < repeats; repeat += 1) {
    for (const clip of clips) {
      options.progress(`spoken, ended by the ${endedBy}: ${timed.length + 1} of ${clips.length * repeats}`);
      await prepare(home.client, clip.undo, options.signal);
      timed.push({ clip, run: await speak(bench, clip, endedBy) });
    }
  }
  return timed;
}

/** A person who presses a key when the sentence is said. */
const clientTailSamples = 4_800;

async function speak(
  { home, hearken, options }: Bench,
  { samples, spokenSamples }: TurnClip,
  endedBy: Spoken['endedBy'],
): Promise<PipelineRun> {
  const command = endedBy === 'client' ? samples.subarray(0, spokenSamples + clientTailSamples) : samples;
  const say = { command, spokenSamples, endedBy };
  const input = { pipeline: hearken.pipelines.hearken, deviceId: home.deviceId, say };
  return await runPipeline(home.client, input, options);
}

/** Everything people said to a machine in English, understood or not, alone and in a room. */
async function humanClips(vad: VadEngine, { evalDir }: BenchOptions): Promise<readonly SentenceClip[]> {
  const clips = await sentenceClips(evalDir, { perFolder: Infinity, vad });
  return clips.filter(({ speakers }) => speakers === 'human commands' || speakers === 'human coffee orders');
}

/** Sentences at once: they are spoken in real time, and hardly work for the machine. */
const lanes = 3;

/** Only as far as the text: what people say here is not for this home. */
async function hearAll(
  { home, hearken, options }: Bench,
  clips: readonly SentenceClip[],
): Promise<HeardTurn[]> {
  const turns: HeardTurn[] = [];
  const waiting = [...clips];
  const lane = async (): Promise<void> => {
    for (let clip = waiting.shift(); clip; clip = waiting.shift()) {
      const spokenSamples = Math.round(clip.voicedMs * 16);
      const say = { command: clip.samples, spokenSamples, endedBy: 'listener' } as const;
      const input = { pipeline: hearken.pipelines.hearken, endStage: 'stt', say } as const;
      turns.push({ clip, run: await runPipeline(home.client, input, options) });
      if (turns.length % 20 === 0) options.progress(`heard: ${turns.length} of ${clips.length}`);
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return turns;
}

/** Turns that brought no sound are no measurement; a reader must know of them. */
function failures(name: string, turns: readonly TimedTurn[]): string[] {
  const failed = turns.filter(({ run }) => Number.isNaN(betweenMs(run, 'text', 'sound')));
  return failed.map(({ clip, run }) => `${name}, ${clip.file}: ${run.error?.code ?? 'no sound'}`);
}
