/** Makes the wake engine from plain data: what the engine host is sent. */
import { EngineError } from '../../core/errors.ts';
import { settleSeries } from '../../core/lifecycle.ts';
import type { InstalledModel } from '../../core/installed-model.ts';
import type { WakeBackend } from './backend.ts';
import { createCombinedWakeEngine } from './combined.ts';
import type { WakeEngine } from './engine.ts';
import { createOpenWakeWordBackend } from './openwakeword/backend.ts';
import type { WakeOptions } from './options.ts';
import { createPhraseBackend } from './phrases/backend.ts';
import { planWords } from './words.ts';

/** Plain data: it crosses the border to the engine host. */
export type WakeEngineSpec = {
  /** openWakeWord's feature models, engine `openwakeword-features`; needed by words with a `model`. */
  readonly features?: InstalledModel;
  /** All installed wake word models, engine `openwakeword`. */
  readonly models: readonly InstalledModel[];
  /** The keyword spotter's model; needed by words with a `phrase`. */
  readonly keywordSpotter?: InstalledModel;
  readonly settings: WakeOptions;
};

/**
 * @throws ConfigError for words that contradict each other or can not be spotted; EngineError
 * `MODEL_NOT_INSTALLED` or `MODEL_CORRUPT` naming the model.
 */
export async function createWakeEngine(spec: WakeEngineSpec): Promise<WakeEngine> {
  return createCombinedWakeEngine((settings) => buildBackends({ ...spec, settings }), spec.settings);
}

async function buildBackends(spec: WakeEngineSpec): Promise<readonly WakeBackend[]> {
  const { features, keywordSpotter, settings } = spec;
  const { models, phrases } = planWords(settings, spec.models);
  const [firstModel] = models;
  const [firstPhrase] = phrases;
  const backends: WakeBackend[] = [];
  try {
    if (firstModel) {
      if (!features) throw notInstalled(firstModel.word.name, "openWakeWord's feature models");
      backends.push(await createOpenWakeWordBackend({ features, words: models, gate: settings.gate }));
    }
    if (firstPhrase) {
      if (!keywordSpotter) throw notInstalled(firstPhrase.word.name, 'a model that spots typed phrases');
      backends.push(
        await createPhraseBackend({ model: keywordSpotter, words: phrases, gate: settings.gate }),
      );
    }
    return backends;
  } catch (cause) {
    await settleSeries(backends.map((backend) => ({ name: 'wake backend', run: () => backend.close() })));
    throw cause;
  }
}

function notInstalled(word: string, what: string): EngineError {
  return new EngineError('MODEL_NOT_INSTALLED', `wake word "${word}" needs ${what}`);
}
