/** What a model wanted that is no wish for a device, and nobody asked for: on record like every refusal. */
import type { AuditLog } from '../ports/audit-log.ts';
import { type Asked, actionOf, askerOf } from './audited.ts';
import type { Deed } from './deed.ts';

export type RecordRefusedDeed = (deed: Deed, asked: Asked) => void;

/** Nobody waits for it: nothing was done. */
export function createRefusedDeeds(audit: AuditLog): RecordRefusedDeed {
  return (deed, asked) =>
    audit.recordLater([
      {
        ...askerOf(asked),
        action: actionOf(serviceOf(deed), []),
        event: { kind: 'refused', why: 'not-asked' },
      },
    ]);
}

/** What is ours has our name where Home Assistant's services have their domain. */
function serviceOf(deed: Deed): string {
  return deed.do === 'outside' ? `outside.${deed.server}.${deed.tool}` : `hearken.${deed.do}`;
}
