/** Settings of the audit log. */
import { z } from 'zod';

export const auditOptions = z.object({
  retentionDays: z.int().min(1).max(3_650).default(90).meta({
    title: 'Days of the audit log',
    description:
      'How long it is on record who had what done: service, devices, outcome, never what was said. Older records are dropped; the rest can still be verified (`hearken audit verify`).',
  }),
});

export type AuditSettings = z.output<typeof auditOptions>;
