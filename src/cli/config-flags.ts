/** The settings of the config tree as flags of a command. */
import { type Command, Option } from 'commander';
import { type Leaf, leaves } from '../config/leaves.ts';
import { type ConfigInput, loadConfig } from '../config/load.ts';
import { leafOf, renamedSettings } from '../config/renamed-settings.ts';
import type { Config } from '../config/schema.ts';
import type { Terminal } from './terminal.ts';

/** The settings with the flags they once had. */
const oldFlags: readonly Leaf[] = renamedSettings.map(({ was, now }) => ({ ...leafOf(now), flag: was.flag }));

/** Adds a flag per setting; `sections` limits them to some first names of the tree (`wyoming`, `models`). */
export function addConfigFlags(command: Command, sections?: readonly string[]): Command {
  command.addOption(
    new Option('--config <file>', 'config file; by default hearken.yaml in the working directory').helpGroup(
      'Settings:',
    ),
  );
  for (const leaf of leaves) {
    const section = leaf.path[0] ?? '';
    if (sections && leaf.path.length > 1 && !sections.includes(section)) continue;
    const group = leaf.path.length > 1 ? `Settings: ${section}` : 'Settings:';
    for (const option of optionsOf(leaf)) command.addOption(option.helpGroup(group));
  }
  for (const leaf of oldFlags) for (const option of optionsOf(leaf)) command.addOption(option.hideHelp());
  return command;
}

/** A boolean setting has two flags, to turn it on and off; help shows the one that changes the default. */
function optionsOf(leaf: Leaf): Option[] {
  const text = `${leaf.description}${choicesText(leaf)}${defaultText(leaf)}`;
  if (leaf.node.type !== 'boolean') return [new Option(`--${leaf.flag} <${placeholder(leaf)}>`, text)];
  const on = new Option(`--${leaf.flag}`, text);
  const off = new Option(`--no-${leaf.flag}`, text);
  return leaf.node.default === true ? [on.hideHelp(), off] : [on, off.hideHelp()];
}

/** Short: beside a wide column of flags the descriptions would not be wrapped at 80 columns any more. */
function placeholder(leaf: Leaf): string {
  if (leaf.node.enum) return 'choice';
  if (leaf.node.type === 'array') return leaf.node.items?.type === 'string' ? 'a,b,…' : 'yaml';
  return leaf.node.type === 'integer' || leaf.node.type === 'number' ? 'number' : 'text';
}

function choicesText({ node }: Leaf): string {
  return node.enum ? ` [one of: ${node.enum.join(', ')}]` : '';
}

function defaultText(leaf: Leaf): string {
  const value = leaf.node.default;
  if (value === undefined || value === '' || typeof value === 'boolean') return '';
  if (Array.isArray(value) && value.length === 0) return '';
  return ` [default: ${typeof value === 'string' ? value : JSON.stringify(value)}]`;
}

/** What commander parsed, as input for `loadConfig`: only what the person really wrote. */
export function configInput(command: Command): ConfigInput {
  const flags: Record<string, string | boolean> = {};
  for (const leaf of [...leaves, ...oldFlags]) {
    const name = command.options.find((option) => option.long === `--${leaf.flag}`)?.attributeName();
    if (name === undefined || command.getOptionValueSource(name) !== 'cli') continue;
    const value: unknown = command.getOptionValue(name);
    if (typeof value === 'string' || typeof value === 'boolean') flags[leaf.flag] = value;
  }
  const file: unknown = command.getOptionValue('config');
  return typeof file === 'string' ? { flags, file } : { flags };
}

/** The settings of a command, with a note for each that has a new name. @throws ConfigError as `loadConfig`. */
export function settingsOf(command: Command, { note }: Pick<Terminal, 'note'>): Config {
  const config = loadConfig(configInput(command));
  for (const notice of config.notices) note(notice);
  return config;
}
