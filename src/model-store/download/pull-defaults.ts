/** What a first start does about missing models. */
import { defaultModels, isServed, type Machine } from '../default-models.ts';
import type { ModelJob } from '../engine-names.ts';
import { pullModels, type PullEvent, type PullModelsOptions } from './pull-models.ts';
import type { ModelInventory } from '../resolve-models.ts';

export type DefaultsEvent =
  | (PullEvent & { readonly job: ModelJob })
  /** The job stays without a model: nothing fits the language, or downloading is forbidden. */
  | {
      readonly kind: 'not-installed';
      readonly job: ModelJob;
      /** The model that would serve it; absent when the catalogue has none. */
      readonly id?: string;
      readonly reason: string;
      readonly fix: string;
    };

export type PullDefaultsOptions = Omit<PullModelsOptions, 'ids'> & {
  readonly inventory: ModelInventory;
  /** BCP 47 tag of the home. */
  readonly language: string;
  readonly machine: Machine;
  /** Jobs that are wanted; models for others are not fetched. */
  readonly jobs: readonly ModelJob[];
  /** False: say what is missing and fetch nothing. */
  readonly download: boolean;
};

/** The one command that brings everything a start would have fetched. */
const pullDefaultsCommand = 'hearken models pull';

/**
 * Fetches the default model of each wanted job that no installed model serves. A job's event `installed` means its
 * engine can be built now; the others follow.
 */
export async function* pullDefaults(options: PullDefaultsOptions): AsyncGenerator<DefaultsEvent, void> {
  const { catalog, inventory, language, machine, jobs, download } = options;
  const defaults = defaultModels(catalog, language, machine);
  const isMissing = (job: ModelJob) => jobs.includes(job) && !isServed(inventory, job, language);
  for (const { job, reason } of defaults.gaps)
    if (isMissing(job))
      yield { kind: 'not-installed', job, reason, fix: 'hearken models list, then hearken models pull <id>' };

  const missing = defaults.models.filter(({ job }) => isMissing(job));
  if (!download) {
    for (const { id, job } of missing) {
      const reason = `model ${id} is not installed and downloading is forbidden`;
      yield { kind: 'not-installed', job, id, reason, fix: pullDefaultsCommand };
    }
    return;
  }
  const jobById = new Map(missing.map(({ id, job }) => [id, job]));
  for await (const event of pullModels({ ...options, ids: [...jobById.keys()] })) {
    const job = jobById.get(event.id);
    if (job === undefined) continue;
    yield event.kind === 'failed' ? { ...event, job, fix: pullDefaultsCommand } : { ...event, job };
  }
}
