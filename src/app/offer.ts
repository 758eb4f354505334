/** What the server offers right now, from the settings, the models and the engines' state. */
import type { Config } from '../config/schema.ts';
import type { InstalledModel } from '../core/model.ts';
import type { EngineKind } from '../engine-host/spec.ts';
import type { Voice } from '../engines/tts/engine.ts';
import type { WakeWord } from '../engines/wake/engine.ts';
import { planWords } from '../engines/wake/words.ts';
import type { Availability, Offer } from '../services/info.ts';
import { enabledServices } from './engine-plan.ts';
import type { Engines } from './engines.ts';

export type OfferParts = {
  readonly config: Config;
  readonly engines: Pick<Engines, 'plan' | 'host'>;
  readonly agentLanguages: readonly string[];
};

export function offerOf({ config, engines, agentLanguages }: OfferParts): Offer {
  const { plan, host } = engines;
  const enabled = enabledServices(config);
  const models = (kind: EngineKind): readonly InstalledModel[] =>
    plan.specs.find((engine) => engine.kind === kind)?.spec.models ?? [];
  const availability = (kind: EngineKind): Availability => {
    const missing = plan.missing.find((engine) => engine.kind === kind);
    return missing ? { state: 'failed', reason: missing.reason } : host.status[kind].value;
  };
  return {
    ...(enabled.has('stt') && {
      stt: {
        availability: availability('stt'),
        models: models('stt'),
        endsSentences: config.stt.endpointing === 'hearken',
      },
    }),
    ...(enabled.has('tts') && {
      tts: {
        availability: availability('tts'),
        voices: orUntilLoaded(host.tts.voices, models('tts').map(expectedVoice)),
      },
    }),
    ...(enabled.has('wake') && {
      wake: {
        availability: availability('wake'),
        words: orUntilLoaded(host.wake.words, expectedWords(config, models('wake'))),
      },
    }),
    ...(enabled.has('handle') && { handle: { languages: agentLanguages } }),
  };
}

/** Home Assistant reads the list once when it loads the entry: while an engine loads, what it will have is told. */
function orUntilLoaded<Item>(loaded: readonly Item[], expected: readonly Item[]): readonly Item[] {
  return loaded.length > 0 ? loaded : expected;
}

function expectedVoice({ id, languages, attribution, settings }: InstalledModel): Voice {
  const rateHz = settings['sampleRateHz'];
  return {
    name: id,
    languages,
    attribution,
    speakers: [],
    description: id,
    rateHz: typeof rateHz === 'number' ? rateHz : 22_050,
  };
}

function expectedWords(config: Config, models: readonly InstalledModel[]): readonly WakeWord[] {
  const attribution = { name: 'Hearken', url: '' };
  const { phrases } = planWords(
    { ...config.wake, words: config.wake.words.filter((word) => 'phrase' in word) },
    models,
  );
  return phrases.map(({ word }) => ({ ...word, languages: [config.language], attribution }));
}
