/** Table `endpointing`: from the last voiced sample of a sentence to its transcript and to the reply's first sound. */
import { createJudge } from '../app/endpointing.ts';
import { RecentDialogue } from '../app/recent-dialogue.ts';
import { systemClock } from '../core/clock.ts';
import type { VadEngine } from '../engines/vad/engine.ts';
import { createSileroVad } from '../engines/vad/silero.ts';
import { demoModel } from '../home/demo/demo-model.ts';
import type { Completeness } from '../services/endpoint.ts';
import { type SentenceClip, sentenceClips, type Speakers } from './endpointing-clips.ts';
import { firstSoundMs, spokenTurn, type SpokenTurn } from './endpointing-turn.ts';
import { openModels } from './open-models.ts';
import { commandEndMs } from './ha-silence.ts';
import type { BenchOptions, BenchReport, BenchRow, BenchTable } from './report.ts';
import { serveApp } from './served-app.ts';
import { median, quantile, wilson } from './statistics.ts';

/** Sentences at once: they are spoken in real time, and hardly work for the machine. */
const lanes = 3;

type Side = 'hearken' | 'ha';

async function run(options: BenchOptions): Promise<BenchReport> {
  const find = await openModels(options);
  const vadModel = find('silero-vad');
  const models = [find('sherpa-online-transducer').id, vadModel.id];
  await using vad = await createSileroVad(vadModel);
  const clips = await sentenceClips(options.evalDir, { perFolder: options.smoke ? 1 : Infinity, vad });
  const ends = await homeAssistantEnds(clips, vad);
  const own = await speakAll('hearken', clips, (clip) => clip.samples, options);
  const theirs = await speakAll('ha', clips, (clip) => clip.samples.subarray(0, ends.get(clip)), options);
  return {
    table: endpointingTable.name,
    models,
    notes: [
      'each clip alone and in a room (15 dB over its noise), paced in real time; devices of the demo home answer at once, replies are not cached',
      "Home Assistant's rule (0.7 s) runs on our voice activity model: its own has no build for Node",
      ...own.filter(isCut).map((turn) => `cut off: ${turn.clip.file} (${turn.clip.surroundings})`),
    ],
    rows: [...rowsOf('own', own), ...rowsOf("Home Assistant's 0.7 s", theirs, false)],
  };
}

/** Sample at which Home Assistant would stop listening. */
async function homeAssistantEnds(
  clips: readonly SentenceClip[],
  vad: VadEngine,
): Promise<ReadonlyMap<SentenceClip, number>> {
  const ends = new Map<SentenceClip, number>();
  for (const clip of clips) {
    const frames = await vad.open().push(clip.samples);
    const endMs = commandEndMs(frames, vad.frameSamples / 16);
    ends.set(clip, endMs === undefined ? clip.samples.length : Math.round(endMs * 16));
  }
  return ends;
}

async function speakAll(
  side: Side,
  clips: readonly SentenceClip[],
  heard: (clip: SentenceClip) => Int16Array,
  options: BenchOptions,
): Promise<SpokenTurn[]> {
  const flags = {
    models: options.modelDirs.join(','),
    endpointing: side,
    'home-demo-pace': '0',
    'home-demo-loss': '0',
    'tts-cache-enabled': 'false',
  };
  await using app = await serveApp(flags, options);
  const turns: SpokenTurn[] = [];
  const waiting = [...clips];
  const lane = async (): Promise<void> => {
    for (let clip = waiting.shift(); clip; clip = waiting.shift()) {
      turns.push(await spokenTurn(app.uri, clip, heard(clip), options));
      if (turns.length % 20 === 0)
        options.progress(`${side}: ${turns.length} of ${clips.length} sentences …`);
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return turns;
}

const isCut = ({ transcriptMs }: SpokenTurn): boolean => transcriptMs < 0;

function rowsOf(name: string, turns: readonly SpokenTurn[], hasTargets = true): BenchRow[] {
  const whole = turns.filter((turn) => !isCut(turn));
  const classOf = createJudge({
    home: { model: () => demoModel(), status: () => 'connected' },
    recent: new RecentDialogue(systemClock),
  });
  const judged = new Map(whole.map((turn) => [turn, classOf({ text: turn.text, language: 'en' })]));
  const speakers: readonly Speakers[] = [...new Set(turns.map(({ clip }) => clip.speakers))];
  const classes: readonly Completeness[] = ['final', 'open', 'incomplete'];
  const span = `${name}: last voiced sample → transcript`;
  const toTranscript = ({ transcriptMs }: SpokenTurn) => transcriptMs;
  const commands = whole.filter(({ isHandled, clip }) => isHandled && clip.speakers.endsWith('commands'));
  const understood = (who: string, some: readonly SpokenTurn[], isHeld: boolean) =>
    quantiles(`${name}: last voiced sample → first sound, understood, ${who}`, some, firstSoundMs, isHeld);
  return [
    ...quantiles(`${span}, all`, whole, toTranscript),
    ...speakers.flatMap((who) =>
      quantiles(
        `${span}, ${who}`,
        whole.filter(({ clip }) => clip.speakers === who),
        toTranscript,
      ),
    ),
    ...(['quiet', 'room'] as const).flatMap((where) =>
      quantiles(
        `${span}, ${where}`,
        whole.filter(({ clip }) => clip.surroundings === where),
        toTranscript,
      ),
    ),
    ...classes.flatMap((kind) =>
      quantiles(
        `${span}, ${kind}`,
        whole.filter((turn) => judged.get(turn) === kind),
        toTranscript,
      ),
    ),
    ...understood('all commands', commands, hasTargets),
    ...understood(
      'human',
      commands.filter(({ clip }) => clip.speakers === 'human commands'),
      false,
    ),
    ...understood(
      'synthetic',
      commands.filter(({ clip }) => clip.speakers === 'synthetic commands'),
      false,
    ),
    ...quantiles(`${name}: transcript → reply, understood`, commands, ({ agentMs }) => agentMs),
    ...quantiles(`${name}: reply → first sound, understood`, commands, ({ speechMs }) => speechMs),
    cutRow(name, turns, hasTargets),
  ];
}

const bounds = { p50: 500, p95: 1_000 } as const;

function quantiles(
  metric: string,
  turns: readonly SpokenTurn[],
  value: (turn: SpokenTurn) => number,
  isHeld = false,
): BenchRow[] {
  if (turns.length === 0) return [];
  const values = turns.map(value);
  return (['p50', 'p95'] as const).map((name) => {
    const reached = name === 'p50' ? median(values) : quantile(values, 0.95);
    const row = { metric: `${metric}, ${name}`, value: reached, unit: 'ms', n: values.length };
    return isHeld ? { ...row, target: `≤ ${bounds[name]}`, met: reached <= bounds[name] } : row;
  });
}

function cutRow(name: string, turns: readonly SpokenTurn[], isHeld: boolean): BenchRow {
  const count = turns.filter(isCut).length;
  const [low, high] = wilson(count, turns.length);
  const share = (100 * count) / turns.length;
  return {
    metric: `${name}: sentences cut off`,
    value: share,
    unit: '%',
    n: turns.length,
    interval: [100 * low, 100 * high],
    ...(isHeld && { target: '≤ 2', met: share <= 2 }),
  };
}

export const endpointingTable: BenchTable = {
  name: 'endpointing',
  description: 'how soon the end of a sentence is heard, and how often too soon',
  run,
};
