/** What the server offers right now, from the settings, the models and the engines' state. */
import type { Config } from '../../config/schema.ts';
import type { InstalledModel } from '../../core/installed-model.ts';
import type { EngineKind } from '../../engine-host/spec.ts';
import type { Voice } from '../../engines/tts/engine.ts';
import type { WakeWord } from '../../engines/wake/engine.ts';
import { planWords } from '../../engines/wake/words.ts';
import type { Availability, Offer } from '../../services/info.ts';
import { enabledServices, usesHome } from './engine-plan.ts';
import type { Engines } from './engines.ts';

export type OfferParts = {
  readonly config: Config;
  readonly engines: Pick<Engines, 'plan' | 'places' | 'host'>;
  readonly agentLanguages: readonly string[];
};

export function offerOf({ config, engines, agentLanguages }: OfferParts): Offer {
  const { plan, host, places } = engines;
  const enabled = enabledServices(config);
  const models = (kind: EngineKind): readonly InstalledModel[] =>
    plan.specs.find((engine) => engine.kind === kind)?.spec.models ?? [];
  const availability = (kind: EngineKind): Availability => {
    const status = places.status(kind);
    const missing = plan.missing.find((engine) => engine.kind === kind);
    return missing && status.state === 'absent' ? { state: 'failed', reason: missing.reason } : status;
  };
  const own = {
    voices: orUntilLoaded(host.tts.voices, models('tts').map(expectedVoice)),
    words: orUntilLoaded(host.wake.words, expectedWords(config, models('wake'))),
  };
  const { remote } = places;
  return {
    ...(enabled.has('stt') && {
      stt: {
        availability: availability('stt'),
        models: unique([...remote.stt.flatMap((engine) => engine.models), ...models('stt')], ({ id }) => id),
        endsSentences: config.stt.endpointing === 'hearken' && usesHome(config),
      },
    }),
    ...(enabled.has('tts') && {
      tts: {
        availability: availability('tts'),
        voices: unique([...remote.tts.flatMap(({ voices }) => voices), ...own.voices], ({ name }) => name),
      },
    }),
    ...(enabled.has('wake') && {
      wake: {
        availability: availability('wake'),
        words: unique([...remote.wake.flatMap(({ words }) => words), ...own.words], ({ name }) => name),
      },
    }),
    ...(enabled.has('handle') && { handle: { languages: agentLanguages } }),
  };
}

/** The first of each name: machines with the same models offer the same. */
function unique<Item>(items: readonly Item[], nameOf: (item: Item) => string): readonly Item[] {
  const byName = new Map<string, Item>();
  for (const item of items) if (!byName.has(nameOf(item))) byName.set(nameOf(item), item);
  return [...byName.values()];
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
