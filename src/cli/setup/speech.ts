/** The second part of `hearken setup`: models, wake phrase and voice. */
import { availableParallelism, totalmem } from 'node:os';
import { writeWav } from '../../audio/wav.ts';
import { measureSpeed } from '../../app/doctor/measure-speed.ts';
import { openModelLibrary, pullMissing } from '../../app/engines/models.ts';
import { synthesize } from '../../client/voice-client.ts';
import { asInFile } from '../../config/leaves.ts';
import type { Config } from '../../config/schema.ts';
import { isVoiceError } from '../../core/errors.ts';
import { primarySubtag } from '../../core/language-tag.ts';
import { findingLines } from '../../doctor/finding.ts';
import { judgeSpeed, proposeModels, type SpeedMeasurement } from '../../doctor/proposal.ts';
import { phraseWeakness } from '../../engines/wake/phrases/weakness.ts';
import { createProgressView } from '../../model-store/download/progress-view.ts';
import type { CommandContext } from '../context.ts';
import { withServer } from '../with-server.ts';
import type { Ask } from './ask.ts';
import { playWav } from './play.ts';
import type { Choice } from './settings-file.ts';

export type SpeechStep = { readonly config: Config; readonly ask: Ask; readonly context: CommandContext };

/** As in `hearken doctor`. */
const budgetMs = 300;

/** Fetches the default models of the language, measures the engines, and says what would suit better. */
export async function prepareModels({ config, context }: Omit<SpeechStep, 'ask'>): Promise<void> {
  const { terminal, signal } = context;
  const library = await openModelLibrary(config);
  const inventory = await library.inventory({ signal });
  const view = createProgressView(terminal.isInteractive ? { columns: process.stderr.columns } : {});
  for await (const event of pullMissing(config, library, inventory, { signal })) {
    if (event.kind === 'not-installed') {
      terminal.note(`${event.job}: ${event.reason}; ${event.fix}`);
      continue;
    }
    const { lines, bar } = view(event);
    if (terminal.isInteractive) terminal.redraw(bar ?? '');
    for (const line of lines) terminal.note(line);
  }
  if (terminal.isInteractive) terminal.redraw('');
  terminal.note('Measuring this machine …');
  const measurements: SpeedMeasurement[] = [];
  for await (const measurement of measureSpeed(config, { signal })) measurements.push(measurement);
  const machine = { memoryBytes: totalmem(), cpuCount: availableParallelism() };
  const { catalog } = library;
  const { language } = config;
  for (const finding of [
    ...judgeSpeed(measurements),
    ...proposeModels({ catalog, language, machine, measurements, budgetMs }),
  ]) {
    for (const line of findingLines(finding)) terminal.note(line);
  }
}

/** One typed phrase; words of trained models that are set stay as they are. */
export async function chooseWakePhrase({ config, ask, context }: SpeechStep): Promise<readonly Choice[]> {
  const { words } = config.wake;
  const [first] = words.flatMap((word) => ('phrase' in word ? [word.phrase] : []));
  const phrase = await ask.text('Wake phrase', first ?? '');
  if (phrase === '' || phrase === first) return [];
  const weakness = phraseWeakness(phrase);
  if (weakness !== undefined) {
    context.terminal.note(weakness);
    if (!(await ask.confirm('Take it all the same?', false)))
      return await chooseWakePhrase({ config, ask, context });
  }
  const others = words.filter((word) => !('phrase' in word && word.phrase === first));
  return [{ key: 'wake.words', value: [{ phrase }, ...others.map(asInFile)] }];
}

/** By the language of the home; a voice of another one is heard with English. */
const samples: Readonly<Record<string, string>> = {
  de: 'Hallo. Ich bin die Stimme deines Zuhauses.',
  en: 'Hello. I am the voice of your home.',
  es: 'Hola. Soy la voz de tu casa.',
  fr: 'Bonjour. Je suis la voix de votre maison.',
  nl: 'Hallo. Ik ben de stem van je huis.',
};

const sampleIn = (language: string): string => samples[primarySubtag(language)] ?? samples['en'] ?? '';

/** Nothing where no voice is installed: the rest is set up all the same. */
export async function chooseVoice(step: SpeechStep): Promise<readonly Choice[]> {
  try {
    return await playAndChoose(step);
  } catch (error) {
    if (!isVoiceError(error) || error.code !== 'MODEL_NOT_INSTALLED') throw error;
    step.context.terminal.note(error.message);
    return [];
  }
}

/** Plays each voice that is chosen, until one is kept. */
async function playAndChoose({ config, ask, context }: SpeechStep): Promise<readonly Choice[]> {
  return await withServer(config, { services: ['tts'] }, context, async ({ uri, info }) => {
    const voices = info.tts.flatMap((program) => program.voices.map(({ name }) => name));
    const known = config.tts.voice === '' ? [] : voices.filter((name) => name === config.tts.voice);
    const ordered = [...new Set([...known, ...voices])];
    if (ordered.length === 0) return [];
    for (;;) {
      const voice = ordered[ordered.length === 1 ? 0 : await ask.choice('Voice', ordered)] ?? '';
      const speech = await synthesize(uri, sampleIn(config.language), { voice, signal: context.signal });
      const wav = writeWav(speech.samples, speech.rateHz);
      if (!(await playWav(wav, context)))
        context.terminal.note('Nothing here plays sound; "hearken say" writes a file.');
      if (ordered.length > 1 && !(await ask.confirm(`Keep ${voice}?`, true))) continue;
      return voice === config.tts.voice ? [] : [{ key: 'tts.voice', value: voice }];
    }
  });
}
