/** Every command of the sentence files, by its name there. */
import { climateIntents } from './climate-intents.ts';
import type { CommandIntent } from './command-intent.ts';
import { coverIntents } from './cover-intents.ts';
import { helperIntents } from './helper-intents.ts';
import { lightIntents } from './light-intents.ts';
import { mediaIntents } from './media-intents.ts';

export const commandIntents: Readonly<Record<string, CommandIntent>> = {
  ...lightIntents,
  ...coverIntents,
  ...climateIntents,
  ...mediaIntents,
  ...helperIntents,
};
