/** A guard for a test's door, and a log that shows what was put on record. */
import { createGuard, type Guard } from '../../../src/agent/act/guard.ts';
import type { PolicyInput } from '../../../src/agent/act/options.ts';
import type { AuditEntry, AuditLog } from '../../../src/agent/ports/audit-log.ts';
import { handClock } from '../hand-clock.ts';

/** Time stands still: only what is asked of the test's policy is limited. */
export function guardOf(input: PolicyInput = {}, audit?: AuditLog): Guard {
  return createGuard(
    { ...input, actionsPerMinute: 100_000 },
    { clock: handClock(), ...(audit && { audit }) },
  );
}

export function listeningAudit(): AuditLog & { readonly entries: readonly AuditEntry[] } {
  const entries: AuditEntry[] = [];
  return {
    entries,
    record: async (added) => void entries.push(...added),
    recordLater: (added) => void entries.push(...added),
  };
}
