/** From the user's list of words to what each backend is made of. Pure. */
import { ConfigError, EngineError } from '../../core/errors.ts';
import type { InstalledModel } from '../../core/installed-model.ts';
import { didYouMean } from '../../core/nearest.ts';
import type { PhraseBackendSpec, TunedWord } from './backend.ts';
import { nameOfPhrase } from './names.ts';
import type { ModelWord, PhraseWord, WakeOptions } from './options.ts';

export type PlannedWords = {
  readonly models: readonly { readonly word: TunedWord; readonly model: InstalledModel }[];
  readonly phrases: PhraseBackendSpec['words'];
};

/**
 * @param models All installed wake word models.
 * @throws ConfigError `CONFIG_INVALID` for two words of one name; EngineError `MODEL_NOT_INSTALLED` naming the
 * nearest installed one.
 */
export function planWords(options: WakeOptions, models: readonly InstalledModel[]): PlannedWords {
  const planned = {
    models: options.words.flatMap((setting) =>
      'model' in setting ? [modelWord(setting, options, models)] : [],
    ),
    phrases: options.words.flatMap((setting) => ('phrase' in setting ? [phraseWord(setting, options)] : [])),
  };
  const names = [...planned.models, ...planned.phrases].map(({ word }) => word.name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined)
    throw new ConfigError(
      'CONFIG_INVALID',
      `two wake words are named "${twice}"; give one of them a \`name\``,
    );
  return planned;
}

function phraseWord(setting: PhraseWord, options: WakeOptions): PlannedWords['phrases'][number] {
  const { phrase, threshold } = setting;
  const name = setting.name ?? nameOfPhrase(phrase);
  return {
    word: { name, phrase, description: phrase },
    refractoryMs: setting.refractoryMs ?? options.refractoryMs,
    ...(threshold === undefined ? {} : { threshold }),
  };
}

function modelWord(
  setting: ModelWord,
  options: WakeOptions,
  installed: readonly InstalledModel[],
): PlannedWords['models'][number] {
  const model = installed.find((one) => one.id === setting.model || ownName(one) === setting.model);
  if (!model) {
    const hint = didYouMean(setting.model, installed.map(ownName));
    throw new EngineError(
      'MODEL_NOT_INSTALLED',
      `wake word model "${setting.model}" is not installed${hint}`,
    );
  }
  const { languages, attribution, settings } = model;
  const name = setting.name ?? ownName(model);
  const phrase = typeof settings['phrase'] === 'string' ? settings['phrase'] : name.replaceAll('_', ' ');
  const tuning = {
    threshold: setting.threshold ?? options.threshold,
    triggerLevel: setting.triggerLevel ?? options.triggerLevel,
    refractoryMs: setting.refractoryMs ?? options.refractoryMs,
  };
  return { model, word: { name, phrase, languages, attribution, description: phrase, tuning } };
}

/** The name a model was published with; its id in the catalogue may be longer. */
function ownName({ id, settings }: InstalledModel): string {
  return typeof settings['name'] === 'string' ? settings['name'] : id;
}
