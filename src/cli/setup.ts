/** `hearken setup`: from nothing to a written config, by questions that Enter answers. */
import { resolve } from 'node:path';
import { readHomeLanguage } from '../app/home-language.ts';
import { asInFile, leaves, valueAt } from '../config/leaves.ts';
import { type ConfigInput, configFilePath, loadConfig } from '../config/load.ts';
import { renameTexts } from '../config/renamed-settings.ts';
import type { Config } from '../config/schema.ts';
import { isLoopback } from '../core/loopback.ts';
import { addConfigFlags, configInput } from './config-flags.ts';
import type { CommandContext, RegisterCommand } from './context.ts';
import { type Ask, askPerson, openPrompt, takeDefaults } from './setup/ask.ts';
import { chooseHome } from './setup/home-assistant.ts';
import { type Choice, writeSettings } from './setup/settings-file.ts';
import { chooseVoice, chooseWakePhrase, prepareModels } from './setup/speech.ts';

type Options = { readonly yes?: boolean; readonly speech: boolean };

export const registerSetup: RegisterCommand = (program, context) => {
  const command = program
    .command('setup')
    .summary('find Home Assistant, fetch and measure models, choose phrase and voice, by a few questions')
    .description(
      'Finds Home Assistant in the network, takes its token, fetches and measures models, asks for wake phrase and voice, and writes hearken.yaml. Run it again to change something: what is set already is the answer that Enter takes.',
    )
    .option('--yes', 'ask nothing: take what is set, the flags and the defaults')
    .option('--no-speech', 'leave models, wake phrase and voice as they are')
    .addHelpText(
      'after',
      `
Examples:
  hearken setup
  hearken setup --yes --home-url http://homeassistant.local:8123 --home-token …

Nothing is written before the last question; comments in an existing file stay.`,
    );
  addConfigFlags(command).action(async (options: Options) => {
    const parts = { input: configInput(command), withSpeech: options.speech, context };
    if (options.yes) return await setUp({ ...parts, ask: takeDefaults, isScript: true });
    using prompt = openPrompt(context.signal);
    await setUp({ ...parts, ask: askPerson(prompt.read, context.terminal), isScript: false });
  });
};

type SetUp = {
  readonly input: ConfigInput;
  readonly withSpeech: boolean;
  /** Nobody hears a voice or tells a phrase. */
  readonly isScript: boolean;
  readonly ask: Ask;
  readonly context: CommandContext;
};

async function setUp({ input, withSpeech, isScript, ask, context }: SetUp): Promise<void> {
  const { terminal, signal } = context;
  const { file = 'hearken.yaml', ...withoutFile } = input;
  const known = configFilePath(input);
  const path = known ?? resolve(file);
  const config = loadConfig(known === undefined ? withoutFile : input);
  for (const notice of config.notices) terminal.note(notice);
  const choices: Choice[] = [
    ...givenSettings(input, config),
    ...(await chooseHome({ config, ask, terminal, signal })),
  ];
  const language = await ask.text(
    'Language of the home, as in "en" or "de"',
    (await homeLanguage({ input, known, choices, signal })) ?? config.language,
  );
  if (language !== 'en' || config.language !== 'en') choices.push({ key: 'language', value: language });
  const homeUrl = choices.find(({ key }) => key === 'home.url')?.value;
  const isElsewhere = typeof homeUrl === 'string' && !isLoopback(new URL(homeUrl).hostname);
  if (
    isLoopback(config.wyoming.host) &&
    (await ask.confirm('Serve Home Assistant and satellites on other machines?', isElsewhere))
  ) {
    choices.push({ key: 'wyoming.host', value: '0.0.0.0' }, { key: 'api.host', value: '0.0.0.0' });
    if (config.wyoming.allow.length === 0)
      terminal.note('Wyoming has no password: list who may connect under wyoming.allow.');
  }
  const spoken = { ...config, language };
  if (withSpeech) await prepareModels({ config: spoken, context });
  if (withSpeech && !isScript) {
    choices.push(...(await chooseWakePhrase({ config: spoken, ask, context })));
    choices.push(...(await chooseVoice({ config: spoken, ask, context })));
  }
  if (!(await ask.confirm(`Write ${path}?`, true))) return;
  await writeSettings(path, choices);
  const isFound = path === resolve('hearken.yaml');
  terminal.print(`Wrote ${path}. Start it with: hearken serve${isFound ? '' : ` --config ${path}`}`);
  terminal.note('Then add Hearken in Home Assistant; "hearken token show" prints the token it asks for.');
}

type LanguageStep = {
  readonly input: ConfigInput;
  /** The config file that is there. */
  readonly known: string | undefined;
  readonly choices: readonly Choice[];
  readonly signal: AbortSignal;
};

/** At the first set-up the language of Home Assistant; undefined when another one was chosen, or it does not tell. */
async function homeLanguage({ input, known, choices, signal }: LanguageStep): Promise<string | undefined> {
  if (known !== undefined || input.flags?.['language'] !== undefined) return undefined;
  const chosen = (wanted: string) => choices.find(({ key }) => key === wanted)?.value;
  const [url, token] = [chosen('home.url'), chosen('home.token')];
  if (typeof url !== 'string' || typeof token !== 'string') return undefined;
  return await readHomeLanguage({ url, token }, { signal });
}

/** What was given as a flag is to be kept; what is asked for here is decided by its own question. */
function givenSettings(input: ConfigInput, config: Config): readonly Choice[] {
  const { values: flags } = renameTexts(input.flags ?? {}, 'flag');
  return leaves.flatMap(({ flag, key, path, isSecret }): Choice[] => {
    if (flags[flag] === undefined || isSecret || key === 'home.url') return [];
    return [{ key, value: asInFile(valueAt(config, path)) }];
  });
}
