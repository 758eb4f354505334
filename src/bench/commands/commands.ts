/** Table `commands`: recordings heard, understood and done in the demo home; what changed that nobody asked for. */
import { commandPhrases } from '../../engines/stt/command-phrases.ts';
import { createSttEngine } from '../../engines/stt/create.ts';
import type { SttEngine } from '../../engines/stt/engine.ts';
import { sttOptions } from '../../engines/stt/options.ts';
import { demoNames } from '../../home/demo/house.ts';
import { allowedChanges, namedCases } from './command-cases.ts';
import type { CommandCase } from './command-cases.ts';
import { demoTurn } from './demo-turn.ts';
import { openModels } from '../open-models.ts';
import { listRecordings, readRecording } from '../recordings.ts';
import type { Recording } from '../recordings.ts';
import type { BenchOptions, BenchReport, BenchRow, BenchTable } from '../report.ts';

export const commandsTable: BenchTable = {
  name: 'commands',
  description: 'recorded commands, noise and talk through speech-to-text and the agent, in the demo home',
  run,
};

/** What a satellite sends in one message. */
const frameSamples = 1_280;

/** Spoken commands count as asked for; everything else must leave the home alone, also beside a satellite. */
const otherPrefixes = ['commands/', 'noise', 'negative/', 'wake/'];
const smokePrefixes = ['noise', 'negative/short-words', 'commands/ha-en-real'];

async function run(options: BenchOptions): Promise<BenchReport> {
  const { engine, models } = await openSpeech(options);
  await using stt = engine;
  await stt.useHints({ names: demoNames, terms: commandPhrases('en') }, options);
  const notes: string[] = [];
  let right = 0;
  const all = await listRecordings(options.evalDir, otherPrefixes);
  for (const one of namedCases) {
    const recording = all.find(({ file }) => file === one.file);
    const heard = recording
      ? await hear(stt, await readRecording(options.evalDir, recording), options.signal)
      : '';
    const problem = await failedCase(one, heard, options.signal);
    if (problem === undefined) right += 1;
    else notes.push(`${one.file}: heard "${heard}", ${problem}`);
  }
  const others = options.smoke
    ? all.filter(({ file }) => smokePrefixes.some((prefix) => file.startsWith(prefix)))
    : all;
  const wrong = await wrongChanges(stt, others, options, notes);
  return {
    table: commandsTable.name,
    models,
    notes,
    rows: [rightRow(right), wrongRow(wrong, others.length)],
  };
}

async function openSpeech(options: BenchOptions): Promise<{ engine: SttEngine; models: string[] }> {
  const find = await openModels(options);
  const speech = find('sherpa-online-transducer');
  const vad = find('silero-vad');
  const engine = await createSttEngine({ models: [speech], vad, options: sttOptions.parse({}) });
  return { engine, models: [speech.id, vad.id] };
}

/** The final transcript of a whole clip, sent in frames. */
export async function hear(stt: SttEngine, samples: Int16Array, signal: AbortSignal): Promise<string> {
  let text = '';
  for await (const part of stt.transcribe(inFrames(samples), { signal })) {
    if (part.kind === 'final') text = part.text;
  }
  return text;
}

async function* inFrames(samples: Int16Array): AsyncIterable<Int16Array> {
  for (let start = 0; start < samples.length; start += frameSamples)
    yield samples.subarray(start, start + frameSamples);
}

/** Undefined when the home did exactly what was asked; else what is wrong. */
export async function failedCase(
  one: CommandCase,
  heard: string,
  signal: AbortSignal,
): Promise<string | undefined> {
  const turn = await demoTurn(heard, { ...(one.before && { before: one.before }), signal });
  const isSame = JSON.stringify(sorted(turn.changed)) === JSON.stringify(sorted(one.changed));
  if (!isSame) return `changed ${JSON.stringify(turn.changed)}`;
  return one.reply && !one.reply.test(turn.speech) ? `answered "${turn.speech}"` : undefined;
}

function sorted(changes: Readonly<Record<string, string>>): readonly (readonly [string, string])[] {
  return Object.entries(changes).sort(([a], [b]) => a.localeCompare(b));
}

async function wrongChanges(
  stt: SttEngine,
  recordings: readonly Recording[],
  options: BenchOptions,
  notes: string[],
): Promise<number> {
  let wrong = 0;
  for (const [index, recording] of recordings.entries()) {
    if (index % 50 === 0) options.progress(`${index} of ${recordings.length} recordings …`);
    const { file, text } = recording;
    const heard = await hear(stt, await readRecording(options.evalDir, recording), options.signal);
    const allowed = new Set(allowedChanges(file, text));
    const before = namedCases.find((one) => one.file === file)?.before;
    // Beside a satellite a short "turn on the lights" is a whole command, so talk must not turn into one there.
    const places = file.startsWith('commands/') ? [undefined] : [undefined, 'kitchen'];
    for (const areaId of places) {
      const turn = await demoTurn(heard, {
        ...(before && { before }),
        ...(areaId && { areaId }),
        signal: options.signal,
      });
      const unasked = Object.keys(turn.changed).filter((id) => !allowed.has(id));
      if (unasked.length === 0) continue;
      wrong += 1;
      notes.push(`${file}: heard "${heard}", changed unasked ${unasked.join(', ')}`);
    }
  }
  return wrong;
}

function rightRow(right: number): BenchRow {
  const n = namedCases.length;
  return {
    metric: 'named commands: right change or right answer',
    value: right,
    unit: `of ${n}`,
    n,
    target: '≥ 6',
    met: right >= 6,
  };
}

function wrongRow(wrong: number, n: number): BenchRow {
  return {
    metric: 'all recordings: changes nobody asked for',
    value: wrong,
    unit: 'changes',
    n,
    target: '0',
    met: wrong === 0,
  };
}
