/**
 * Table `endpointing`: from the last voiced sample of a sentence to its end, in the time of the audio, and to the
 * reply's first sound, in real time.
 */
import { createJudge } from '../../app/foresight/endpointing.ts';
import { RecentDialogue } from '../../app/foresight/recent-dialogue.ts';
import { systemClock } from '../../core/clock.ts';
import { commandPhrases } from '../../engines/stt/command-phrases.ts';
import { createSttEngine } from '../../engines/stt/create.ts';
import { sttOptions } from '../../engines/stt/options.ts';
import type { VadEngine } from '../../engines/vad/engine.ts';
import { createSileroVad } from '../../engines/vad/silero.ts';
import { demoModel } from '../../home/demo/demo-model.ts';
import { speechNames } from '../../home/model/speech-names.ts';
import { judgeBeginnings } from './beginnings.ts';
import { type SentenceClip, sentenceClips } from './clips.ts';
import { decide, type Decision } from './decision.ts';
import { beginningRows, decisionRows, homeAssistantRows, isCut, spokenRows } from './rows.ts';
import { spokenTurn, type SpokenTurn } from './turn.ts';
import { commandEndMs } from './ha-silence.ts';
import { type FindModel, openModels } from '../open-models.ts';
import type { BenchOptions, BenchReport, BenchTable } from '../report.ts';
import { serveApp } from '../process/served-app.ts';
import { stepsOfText } from '../understood-text.ts';

/** Where the commands are said. */
const areaId = 'kitchen';

async function run(options: BenchOptions): Promise<BenchReport> {
  const find = await openModels(options);
  const models = [find('sherpa-online-transducer').id, find('silero-vad').id];
  await using vad = await createSileroVad(find('silero-vad'));
  const clips = await sentenceClips(options.evalDir, { perFolder: options.smoke ? 1 : Infinity, vad });
  const ends = await homeAssistantEnds(clips, vad);
  const decisions = await decideAll(clips, find, options);
  const situation = { model: demoModel(), areaId, lastEntityIds: [] };
  const understood = new Set(
    clips.filter(({ said }) => said !== undefined && stepsOfText(said, situation) !== undefined),
  );
  options.progress('beginnings of sentences …');
  const beginnings = await judgeBeginnings(options.evalDir);
  const turns = await speakAll([...understood], options);
  const missed = decisions.filter((one) => isCut(one) || one.isShort);
  return {
    table: endpointingTable.name,
    models,
    notes: [
      'each clip alone and in a room (15 dB over its noise); audio time: as the frames come, decoding takes no time',
      'real time: devices of the demo home answer at once, replies are not cached',
      "Home Assistant's rule (0.7 s) runs on our voice activity model: its own has no build for Node",
      ...missed.map(
        ({ clip, text, isShort }) =>
          `${isShort ? 'words missing' : 'ended while somebody spoke'}: ${clip.file} (${clip.surroundings}), heard "${text}"`,
      ),
    ],
    rows: [
      ...decisionRows(decisions, (clip) => understood.has(clip) && clip.speakers !== 'human French'),
      ...homeAssistantRows(ends),
      ...beginningRows(beginnings),
      ...spokenRows(turns),
    ],
  };
}

/** Where in their audio Home Assistant would end them. */
async function homeAssistantEnds(
  clips: readonly SentenceClip[],
  vad: VadEngine,
): Promise<ReadonlyMap<SentenceClip, number>> {
  const ends = new Map<SentenceClip, number>();
  for (const clip of clips) {
    const frames = await vad.open().push(clip.samples);
    ends.set(clip, commandEndMs(frames, vad.frameSamples / 16) ?? clip.samples.length / 16);
  }
  return ends;
}

async function decideAll(
  clips: readonly SentenceClip[],
  find: FindModel,
  { signal, progress }: BenchOptions,
): Promise<readonly Decision[]> {
  const model = demoModel();
  const recent = new RecentDialogue(systemClock);
  const home = { model: () => model, status: () => 'connected' as const };
  const judge = createJudge({ home, recent, timerCount: () => 0 });
  await using engine = await createSttEngine({
    models: [find('sherpa-online-transducer')],
    vad: find('silero-vad'),
    options: sttOptions.parse({}),
  });
  await engine.useHints({ names: speechNames(model).names, terms: commandPhrases('en') }, { signal });
  const decisions: Decision[] = [];
  for (const clip of clips) {
    decisions.push(await decide(clip, { engine, judge, signal }));
    if (decisions.length % 20 === 0) progress(`audio time: ${decisions.length} of ${clips.length} …`);
  }
  return decisions;
}

/** Sentences at once: they are spoken in real time, and hardly work for the machine. */
const lanes = 3;

async function speakAll(clips: readonly SentenceClip[], options: BenchOptions): Promise<SpokenTurn[]> {
  const flags = {
    models: options.modelDirs.join(','),
    endpointing: 'hearken',
    'home-demo-pace': '0',
    'home-demo-loss': '0',
    'tts-cache-enabled': 'false',
  };
  await using app = await serveApp(flags, options);
  const turns: SpokenTurn[] = [];
  const waiting = [...clips];
  const lane = async (): Promise<void> => {
    for (let clip = waiting.shift(); clip; clip = waiting.shift()) {
      turns.push(await spokenTurn(app.uri, clip, clip.samples, options));
      if (turns.length % 20 === 0) options.progress(`real time: ${turns.length} of ${clips.length} …`);
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return turns;
}

export const endpointingTable: BenchTable = {
  name: 'endpointing',
  description: 'how soon the end of a sentence is heard, and how often too soon',
  run,
};
