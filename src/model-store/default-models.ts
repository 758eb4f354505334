/** Which models a first start fetches. */
import type { Catalog } from './catalog.ts';
import { modelEngines, runnableEngines, type ModelJob } from './engine-names.ts';
import { primarySubtag } from '../core/language-tag.ts';
import { modelsFor } from './find-model.ts';
import type { ModelInventory } from './resolve-models.ts';

export type Machine = { readonly memoryBytes: number; readonly cpuCount: number };

export type DefaultModels = {
  /** Ids of the catalogue, each with the job it is fetched for. */
  readonly models: readonly { readonly id: string; readonly job: ModelJob }[];
  /** Jobs for which the catalogue has nothing this version can run in the language. */
  readonly gaps: readonly { readonly job: ModelJob; readonly reason: string }[];
};

/** Below this the larger speech recogniser would leave too little for the other engines. */
const smallMachineBytes = 1.5 * 1024 ** 3;

/** The default set for a BCP 47 language on this machine: at most 250 MB to fetch, nothing non-commercial. */
export function defaultModels(catalog: Catalog, language: string, machine: Machine): DefaultModels {
  const { defaults } = catalog;
  const isSmall = machine.memoryBytes < smallMachineBytes || machine.cpuCount < 2;
  const stt =
    (isSmall ? forLanguage(defaults.sttSmallMachine, language) : undefined) ??
    forLanguage(defaults.stt, language);
  const tts = forLanguage(defaults.tts, language);
  const ids = [stt, tts, ...defaults.every].filter((id) => id !== undefined);
  const models = ids.flatMap((id) => {
    const entry = catalog.models.find((candidate) => candidate.id === id);
    return entry ? [{ id, job: modelEngines[entry.engine].job }] : [];
  });
  const gaps = (['stt', 'tts'] as const)
    .filter((job) => !models.some((model) => model.job === job))
    .map((job) => ({
      job,
      reason: `the catalogue has no ${job} model for "${language}" that this version runs`,
    }));
  return { models, gaps };
}

/** The entry of the tag itself, else of its primary subtag; Norwegian's two written forms share their models. */
function forLanguage(table: Readonly<Record<string, string>>, language: string): string | undefined {
  const tag = language.replaceAll('_', '-').toLowerCase();
  const primary = primarySubtag(tag);
  const wanted = [tag, primary, primary === 'nb' || primary === 'nn' ? 'no' : primary];
  for (const key of wanted) {
    const hit = Object.entries(table).find(([candidate]) => candidate.toLowerCase() === key);
    if (hit) return hit[1];
  }
  return undefined;
}

/** Whether an installed model that this version can run does the job, for speech in this language. */
export function isServed(inventory: ModelInventory, job: ModelJob, language: string): boolean {
  // A wake phrase or a voice activity detector serves any language.
  const spoken = job === 'stt' || job === 'tts' ? language : undefined;
  const served = runnableEngines(job).filter((engine) => modelsFor(inventory, engine, spoken).length > 0);
  // The feature models hear nothing without a word of their own.
  return served.some((engine) => engine !== 'openwakeword-features');
}
