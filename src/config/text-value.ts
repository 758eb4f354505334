/** Reads a setting given as text (a flag or an environment variable). */
import { parse as parseYaml } from 'yaml';
import { ConfigError } from '../core/errors.ts';
import type { SchemaNode } from './leaves.ts';

const truths: Readonly<Record<string, boolean>> = {
  true: true,
  yes: true,
  on: true,
  '1': true,
  false: false,
  no: false,
  off: false,
  '0': false,
};

function parseBoolean(text: string, name: string): boolean {
  const value = truths[text.trim().toLowerCase()];
  if (value === undefined)
    throw new ConfigError('CONFIG_INVALID', `${name} must be true or false, not "${text}"`);
  return value;
}

function parseNumber(text: string, name: string): number {
  const value = Number(text);
  if (text.trim() === '' || Number.isNaN(value)) {
    throw new ConfigError('CONFIG_INVALID', `${name} must be a number, not "${text}"`);
  }
  return value;
}

/** Lists of plain values are written with commas; lists of objects as YAML or JSON. */
function parseList(text: string, items: SchemaNode | undefined): unknown {
  if (items?.type === 'string') {
    return text
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== '');
  }
  return parseYaml(text);
}

/** @param name how the person wrote it (`--port`, `HEARKEN_PORT`), for the error. */
export function parseTextValue(text: string, node: SchemaNode, name: string): unknown {
  switch (node.type) {
    case 'boolean':
      return parseBoolean(text, name);
    case 'integer':
    case 'number':
      return parseNumber(text, name);
    case 'array':
      return parseList(text, node.items);
    case 'string':
      return text;
    default:
      return parseYaml(text);
  }
}
