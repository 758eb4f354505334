#!/usr/bin/env node
/** `npx hearken` in a clone: builds what was not built yet, then runs the program. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const entry = new URL('../dist/main.js', import.meta.url);
if (!existsSync(entry)) {
  console.error('Building Hearken, once …');
  // Its output goes to stderr: stdout carries only what the command prints.
  const { status } = spawnSync('npm', ['run', '--silent', 'build'], { cwd: root, stdio: ['ignore', 2, 2] });
  if (status !== 0) process.exit(status ?? 1);
}
await import(entry.href);
