/** Holds the size of node_modules: with the development tools, and without them (a copy made by `npm ci`). */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** In MB of 10^6 bytes as `du` counts blocks; 335 of both are parts that containers drop (see CONTRIBUTING). */
const limits = { all: 850, production: 680 };

/** @param {string} dir */
const sizeMb = (dir) =>
  Math.round((Number(execFileSync('du', ['-sk', dir], { encoding: 'utf8' }).split('\t')[0]) * 1024) / 1e6);

const copy = mkdtempSync(join(tmpdir(), 'hearken-size-'));
try {
  for (const path of ['package.json', 'package-lock.json', '.npmrc', 'wyoming/package.json'])
    cpSync(path, join(copy, path));
  execFileSync('npm', ['ci', '--omit=dev', '--silent'], { cwd: copy, stdio: 'inherit' });
  const sizes = { all: sizeMb('node_modules'), production: sizeMb(join(copy, 'node_modules')) };
  for (const name of /** @type {const} */ (['all', 'production'])) {
    console.log(`node_modules, ${name}: ${sizes[name]} MB (at most ${limits[name]})`);
    if (sizes[name] > limits[name]) process.exitCode = 1;
  }
} finally {
  rmSync(copy, { recursive: true, force: true });
}
