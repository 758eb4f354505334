/** Builds text to speech from plain data, so that it can be built in another process. */
import { availableParallelism } from 'node:os';
import { ConfigError, EngineError, toError } from '../../core/errors.ts';
import { silentLogger, type Logger } from '../../core/log.ts';
import type { InstalledModel } from '../../core/installed-model.ts';
import { didYouMean } from '../../core/nearest.ts';
import type { TtsEngine } from './engine.ts';
import { shareEspeakData } from './espeak-data.ts';
import { openKokoroModel } from './kokoro-model.ts';
import { LocalTtsEngine } from './local-engine.ts';
import type { TtsOptions } from './options.ts';
import type { TtsModel } from './tts-model.ts';
import { openVitsModel } from './vits/vits-model.ts';

/** Plain JSON. */
export type TtsEngineSpec = {
  readonly models: readonly InstalledModel[];
  readonly options: TtsOptions;
};

/** What the place that runs the engine offers it. */
export type TtsContext = {
  readonly log?: Logger;
  /** Aborts the start. */
  readonly signal: AbortSignal;
  /** Announces that native code is about to load a model, which may end the process. */
  readonly loading?: <T>(modelId: string, load: () => T | Promise<T>) => Promise<T>;
};

/** More threads than this bring a sentence of a small voice no further; measured on two cores. */
const maxUsefulThreads = 2;

/**
 * All voices of the models, the default one loaded and warm, the others loaded when first used. A damaged model is
 * left out with a warning while another one can speak.
 * @throws EngineError `MODEL_NOT_INSTALLED` without models, `MODEL_CORRUPT` when none can speak; ConfigError
 *   `CONFIG_INVALID` when the default voice belongs to none of them.
 */
export async function createTtsEngine(
  spec: TtsEngineSpec,
  { log = silentLogger, signal, loading = async (_, load) => load() }: TtsContext,
): Promise<TtsEngine> {
  const { options } = spec;
  if (spec.models.length === 0) throw new EngineError('MODEL_NOT_INSTALLED', 'no voice is installed');
  const { models, failures } = await openModels(spec, log);
  if (models.length === 0)
    throw failures[0] ?? new EngineError('MODEL_NOT_INSTALLED', 'no voice is installed');
  const defaultVoice = chooseDefault(models, spec);
  const engine = new LocalTtsEngine(models, {
    ...(defaultVoice !== undefined && { defaultVoice }),
    speed: options.speed,
    maxLoadedModels: options.loadedVoices,
    loading,
  });
  // The first run of a model takes twice the time of the later ones.
  for await (const chunk of engine.speak('Ready.', { signal }))
    log.debug('voice is warm', { rateHz: chunk.rateHz });
  return engine;
}

async function openModels(
  { models, options }: TtsEngineSpec,
  log: Logger,
): Promise<{ readonly models: readonly TtsModel[]; readonly failures: readonly Error[] }> {
  const threads = options.threads || Math.min(maxUsefulThreads, availableParallelism());
  const opened: TtsModel[] = [];
  const failures: Error[] = [];
  for (const model of await shareEspeakData(models)) {
    try {
      opened.push(await openModel(model, { ...options, threads }, log));
    } catch (cause) {
      const error = toError(cause);
      failures.push(error);
      log.warn('a voice can not be used', { model: model.id, reason: error.message });
    }
  }
  return { models: opened, failures };
}

async function openModel(model: InstalledModel, options: TtsOptions, log: Logger): Promise<TtsModel> {
  switch (model.engine) {
    case 'sherpa-vits':
      return openVitsModel(model, { threads: options.threads, provider: options.provider, log });
    case 'kokoro':
      return openKokoroModel(model, options);
    default:
      throw new EngineError('MODEL_NOT_INSTALLED', `no voice engine is called ${model.engine}`);
  }
}

/** The wanted voice; undefined for the first one, also when the wanted one's model is damaged. */
function chooseDefault(
  models: readonly TtsModel[],
  { models: specified, options }: TtsEngineSpec,
): string | undefined {
  const wanted = options.voice;
  if (wanted === '') return undefined;
  const names = models.flatMap((model) => model.voices.map((voice) => voice.name));
  if (names.includes(wanted)) return wanted;
  if (specified.some((model) => wanted.startsWith(model.id))) return undefined;
  throw new ConfigError(
    'CONFIG_INVALID',
    `tts.voice: no voice "${wanted}" is installed${didYouMean(wanted, names)}`,
  );
}
