/** What was measured here, held against how long a person may wait, and what to change. Pure. */
import { downloadBytes, type Catalog } from '../model-store/catalog.ts';
import { defaultModels, type Machine } from '../model-store/default-models.ts';
import { modelEngines } from '../model-store/engine-names.ts';
import { servesLanguage } from '../core/language-tag.ts';
import type { Finding } from './finding.ts';

export type SpeedMeasurement = {
  readonly job: 'stt' | 'tts' | 'wake';
  readonly modelId: string;
  /** What a person waits for: end of speech to text, or text to first sound; 0 for wake words. */
  readonly latencyMs: number;
  /** Work time per audio time; above 1 it can not keep up. */
  readonly realTimeFactor: number;
};

export type ProposalOptions = {
  readonly catalog: Catalog;
  readonly language: string;
  readonly machine: Machine;
  readonly measurements: readonly SpeedMeasurement[];
  /** How long a person may wait for text and first sound together, in ms. */
  readonly budgetMs: number;
};

/** Above this share of a core per stream two rooms at once get slow. */
const comfortableFactor = 0.5;

export function judgeSpeed(measurements: readonly SpeedMeasurement[]): readonly Finding[] {
  return measurements.map(({ job, modelId, latencyMs, realTimeFactor }): Finding => {
    const waited = job === 'wake' ? '' : `, ${Math.round(latencyMs)} ms`;
    const message = `${job} ${modelId}: ${realTimeFactor.toFixed(2)} × real time${waited}`;
    if (realTimeFactor <= comfortableFactor) return { topic: 'speed', verdict: 'ok', message };
    const fix = 'take a smaller model (hearken models list), or a faster machine';
    return { topic: 'speed', verdict: realTimeFactor < 1 ? 'warning' : 'problem', message, fix };
  });
}

/** Models worth pulling: smaller ones where the wait is too long, the default ones where there is room. */
export function proposeModels(options: ProposalOptions): readonly Finding[] {
  const { catalog, language, machine, measurements, budgetMs } = options;
  const spoken = measurements.filter(({ job }) => job !== 'wake');
  if (spoken.length === 0) return [];
  const waitMs = spoken.reduce((sum, { latencyMs }) => sum + latencyMs, 0);
  if (waitMs > budgetMs) return [tooSlow(options, spoken, waitMs)];
  const defaults = defaultModels(catalog, language, machine).models;
  const better = spoken.flatMap(({ job, modelId }): Finding[] => {
    const wanted = defaults.find((model) => model.job === job);
    if (!wanted || catalog.models.some(({ id }) => id === modelId)) return [];
    const message = `${job} ${modelId} is not in the catalogue; ${wanted.id} is its default for "${language}"`;
    return [{ topic: 'proposal', verdict: 'ok', message, fix: `hearken models pull ${wanted.id}` }];
  });
  const fits = `text and first sound take ${Math.round(waitMs)} of ${budgetMs} ms`;
  return [{ topic: 'proposal', verdict: 'ok', message: fits }, ...better];
}

function tooSlow(
  { catalog, language, budgetMs }: ProposalOptions,
  spoken: readonly SpeedMeasurement[],
  waitMs: number,
): Finding {
  const slowest = spoken.reduce((a, b) => (b.latencyMs > a.latencyMs ? b : a));
  const message = `text and first sound take ${Math.round(waitMs)} ms, the budget is ${budgetMs} ms; ${slowest.job} takes most`;
  const current = catalog.models.find(({ id }) => id === slowest.modelId);
  const limitBytes = (current && downloadBytes(current)) ?? Number.POSITIVE_INFINITY;
  const smaller = catalog.models
    .filter(
      (entry) =>
        modelEngines[entry.engine].job === slowest.job &&
        modelEngines[entry.engine].runnable &&
        entry.commercialUse !== 'no' &&
        servesLanguage(entry.languages, language) &&
        (downloadBytes(entry) ?? Number.POSITIVE_INFINITY) < limitBytes,
    )
    .sort((a, b) => (downloadBytes(a) ?? 0) - (downloadBytes(b) ?? 0))[0];
  const fix = smaller
    ? `hearken models pull ${smaller.id}`
    : 'no smaller model is known: use a faster machine, or allow more time with --budget-ms';
  return { topic: 'proposal', verdict: 'warning', message, fix };
}
