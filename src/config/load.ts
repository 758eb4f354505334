/**
 * Makes the configuration: flag > environment > file > app options > default. The only reader of the
 * environment, the arguments' values and the config file.
 */
import { existsSync, readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join, resolve } from 'node:path';
import { parse as parseYaml, YAMLParseError } from 'yaml';
import type { z } from 'zod';
import { ConfigError } from '../core/errors.ts';
import { didYouMean } from '../core/nearest.ts';
import { appDataDir, appDefaults, coreSocketUrl, readAppMode, type SupervisorAccess } from './app-mode.ts';
import { directoriesOf } from './directories.ts';
import { configJsonSchema, type Leaf, leaves, snakeCase } from './leaves.ts';
import { type Renamed, renameInFile, renameTexts } from './renamed-settings.ts';
import { type Config, configSchema } from './schema.ts';
import { parseTextValue } from './text-value.ts';
import { findUnknownKeys } from './unknown-keys.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

export type ConfigInput = {
  /** Flag name without dashes → text as given; `true` for a bare flag. */
  readonly flags?: Readonly<Record<string, string | boolean | undefined>>;
  readonly env?: Environment;
  /** Path of the config file; absent: `hearken.yaml` in the working directory, if there. */
  readonly file?: string;
  /** Options of the Home Assistant app, keys as in the file. */
  readonly appOptions?: unknown;
};

const nothingSet: Renamed<unknown> = { values: {}, notices: [] };

/** Names the environment may set beside the settings. */
const otherNames = new Set(['HEARKEN_CONFIG', 'HEARKEN_SUPERVISOR']);

/** @throws ConfigError `CONFIG_INVALID` naming every wrong setting, where it was set and what would be right. */
export function loadConfig(input: ConfigInput = {}): Config {
  const { values: env, notices: oldVariables } = renameTexts(input.env ?? process.env, 'env');
  const { values: flags, notices: oldFlags } = renameTexts(input.flags ?? {}, 'flag');
  rejectUnknownEnvironment(env);
  const app = readAppMode(env);
  const tree = {};
  const appDefault = app ? appDefaults(hostname()) : {};
  const appFile = app ? readAppOptions(env) : nothingSet;
  const file = readFile(input.file ?? env['HEARKEN_CONFIG']);
  for (const layer of [appDefault, appFile.values, input.appOptions, file.values]) {
    mergeInto(tree, expandLists(camelKeys(layer ?? {})));
  }
  for (const leaf of leaves) {
    const fromEnv = env[leaf.env];
    if (fromEnv !== undefined && fromEnv !== '')
      setAt(tree, leaf, camelKeys(parseTextValue(fromEnv, leaf.node, leaf.env)));
    const fromFlag = flags[leaf.flag];
    if (fromFlag !== undefined) setAt(tree, leaf, flagValue(fromFlag, leaf));
  }
  const isLanguageChosen = Object.hasOwn(tree, 'language');
  const parsed = configSchema.safeParse(tree);
  if (!parsed.success) throw new ConfigError('CONFIG_INVALID', explain(parsed.error));
  const { home } = parsed.data;
  return deepFreeze({
    ...parsed.data,
    home: (app && supervisorHome(home, app)) ?? home,
    // The Supervisor tells Home Assistant of its apps; it would find this one twice.
    discovery: app ? { zeroconf: 'off' as const } : parsed.data.discovery,
    directories: directoriesOf(parsed.data.data, env),
    notices: [...appFile.notices, ...file.notices, ...oldVariables, ...oldFlags],
    ...(app && { app: { ...app, isLanguageChosen } }),
  });
}

/**
 * Inside the Home Assistant app the home is found without settings. The Supervisor's token goes nowhere but to its
 * own socket: an address or a token of the user's leaves it out.
 */
function supervisorHome(home: Config['home'], app: SupervisorAccess): Config['home'] | undefined {
  if (home.url !== '' || home.token.reveal() !== '') return undefined;
  return { ...home, url: coreSocketUrl(app), token: app.token };
}

/** What the person chose in the app's configuration: the Supervisor writes it before every start. */
function readAppOptions(env: Environment): Renamed<unknown> {
  const file = join(env['HEARKEN_DATA'] || appDataDir, 'options.json');
  return existsSync(file) ? readSettings(file) : nothingSet;
}

/** The config file that would be read, or undefined when there is none; for reloads. */
export function configFilePath(input: ConfigInput): string | undefined {
  const path = resolve(input.file ?? (input.env ?? process.env)['HEARKEN_CONFIG'] ?? 'hearken.yaml');
  return existsSync(path) ? path : undefined;
}

function flagValue(value: string | boolean, leaf: Leaf): unknown {
  return typeof value === 'boolean' ? value : camelKeys(parseTextValue(value, leaf.node, `--${leaf.flag}`));
}

function rejectUnknownEnvironment(env: Environment): void {
  const valid = leaves.map((leaf) => leaf.env);
  const wrong = Object.keys(env).filter(
    (name) => name.startsWith('HEARKEN_') && !valid.includes(name) && !otherNames.has(name),
  );
  if (wrong.length === 0) return;
  const sentences = wrong.map((name) => `unknown environment variable ${name}${didYouMean(name, valid)}`);
  throw new ConfigError('CONFIG_INVALID', sentences.join('\n'));
}

function readFile(path: string | undefined): Renamed<unknown> {
  const named = path !== undefined;
  const file = resolve(path ?? 'hearken.yaml');
  if (!existsSync(file)) {
    if (named) throw new ConfigError('CONFIG_INVALID', `config file not found: ${file}`);
    return nothingSet;
  }
  return readSettings(file);
}

function readSettings(file: string): Renamed<unknown> {
  const renamed = renameInFile(parseFile(file), file);
  const unknown = findUnknownKeys(renamed.values, configJsonSchema);
  if (unknown.length > 0)
    throw new ConfigError('CONFIG_INVALID', unknown.map((line) => `${file}: ${line}`).join('\n'));
  return renamed;
}

function parseFile(file: string): unknown {
  try {
    return parseYaml(readFileSync(file, 'utf8')) ?? {};
  } catch (cause) {
    if (!(cause instanceof YAMLParseError)) throw cause;
    throw new ConfigError('CONFIG_INVALID', `${file}: ${cause.message}`, { cause });
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** File keys are `snake_case`, the tree's `camelCase`. */
function camelKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(camelKeys);
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, child]) => [
      key.replaceAll(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase()),
      camelKeys(child),
    ]),
  );
}

/** A section written as its one list (`wake: [...]`) becomes the section, so that layers merge alike. */
function expandLists(value: unknown): unknown {
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, child]) => {
      const section = configJsonSchema.properties?.[name];
      const list = Object.entries(section?.properties ?? {}).find(([, node]) => node.type === 'array');
      return [name, Array.isArray(child) && list ? { [list[0]]: child } : child];
    }),
  );
}

function mergeInto(target: Record<string, unknown>, layer: unknown): void {
  if (!isRecord(layer)) return;
  for (const [key, value] of Object.entries(layer)) {
    const present = target[key];
    if (isRecord(present) && isRecord(value)) mergeInto(present, value);
    else target[key] = isRecord(value) ? structuredClone(value) : value;
  }
}

function setAt(tree: Record<string, unknown>, leaf: Leaf, value: unknown): void {
  const patch = leaf.path.reduceRight<unknown>((inner, name) => ({ [name]: inner }), value);
  mergeInto(tree, patch);
}

function explain(error: z.ZodError): string {
  return error.issues
    .map((issue) => {
      const key = issue.path
        .map((part) => (typeof part === 'string' ? snakeCase(part) : `[${String(part)}]`))
        .join('.');
      const leaf = leaves.find((candidate) => key === candidate.key || key.startsWith(`${candidate.key}.`));
      const ways = leaf ? ` (--${leaf.flag}, ${leaf.env} or ${leaf.key} in hearken.yaml)` : '';
      return `${key}: ${issue.message}${ways}`;
    })
    .join('\n');
}

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const child of Object.values(value)) deepFreeze(child);
  }
  return value;
}
