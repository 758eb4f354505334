/** Choosing among the models on this machine. */
import type { InstalledModel } from '../core/model.ts';
import { didYouMean } from '../core/nearest.ts';
import type { Catalog } from './catalog.ts';
import type { ModelEngineName } from './engine-names.ts';
import type { ModelInventory } from './resolve-models.ts';

export type FoundModel =
  | { readonly kind: 'found'; readonly model: InstalledModel }
  | {
      readonly kind: 'not-installed';
      readonly reason: string;
      /** The command, or the correction, that helps. */
      readonly fix: string;
    };

/** The model with this id, or why there is none and what helps. */
export function findModel(inventory: ModelInventory, catalog: Catalog, id: string): FoundModel {
  const model = inventory.models.find((candidate) => candidate.id === id);
  if (model) return { kind: 'found', model };
  const problem = inventory.problems.find((candidate) => candidate.id === id);
  if (problem) return { kind: 'not-installed', reason: problem.reason, fix: problem.fix };
  if (catalog.models.some((entry) => entry.id === id))
    return {
      kind: 'not-installed',
      reason: `model ${id} is not installed`,
      fix: `hearken models pull ${id}`,
    };
  const known = [...inventory.models, ...catalog.models].map((entry) => entry.id);
  return {
    kind: 'not-installed',
    reason: `no model is called "${id}"${didYouMean(id, [...new Set(known)])}`,
    fix: 'hearken models list',
  };
}

/** Models for a backend in search order. With a language only those that serve it (`en-GB` is served by `en`). */
export function modelsFor(
  inventory: ModelInventory,
  engine: ModelEngineName,
  language?: string,
): readonly InstalledModel[] {
  const all = inventory.models.filter((model) => model.engine === engine);
  return language === undefined ? all : all.filter((model) => servesLanguage(model.languages, language));
}

/** Whether one of the tags is the language itself or shares its primary subtag, case ignored. */
export function servesLanguage(tags: readonly string[], language: string): boolean {
  const wanted = primarySubtag(language);
  return tags.some((tag) => primarySubtag(tag) === wanted);
}

/** `en` of `en-GB`, also where the separator is `_` as in Home Assistant's voice names. */
export const primarySubtag = (tag: string): string => tag.toLowerCase().split(/[-_]/u, 1).join('');
