/** Choosing among the models on this machine. */
import type { InstalledModel } from '../core/model.ts';
import type { ModelEngineName } from './engine-names.ts';
import type { ModelInventory } from './resolve-models.ts';

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
