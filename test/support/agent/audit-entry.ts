/** An entry of the audit log as the door makes it. */
import type { AuditEntry, AuditEvent } from '../../../src/agent/ports/audit-log.ts';

export function auditEntry(turnId: string, event: AuditEvent = { kind: 'sent' }): AuditEntry {
  return {
    turnId,
    path: 'local',
    channel: 'http',
    userId: 'ada',
    satelliteId: null,
    deviceId: null,
    action: { id: `action of ${turnId}`, service: 'light.turn_on', entityIds: ['light.a'], data: {} },
    event,
  };
}
