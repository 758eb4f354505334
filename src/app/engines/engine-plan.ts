/** Which engines run with which models: a pure choice from what lies on this machine. */
import type { Config } from '../../config/schema.ts';
import type { ServiceName } from '../../config/program-options.ts';
import type { EngineKind, EngineSpec } from '../../engine-host/spec.ts';
import { servesLanguage } from '../../core/language-tag.ts';
import { modelsFor } from '../../model-store/find-model.ts';
import type { ModelInventory } from '../../model-store/resolve-models.ts';

export type EnginePlan = {
  readonly specs: readonly EngineSpec[];
  /** Engines that are wanted and have no model, each with why and what helps. */
  readonly missing: readonly { readonly kind: EngineKind; readonly reason: string }[];
};

const kindOf: Readonly<Record<Exclude<ServiceName, 'handle'>, EngineKind>> = {
  wake: 'wake',
  stt: 'stt',
  tts: 'tts',
};

/** The services that run: those of `--only`, or all. */
export function enabledServices(config: Config): ReadonlySet<ServiceName> {
  return new Set(config.only.length > 0 ? config.only : (['wake', 'stt', 'tts', 'handle'] as const));
}

/** The engines of the services that run, wherever they do. */
export function engineKindsOf(config: Config): ReadonlySet<EngineKind> {
  const enabled = enabledServices(config);
  return new Set(Object.values(kindOf).filter((kind) => enabled.has(kind)));
}

/** Those that run on this machine. */
export function localEngines(config: Config): ReadonlySet<EngineKind> {
  return new Set([...engineKindsOf(config)].filter((kind) => config[kind].engines.includes('local')));
}

/** Whether the program looks at a home: a worker for speech alone is told what its clients know. */
export function usesHome(config: Config): boolean {
  const enabled = enabledServices(config);
  return enabled.has('handle') || (enabled.has('stt') && config.home.url !== '');
}

export function planEngines(config: Config, inventory: ModelInventory): EnginePlan {
  const local = localEngines(config);
  const specs: EngineSpec[] = [];
  const missing: { kind: EngineKind; reason: string }[] = [];
  for (const [service, kind] of Object.entries(kindOf)) {
    if (!local.has(kind)) continue;
    const spec = planners[kind](config, inventory);
    if (spec) specs.push(spec);
    else missing.push({ kind, reason: missingReason(service, config, inventory) });
  }
  return { specs, missing };
}

type Planner = (config: Config, inventory: ModelInventory) => EngineSpec | undefined;

const planners: Readonly<Record<EngineKind, Planner>> = {
  stt: (config, inventory) => {
    const models = homeLanguageFirst(modelsFor(inventory, 'sherpa-online-transducer'), config.language);
    const [vad] = modelsFor(inventory, 'silero-vad');
    if (models.length === 0 || !vad) return undefined;
    return { kind: 'stt', spec: { models, vad, options: config.stt } };
  },
  tts: (config, inventory) => {
    const installed = [...modelsFor(inventory, 'sherpa-vits'), ...modelsFor(inventory, 'kokoro')];
    const models = homeLanguageFirst(installed, config.language);
    return models.length === 0 ? undefined : { kind: 'tts', spec: { models, options: config.tts } };
  },
  wake: (config, inventory) => {
    const [features] = modelsFor(inventory, 'openwakeword-features');
    const [keywordSpotter] = homeLanguageFirst(modelsFor(inventory, 'sherpa-kws'), config.language);
    if (!features && !keywordSpotter) return undefined;
    return {
      kind: 'wake',
      spec: {
        models: modelsFor(inventory, 'openwakeword'),
        settings: config.wake,
        ...(features && { features }),
        ...(keywordSpotter && { keywordSpotter }),
      },
    };
  },
};

/** Models of the home's language come first: the first one is an engine's default. */
function homeLanguageFirst<Model extends { readonly languages: readonly string[] }>(
  models: readonly Model[],
  language: string,
): readonly Model[] {
  const own = models.filter((model) => servesLanguage(model.languages, language));
  return [...own, ...models.filter((model) => !own.includes(model))];
}

function missingReason(service: string, config: Config, inventory: ModelInventory): string {
  const [damaged] = inventory.problems;
  const why = damaged ? `${damaged.reason}; ${damaged.fix}` : 'no model is on this machine';
  return `${why}; "hearken models pull --language ${config.language}" fetches the ${service} models`;
}
