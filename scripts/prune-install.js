/**
 * Removes from an installation without development tools what this platform's Node never loads: native parts of
 * other platforms, the web runtimes of Kokoro's packages, types, sources and maps. For images; a clone keeps all.
 *
 *   node scripts/prune-install.js [node_modules]
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const modules = process.argv[2] ?? 'node_modules';
const { platform, arch } = process;

/** @param {string} dir @returns {string[]} */
const list = (dir) => (existsSync(dir) ? readdirSync(dir) : []);
/** @param {string} path */
const remove = (path) => rmSync(path, { recursive: true, force: true });
const sizeMb = () => Number(execFileSync('du', ['-sm', modules], { encoding: 'utf8' }).split('\t')[0]);

/** @returns {string[]} names of all packages at the top level, with their scopes */
function packages() {
  return list(modules).flatMap((name) =>
    name.startsWith('@') ? list(join(modules, name)).map((inner) => `${name}/${inner}`) : [name],
  );
}

/** @param {unknown} allowed @param {string} value */
const excludes = (allowed, value) => Array.isArray(allowed) && allowed.length > 0 && !allowed.includes(value);

const before = sizeMb();

// npm may install what only fits another C library: not every package says which it needs.
for (const name of packages()) {
  const manifest = join(modules, name, 'package.json');
  if (!existsSync(manifest)) continue;
  const { os, cpu, libc } = JSON.parse(readFileSync(manifest, 'utf8'));
  const isForeign = excludes(os, platform) || excludes(cpu, arch) || excludes(libc, 'glibc');
  if (isForeign || (cpu && /musl/u.test(name))) remove(join(modules, name));
}

// onnxruntime-node brings every platform in one package.
for (const bin of list(join(modules, 'onnxruntime-node/bin'))) {
  const builds = join(modules, 'onnxruntime-node/bin', bin);
  for (const os of list(builds)) {
    if (os !== platform) remove(join(builds, os));
    else for (const cpu of list(join(builds, os))) if (cpu !== arch) remove(join(builds, os, cpu));
  }
}

// What Node loads of Kokoro's packages is one file each; the rest is for browsers.
remove(join(modules, 'onnxruntime-web'));
for (const [dist, kept] of /** @type {const} */ ([
  ['@huggingface/transformers/dist', /^transformers\.node\.[cm]js$/u],
  ['kokoro-js/dist', /^kokoro\.c?js$/u],
])) {
  const dir = join(modules, dist);
  const files = list(dir);
  if (files.length > 0 && !files.some((file) => kept.test(file)))
    throw new Error(`${dir} holds none of the files that Node loads`);
  for (const file of files) if (!kept.test(file)) remove(join(dir, file));
}
for (const dir of ['@huggingface/transformers/src', '@huggingface/transformers/types', 'kokoro-js/types'])
  remove(join(modules, dir));

/** Types, sources, maps and readmes: nothing that runs. Licences stay. @param {string} dir */
function sweep(dir) {
  for (const entry of readdirSync(dir, { withFileTypes: true })) {
    const path = join(dir, entry.name);
    if (entry.isDirectory()) sweep(path);
    else if (/\.(?:map|[cm]?ts|tsbuildinfo)$|^(?:readme|changelog)(?:\.md|\.txt)?$/iu.test(entry.name))
      remove(path);
  }
}
sweep(modules);
remove(join(modules, '.cache'));

console.log(`${modules}: ${before} MB, ${sizeMb()} MB left`);
