import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { appOptions, type OptionSchema, type OptionText } from '../../../src/config/app-options.ts';
import { leaves } from '../../../src/config/leaves.ts';
import { loadConfig } from '../../../src/config/load.ts';

const { options, schema, texts } = appOptions();
const config = parse(readFileSync(new URL('../../../ha-addon/config.yaml', import.meta.url), 'utf8'));

/** The types of the Supervisor's own schema language. Source: RE_SCHEMA_ELEMENT of the Supervisor. */
const element =
  /^(?:bool|email|url|port|str|password|int(?:\(\d*,\d*\))?|float(?:\([\d.]*,[\d.]*\))?|list\(.+\))\??$/;

/** What the Supervisor says of options, by its own rules; undefined when it takes them. */
function refusal(kind: OptionSchema, value: unknown, place: string): string | undefined {
  if (typeof kind === 'string') {
    return element.test(kind) && value !== null ? undefined : `${place}: ${kind} for ${String(value)}`;
  }
  if (Array.isArray(kind)) {
    if (!Array.isArray(value)) return `${place}: no list`;
    return value.map((item) => refusal(kind[0], item, `${place}[]`)).find((one) => one !== undefined);
  }
  if (typeof value !== 'object' || value === null) return `${place}: no section`;
  for (const [name, inner] of Object.entries(kind)) {
    const given = (value as Record<string, unknown>)[name];
    const wanted = Array.isArray(inner) ? inner[0] : inner;
    if (given === undefined && typeof wanted === 'string' && wanted.endsWith('?')) continue;
    if (given === undefined) return `${place}.${name}: missing`;
    const wrong = refusal(inner, given, `${place}.${name}`);
    if (wrong !== undefined) return wrong;
  }
  return undefined;
}

function* elements(kind: OptionSchema): Generator<string> {
  if (typeof kind === 'string') yield kind;
  else for (const inner of Array.isArray(kind) ? kind : Object.values(kind)) yield* elements(inner);
}

describe("the app's options", () => {
  it('are taken by the Supervisor as they are, with nothing filled in', () => {
    expect(refusal(schema, options, 'options')).toBeUndefined();
  });

  it('use the types of the Supervisor alone', () => {
    for (const type of elements(schema)) expect(type).toMatch(element);
  });

  it('change no default: a new installation is as the program is without options', () => {
    const plain = loadConfig({ env: {} });
    const asApp = loadConfig({ env: {}, appOptions: options });
    expect({ ...asApp, directories: undefined }).toEqual({ ...plain, directories: undefined });
  });

  it('leave out what the app decides itself', () => {
    expect(schema).not.toHaveProperty('data');
    expect(schema).not.toHaveProperty('home');
    expect(schema).not.toHaveProperty('api');
    expect(Object.keys(schema['wyoming'] ?? {})).toEqual(['allow']);
  });

  it('hide secrets', () => {
    for (const leaf of leaves.filter(({ isSecret }) => isSecret)) {
      const type = at(schema, leaf.key);
      if (type !== undefined) expect(type).toBe('password?');
    }
  });

  it('each have a name and an explanation', () => {
    const check = (kind: OptionSchema, text: OptionText | undefined, place: string): void => {
      expect(text?.name, place).toMatch(/\S/);
      if (typeof kind === 'string') return;
      const inner = Array.isArray(kind) ? kind[0] : kind;
      if (typeof inner === 'string') return;
      for (const [name, child] of Object.entries(inner))
        check(child as OptionSchema, text?.fields?.[name], `${place}.${name}`);
    };
    for (const [name, kind] of Object.entries(schema)) check(kind, texts[name], name);
  });
});

function at(tree: unknown, key: string): unknown {
  return key
    .split('.')
    .reduce<unknown>((node, name) => (node as Record<string, unknown> | undefined)?.[name], tree);
}

describe('ha-addon/config.yaml', () => {
  it('asks for no right beyond the interface of Home Assistant', () => {
    const rights = [
      ...['hassio_api', 'hassio_role', 'auth_api', 'docker_api', 'full_access', 'host_network', 'host_pid'],
      ...['privileged', 'devices', 'map', 'udev', 'usb', 'uart', 'audio', 'video', 'apparmor', 'host_dbus'],
    ];
    expect(Object.keys(config).filter((key) => rights.includes(key))).toEqual([]);
    expect(config.homeassistant_api).toBe(true);
  });

  it('publishes no port by itself', () => {
    expect(config.ports).toEqual({ '10600/tcp': null });
  });

  it('names the ports on which the program listens as an app', () => {
    const { wyoming, api } = loadConfig({
      env: { SUPERVISOR_TOKEN: 'any', HEARKEN_DATA: '/nowhere' },
      appOptions: config.options,
    });
    expect(config.ingress_port).toBe(api.port);
    expect(Object.keys(config.ports)).toEqual([`${wyoming.port}/tcp`]);
    expect(config.watchdog).toBe(`http://[HOST]:${api.port}/live`);
  });

  it('leaves models out of backups', () => {
    const { directories } = loadConfig({ env: { SUPERVISOR_TOKEN: 'any' } });
    expect(config.backup_exclude.map((name: string) => `/data/${name}`)).toContain(directories.cache);
  });
});
