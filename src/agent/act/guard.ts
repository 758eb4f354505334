/** What stands in front of every actuator: what may be done, how often, and the record of it. */
import type { Clock } from '../../core/clock.ts';
import { type AuditLog, noAudit } from '../ports/audit-log.ts';
import { policyOptions, type PolicyInput } from './options.ts';
import { createPermission, type Permission } from './permission.ts';
import { createPolicy, type Policy } from './policy.ts';
import { RateLimit } from './rate-limit.ts';

export type Guard = {
  /** For wishes about devices. */
  readonly policy: Policy;
  /** For what is done without a device. */
  readonly permission: Permission;
  readonly rate: RateLimit;
  readonly audit: AuditLog;
};

/** Without an audit log what is done is on no record: for benches, and tests of something else. */
export function createGuard(
  input: PolicyInput,
  { clock, audit = noAudit }: { readonly clock: Pick<Clock, 'monotonicMs'>; readonly audit?: AuditLog },
): Guard {
  const settings = policyOptions.parse(input);
  return {
    policy: createPolicy(settings),
    permission: createPermission(settings),
    rate: new RateLimit(settings.actionsPerMinute, clock),
    audit,
  };
}
