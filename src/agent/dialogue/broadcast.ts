/** A message for everybody: said on every satellite but the one it was spoken to. */
import { actionOf, askerOf } from '../act/audited.ts';
import type { Guard } from '../act/guard.ts';
import type { Origin } from '../act/origin.ts';
import { type Denial, denialName } from '../act/verdict.ts';
import type { Subject } from '../act/rule.ts';
import type { Turn } from '../turn.ts';
import type { Step } from '../understand/plan.ts';
import type { AnnounceResult } from '../ports/announcer.ts';
import type { LateFailureParts } from './late-failures.ts';

/** What to say at once; how it went is known when everybody has heard it. */
export type Broadcast = (
  what: Pick<Extract<Step, { readonly kind: 'broadcast' }>, 'message' | 'satelliteIds'>,
  turn: Turn,
  origin: Origin,
) => Promise<string>;

type Parts = LateFailureParts & { readonly guard: Guard };

const service = 'assist_satellite.announce';

/** Speaks in the background. When no satellite said it, the one who asked is told. */
export function createBroadcast({ announcer, background, log, guard }: Parts): Broadcast {
  const tell = async (satelliteId: string, text: string, signal: AbortSignal): Promise<AnnounceResult> => {
    const result = await announcer.announce({ satelliteId, text }, { signal });
    if (result.kind === 'failed') log.warn('a message was not announced', { reason: result.reason });
    return result;
  };
  const denialOf = (
    satelliteIds: readonly string[],
    { speaker, model }: Turn,
    origin: Origin,
  ): Denial | null => {
    const subjects = satelliteIds.map((id): Subject => {
      const areaId = model.satelliteAreas.get(id) ?? null;
      return { domain: 'assist_satellite', service, entityId: id, areaId, risk: 'harmless' };
    });
    const denial = guard.permission(subjects, { speaker, origin }, model);
    return denial ?? (guard.rate.take(speaker, 1) ? null : { by: 'rate' });
  };
  return async ({ message, satelliteIds }, turn, origin) => {
    const { model, speaker, pack } = turn;
    const others =
      satelliteIds ?? [...model.satelliteAreas.keys()].filter((id) => id !== speaker.satelliteId);
    if (others.length === 0) return pack.nobodyToTell;
    const asker = askerOf({ speaker, origin });
    const action = actionOf(service, others);
    const denial = denialOf(others, turn, origin);
    if (denial) {
      const why = denialName(denial);
      await guard.audit.record([{ ...asker, action, event: { kind: 'refused', why } }]);
      return denial.by === 'rate' ? pack.policy.denied({ denial, what: null }) : pack.policy.deniedMessage;
    }
    await guard.audit.record([{ ...asker, action, event: { kind: 'sent' } }]);
    background.run('telling everybody', async (signal) => {
      const results = await Promise.all(others.map((id) => tell(id, message, signal)));
      const told = others.map((id, at) => [id, wordOf(results[at])]);
      guard.audit.recordLater([
        { ...asker, action, event: { kind: 'ended', proofs: Object.fromEntries(told) } },
      ]);
      const isHeard = results.some(
        (result) => result.kind === 'announced' || result.reason === 'unconfirmed',
      );
      if (!isHeard && speaker.satelliteId !== null)
        await tell(speaker.satelliteId, pack.messageUnheard, signal);
    });
    return pack.tellingOthers;
  };
}

function wordOf(result: AnnounceResult | undefined): string {
  return result?.kind === 'failed' ? result.reason : 'announced';
}
