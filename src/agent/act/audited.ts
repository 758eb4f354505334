/** What goes on record of a wish at the door: what is sent and what is refused before, what became of it after. */
import { randomUUID } from 'node:crypto';
import type { Action } from '../../home/call.ts';
import { redact } from '../audit/redact.ts';
import type { AuditAction, AuditAsker, AuditEntry, AuditEvent, AuditLog } from '../ports/audit-log.ts';
import type { Speaker } from '../speaker.ts';
import type { Wish } from '../understand/plan.ts';
import type { Look } from './look.ts';
import type { Origin } from './origin.ts';
import type { Outcome } from './outcome.ts';
import { denialName } from './verdict.ts';

export type Asked = { readonly speaker: Speaker; readonly origin: Pick<Origin, 'turnId' | 'path'> };

export function askerOf({ speaker, origin }: Asked): AuditAsker {
  const { channel, userId, satelliteId, deviceId } = speaker;
  return { turnId: origin.turnId, path: origin.path, channel, userId, satelliteId, deviceId };
}

export type Recording = {
  /** Settles when what is sent and refused is on record. */
  readonly isKept: Promise<void>;
  readonly end: (outcomes: readonly Outcome[]) => void;
};

export function recordLooks(audit: AuditLog, wish: Wish, looks: readonly Look[], asked: Asked): Recording {
  const asker = askerOf(asked);
  const sent = grouped(looks.flatMap((seen) => (seen.kind === 'open' ? [seen.action] : [])));
  const refused = looks.flatMap((seen) => refusalOf(seen, wish) ?? []);
  const entries: readonly AuditEntry[] = [
    ...sent.map((action) => ({ ...asker, action, event: { kind: 'sent' } as const })),
    ...refused.map((one) => ({ ...asker, ...one })),
  ];
  return {
    isKept: entries.length === 0 ? Promise.resolve() : audit.record(entries),
    end: (outcomes) => {
      const ended = sent.map((action) => ({ ...asker, action, event: endOf(action, outcomes) }));
      if (ended.length > 0) audit.recordLater(ended);
    },
  };
}

export function actionOf(
  service: string,
  entityIds: readonly string[],
  data: Action['data'] = {},
): AuditAction {
  return { id: randomUUID(), service, entityIds, data: redact(data) };
}

/** One per service call: devices with equal service and data are called together. */
function grouped(actions: readonly Action[]): readonly AuditAction[] {
  const calls = new Map<string, { readonly first: Action; readonly entityIds: string[] }>();
  for (const action of actions) {
    const key = JSON.stringify([action.domain, action.service, action.data]);
    const call = calls.get(key) ?? { first: action, entityIds: [] };
    call.entityIds.push(action.entityId);
    calls.set(key, call);
  }
  return [...calls.values()].map(({ first, entityIds }) =>
    actionOf(`${first.domain}.${first.service}`, entityIds, first.data),
  );
}

/** Where it was refused before it was planned, the wish stands in the service's place. */
function refusalOf(seen: Look, wish: Wish): Pick<AuditEntry, 'action' | 'event'> | undefined {
  if (seen.kind === 'open' || seen.outcome.proof !== 'refused') return undefined;
  const { entityId, entity } = seen.outcome;
  const { domain, service, data } = seen.action ?? { domain: entity.domain, service: wish.do, data: {} };
  const action = actionOf(`${domain}.${service}`, [entityId], data);
  return { action, event: { kind: 'refused', why: whyOf(seen.outcome) } };
}

function whyOf({ why, because, denial, confirmable }: Outcome): string {
  if (denial) return denialName(denial);
  if (confirmable) return `asked for ${confirmable.join(', ')}`;
  const reason = why ?? 'refused';
  return because ? `${reason}, no confirmation: ${because}` : reason;
}

function endOf({ entityIds }: AuditAction, outcomes: readonly Outcome[]): AuditEvent {
  const proofs = outcomes
    .filter(({ entityId }) => entityIds.includes(entityId))
    .map(({ entityId, proof }) => [entityId, proof]);
  return { kind: 'ended', proofs: Object.fromEntries(proofs) };
}
