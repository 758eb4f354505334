/** Choosing among the models on this machine. */
import { servesLanguage } from '../core/language-tag.ts';
import type { InstalledModel } from '../core/installed-model.ts';
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
