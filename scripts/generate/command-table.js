/** README.md's table of commands, from the commands' own help. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createProgram } from '../../dist/cli/program.js';
import { processTerminal } from '../../dist/cli/terminal.js';
import { betweenMarkers } from './between-markers.js';

/** @typedef {import('commander').Command} Command */

const path = 'README.md';

/**
 * `models pull [id...]`, as a person types it.
 * @param {Command} command
 */
function typed(command) {
  const values = command.registeredArguments.map((argument) => {
    const name = `${argument.name()}${argument.variadic ? '...' : ''}`;
    return argument.required ? `<${name}>` : `[${name}]`;
  });
  return [command.name(), ...values].join(' ');
}

/** @param {Command} command */
function row(command) {
  const further = command.commands.map((one) => ` · \`${typed(one)}\``).join('');
  return `| \`hearken ${typed(command)}\`${further} | ${command.summary().replaceAll('|', '\\|')} |`;
}

/** @type {import('../generate.js').Generator} */
export async function generate(root) {
  const { signal } = new AbortController();
  const program = await createProgram(['--help'], { terminal: processTerminal, signal });
  const table = ['| command | what it does |', '|---|---|', ...program.commands.map(row)].join('\n');
  return [{ path, content: betweenMarkers(await readFile(join(root, path), 'utf8'), 'commands', table) }];
}
