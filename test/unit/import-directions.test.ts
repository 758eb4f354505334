/** Who may import whom: the table of docs/architecture.md, held by a test. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const sourceDir = fileURLToPath(new URL('../../src/', import.meta.url));
const wyomingDir = fileURLToPath(new URL('../../wyoming/src/', import.meta.url));

type Rule = {
  /** Folders (or single files, without ending) of src that this module may import; itself always. */
  readonly may: readonly string[];
  /** Packages of this repository's own workspaces it may import. */
  readonly workspaces?: readonly string[];
};

const everythingBelowCli = [
  ...['app', 'config', 'core', 'audio', 'engines', 'engine-host'],
  ...['model-store', 'home', 'agent', 'services', 'client', 'store', 'api', 'turns', 'discovery'],
];

/** The first entry whose path matches a file is its rule; order therefore goes from special to general. */
const rules: readonly (readonly [place: string, rule: Rule])[] = [
  ['core', { may: [] }],
  ['audio', { may: ['core'] }],
  ['engines/remote', { may: ['core', 'audio', 'engines'], workspaces: ['wyoming-ts'] }],
  ['engines/stt/remote-wyoming', { may: ['core', 'audio', 'engines'], workspaces: ['wyoming-ts'] }],
  ['engines/tts/remote-wyoming', { may: ['core', 'audio', 'engines'], workspaces: ['wyoming-ts'] }],
  ['engines/wake/remote-wyoming', { may: ['core', 'audio', 'engines'], workspaces: ['wyoming-ts'] }],
  ['engines/llm', { may: ['core', 'audio', 'engines', 'agent/ports'] }],
  ['engines', { may: ['core', 'audio'] }],
  ['home', { may: ['core'] }],
  ['agent/act', { may: ['core', 'home', 'agent'] }],
  ['agent/tools', { may: ['core', 'home/model', 'home/query', 'agent'] }],
  ['agent', { may: ['core', 'home/model'] }],
  ['store', { may: ['core', 'agent/ports'] }],
  ['mcp', { may: ['core', 'agent/ports'] }],
  ['model-store', { may: ['core'] }],
  ['discovery', { may: ['core'] }],
  ['turns', { may: ['core'] }],
  ['services', { may: ['core', 'audio', 'engines', 'agent', 'turns'], workspaces: ['wyoming-ts'] }],
  ['api', { may: ['core', 'agent', 'home', 'turns', 'model-store', 'options'] }],
  ['config', { may: ['core', 'options'] }],
  ['engine-host', { may: ['core', 'audio', 'engines'] }],
  ['client', { may: ['core', 'audio'], workspaces: ['wyoming-ts'] }],
  ['doctor', { may: ['core', 'home/model', 'model-store', 'engines', 'config'] }],
  ['bench', { may: everythingBelowCli, workspaces: ['wyoming-ts'] }],
  ['cli', { may: [...everythingBelowCli, 'bench', 'doctor'], workspaces: ['wyoming-ts'] }],
  ['app', { may: ['*'], workspaces: ['wyoming-ts'] }],
  ['main', { may: ['cli', 'config', 'core'] }],
];

type Import = { readonly from: string; readonly to: string };

function filesBelow(dir: string): string[] {
  return readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.d.ts'))
    .map((path) => join(dir, path));
}

const specifierPattern = /(?:\bfrom |\bimport |\bimport\()'([^']+)'/g;

function importsOf(root: string): Import[] {
  return filesBelow(root).flatMap((file) => {
    const specifiers = [...readFileSync(file, 'utf8').matchAll(specifierPattern)].map((match) => match[1]!);
    const from = relative(root, file).split(sep).join('/').replace(/\.ts$/, '');
    return specifiers.map((to) => ({
      from,
      to: to.startsWith('.')
        ? relative(root, resolve(dirname(file), to))
            .split(sep)
            .join('/')
            .replace(/\.[tj]s$/, '')
        : to,
    }));
  });
}

const isWithin = (path: string, place: string): boolean => path === place || path.startsWith(`${place}/`);

/** True when the table lets a file of src import this; a type-only edge counts like any other. */
function isAllowed({ from, to }: Import): boolean {
  const found = rules.find(([place]) => isWithin(from, place));
  if (!found) return false;
  const [place, rule] = found;
  if (to === 'wyoming-ts') return rule.workspaces?.includes(to) ?? false;
  if (to.startsWith('node:') || !/^(\.|[a-z-]+(\/|$))/.test(to) || isPackage(to)) return true;
  if (rule.may.includes('*') || isWithin(to, place)) return true;
  return rule.may.some((allowed) =>
    allowed === 'options' ? /(^|\/)options$/.test(to) : isWithin(to, allowed),
  );
}

const topLevel = new Set(rules.map(([place]) => place.split('/')[0]!));
const isPackage = (to: string): boolean => !topLevel.has(to.split('/')[0]!) && !to.startsWith('..');

describe('import directions', () => {
  const imports = importsOf(sourceDir);

  it('reads a source tree with imports in it', () => {
    expect(imports.length).toBeGreaterThan(20);
  });

  it('gives every source file a rule', () => {
    const orphans = filesBelow(sourceDir)
      .map((file) => relative(sourceDir, file).split(sep).join('/').replace(/\.ts$/, ''))
      .filter((file) => !rules.some(([place]) => isWithin(file, place)));
    expect(orphans).toEqual([]);
  });

  it('points down only', () => {
    const broken = imports.filter((edge) => !isAllowed(edge)).map(({ from, to }) => `${from} → ${to}`);
    expect(broken).toEqual([]);
  });

  it('keeps wyoming-ts free of everything but node and zod', () => {
    const foreign = importsOf(wyomingDir).filter(
      ({ to }) => to.startsWith('..') || (!to.startsWith('node:') && isForeign(to)),
    );
    expect(foreign).toEqual([]);
  });
});

const wyomingFiles = new Set(
  filesBelow(wyomingDir).map((file) => relative(wyomingDir, file).split(sep).join('/').replace(/\.ts$/, '')),
);
const isForeign = (to: string): boolean => to !== 'zod' && !wyomingFiles.has(to);
