/** Builds speech to text from plain data, so that it can be built in another process. */
import { EngineError, toError } from '../../core/errors.ts';
import { silentLogger, type Logger } from '../../core/log.ts';
import type { InstalledModel } from '../../core/installed-model.ts';
import type { VadEngine } from '../vad/engine.ts';
import { createSileroVad } from '../vad/silero.ts';
import { byLanguage } from './by-language.ts';
import type { SttEngine } from './engine.ts';
import { openOnlineTransducer } from './online-transducer.ts';
import type { SttOptions } from './options.ts';

/** Plain JSON. */
export type SttEngineSpec = {
  /** One or more languages; the first model's first language is the default. */
  readonly models: readonly InstalledModel[];
  /** Decides whether anybody spoke. */
  readonly vad: InstalledModel;
  readonly options: SttOptions;
};

/** What the place that runs the engine offers it. */
export type SttContext = {
  readonly log?: Logger;
  /** Announces that native code is about to load a model, which may end the process. */
  readonly loading?: <T>(modelId: string, load: () => T | Promise<T>) => Promise<T>;
};

/**
 * All models, loaded and warm. A damaged one is left out with a warning while another one works.
 * @throws EngineError `MODEL_NOT_INSTALLED` without models, `MODEL_CORRUPT` when none works.
 */
export async function createSttEngine(
  { models, vad: vadModel, options }: SttEngineSpec,
  { log = silentLogger, loading = async (_, load) => load() }: SttContext = {},
): Promise<SttEngine> {
  if (models.length === 0)
    throw new EngineError('MODEL_NOT_INSTALLED', 'no speech-to-text model is installed');
  const vad = await loading(vadModel.id, () => createSileroVad(vadModel));
  const opened: SttEngine[] = [];
  let failure: Error | undefined;
  for (const model of models) {
    try {
      opened.push(await loading(model.id, () => openModel(model, { vad, options, log })));
    } catch (cause) {
      failure ??= toError(cause);
      log.warn('a speech-to-text model can not be used', { model: model.id, reason: toError(cause).message });
    }
  }
  if (failure && opened.length === 0) {
    await vad[Symbol.asyncDispose]();
    throw failure;
  }
  return withVad(byLanguage(opened), vad);
}

async function openModel(
  model: InstalledModel,
  options: { readonly vad: VadEngine; readonly options: SttOptions; readonly log: Logger },
): Promise<SttEngine> {
  if (model.engine === 'sherpa-online-transducer') return openOnlineTransducer(model, options);
  throw new EngineError('MODEL_NOT_INSTALLED', `no speech-to-text engine is called ${model.engine}`);
}

/** The engine owns the voice activity model its models share. */
function withVad(engine: SttEngine, vad: VadEngine): SttEngine {
  return {
    ...engine,
    async [Symbol.asyncDispose]() {
      await engine[Symbol.asyncDispose]();
      await vad[Symbol.asyncDispose]();
    },
  };
}
