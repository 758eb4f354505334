/** What a bug report needs, without secrets, addresses, names, and without what was said. Pure. */
import { homedir } from 'node:os';
import { type Leaf, valueAt } from '../config/leaves.ts';
import { packageVersion } from '../core/version.ts';
import type { Finding } from './finding.ts';
import type { MachineFacts } from './machine.ts';

export type ReportParts = {
  readonly machine: MachineFacts;
  readonly findings: readonly Finding[];
  readonly settings: unknown;
  readonly leaves: readonly Leaf[];
  /** Wall time, ms since the epoch. */
  readonly nowMs: number;
};

/** Satellites and assistants are named by what their household called them. */
const personalTopics: ReadonlySet<Finding['topic']> = new Set(['satellites', 'assistants']);

export function makeReport({ machine, findings, settings, leaves, nowMs }: ReportParts): object {
  return {
    version: packageVersion,
    made_at: new Date(nowMs).toISOString(),
    machine,
    findings: findings.map(({ topic, verdict, message }) => ({
      topic,
      verdict,
      message: personalTopics.has(topic) ? '(left out)' : withoutAddresses(message),
    })),
    settings: Object.fromEntries(
      leaves.flatMap((leaf): [string, unknown][] => {
        const value = valueAt(settings, leaf.path);
        return value === undefined || isDefault(value, leaf) ? [] : [[leaf.key, redacted(value, leaf)]];
      }),
    ),
  };
}

/** Figures, switches and choices are told; of a text only that there is one, of a list how long it is. */
function redacted(value: unknown, { isSecret, node }: Leaf): unknown {
  if (isSecret) return '***';
  if (typeof value === 'boolean' || typeof value === 'number') return value;
  if (typeof value === 'string') return node.enum ? value : '(set)';
  return Array.isArray(value) ? `(${value.length} entries)` : '(set)';
}

const isDefault = (value: unknown, { node, isSecret }: Leaf): boolean =>
  !isSecret && JSON.stringify(value) === JSON.stringify(node.default);

/** The person's own folder has their name; an address tells where they are. */
function withoutAddresses(message: string): string {
  return message
    .replaceAll(homedir(), '~')
    .replaceAll(/\b(?:\d{1,3}\.){3}\d{1,3}\b/g, (address) =>
      address === '0.0.0.0' || address.startsWith('127.') ? address : '(address)',
    )
    .replaceAll(/\b(https?|wss?|tcp):\/\/[^\s/"]+/g, '$1://(address)');
}
