/** What of an action's data goes on record: figures and modes; no codes, and nothing that somebody said. */
import type { AuditValue } from '../ports/audit-log.ts';

/** Words that a device knows, not words of a person. */
const modeKeys: ReadonlySet<string> = new Set([
  'hvac_mode',
  'preset_mode',
  'fan_mode',
  'swing_mode',
  'color_name',
  'direction',
  'mode',
  'effect',
  'source',
  'option',
  'status',
  'media_content_type',
]);

const secretKeys = /code|pin|pass|secret|token|key/i;

const left = '***';

export function redact(data: Readonly<Record<string, unknown>>): Readonly<Record<string, AuditValue>> {
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, redacted(key, value)]));
}

function redacted(key: string, value: unknown): AuditValue {
  if (secretKeys.test(key)) return left;
  if (value === null || typeof value === 'boolean') return value;
  if (typeof value === 'number') return value;
  if (typeof value === 'string') return modeKeys.has(key) ? value : left;
  return Array.isArray(value) && value.every((one) => typeof one === 'number') ? value : left;
}
