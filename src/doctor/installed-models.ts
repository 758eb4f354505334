/** Whether every job has a model, and whether the models' bytes are right. */
import { checkModels } from '../model-store/check-models.ts';
import { isServed } from '../model-store/default-models.ts';
import type { ModelJob } from '../model-store/engine-names.ts';
import type { ModelDirectory } from '../model-store/model-directories.ts';
import type { ModelInventory } from '../model-store/resolve-models.ts';
import type { Finding } from './finding.ts';

export type InstalledModelsOptions = {
  readonly inventory: ModelInventory;
  readonly dirs: readonly ModelDirectory[];
  /** BCP 47 tag of the home. */
  readonly language: string;
  readonly jobs: readonly ModelJob[];
  readonly signal: AbortSignal;
};

export async function* judgeModels(options: InstalledModelsOptions): AsyncGenerator<Finding, void> {
  const { inventory, language, jobs } = options;
  for (const job of jobs) {
    if (isServed(inventory, job, language)) continue;
    const message = `no ${job} model for "${language}" is installed`;
    yield { topic: 'models', verdict: 'problem', message, fix: 'hearken models pull' };
  }
  let intactCount = 0;
  let unverifiedCount = 0;
  for await (const { id, verdict, faults, fix } of checkModels(options)) {
    if (verdict === 'ok') intactCount += 1;
    else if (verdict === 'unverified') unverifiedCount += 1;
    else {
      const message = `${id} is damaged: ${faults.join('; ')}`;
      yield { topic: 'models', verdict: 'problem', message, ...(fix === undefined ? {} : { fix }) };
    }
  }
  const unverified = unverifiedCount === 0 ? '' : `, ${unverifiedCount} without a known hash`;
  yield { topic: 'models', verdict: 'ok', message: `${intactCount} intact${unverified}` };
}
