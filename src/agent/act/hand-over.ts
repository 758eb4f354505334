/**
 * The second door: a sentence that Home Assistant's own agent carries out. What it does is the household's own
 * (sentence triggers, intent scripts), or was read before in a language we have no words for.
 */
import { runSentence } from '../../home/run-sentence.ts';
import type { SentenceRun } from '../../home/run-sentence.ts';
import type { Home } from '../../home/home.ts';
import type { Entity, HomeModel } from '../../home/model/home-model.ts';
import type { Speaker } from '../speaker.ts';
import type { Wish } from '../understand/plan.ts';
import { actionOf, askerOf } from './audited.ts';
import type { Guard } from './guard.ts';
import { countDevices, thingOf } from './reach.ts';
import type { PolicySettings } from './options.ts';
import type { Origin } from './origin.ts';
import { type ConfirmReason, type Denial, denialName } from './verdict.ts';
import type { Subject } from './rule.ts';

export type HandOverRequest = {
  /** What was said; personal. */
  readonly text: string;
  /** BCP 47 tag. */
  readonly language: string;
  readonly speaker: Speaker;
  readonly origin: Origin;
  /** What is known to be done by it; null: only the household knows what its own sentence does. */
  readonly wishes: readonly { readonly wish: Wish; readonly entities: readonly Entity[] }[] | null;
  /** Entity ids of what Home Assistant would touch beside these. */
  readonly others?: readonly string[];
};

export type HandedOver =
  | SentenceRun
  /** Not sent: it would have to be confirmed, which nobody can ask for here; null: it is the household's own. */
  | { readonly kind: 'refused'; readonly why: Exclude<ConfirmReason, 'pin'> | null }
  /** Not sent: not for this speaker, not on this way, or too much at once. */
  | { readonly kind: 'denied'; readonly denial: Denial }
  /** Not sent: the same sentence is being carried out, and may have come back to us. */
  | { readonly kind: 'running' };

export type HandOver = (
  request: HandOverRequest,
  options: { readonly signal: AbortSignal },
) => Promise<HandedOver>;

type NotSent = Extract<HandedOver, { readonly kind: 'refused' | 'denied' }>;

/** A sentence of the household's own may do anything. */
const ownSentence: Subject = {
  domain: 'conversation',
  service: 'conversation.process',
  entityId: null,
  areaId: null,
  risk: 'unseen',
};

export function createHandOver(
  home: Home,
  guard: Guard,
  { ownSentences }: Pick<PolicySettings, 'ownSentences'>,
): HandOver {
  const running = new Set<string>();
  const notForOwn = ({ speaker, origin }: HandOverRequest): NotSent | null => {
    const isFree = ownSentences === 'everywhere';
    if (!isFree && (ownSentences === 'never' || speaker.channel === 'wyoming'))
      return { kind: 'refused', why: null };
    const denial = guard.permission([ownSentence], { speaker, origin }, home.model());
    return denial && { kind: 'denied', denial };
  };
  const notSent = (request: HandOverRequest): NotSent | null =>
    (request.wishes === null ? notForOwn(request) : notForWishes(request, home, guard)) ??
    (guard.rate.take(request.speaker, 1) ? null : { kind: 'denied', denial: { by: 'rate' } });
  return async (request, options) => {
    const { text, language, speaker, wishes } = request;
    const asker = askerOf(request);
    const ids = (wishes ?? []).flatMap(({ entities }) => entities.map(({ entityId }) => entityId));
    const action = actionOf('conversation.process', [...new Set(ids)]);
    const refusal = notSent(request);
    if (refusal) {
      await guard.audit.record([{ ...asker, action, event: { kind: 'refused', why: whyOf(refusal) } }]);
      return refusal;
    }
    // An automation may hand its own sentence to our agent: once is what was asked for.
    const key = `${language} ${text.trim().toLowerCase()}`;
    if (running.has(key)) return { kind: 'running' };
    running.add(key);
    try {
      const { deviceId } = speaker;
      // What was read before was read for the device alone: with the satellite it might mean another room.
      const satelliteId = wishes === null ? speaker.satelliteId : null;
      const isKept = guard.audit.record([{ ...asker, action, event: { kind: 'sent' } }]);
      const run = await runSentence(home, { text, language, deviceId, satelliteId }, options);
      await isKept;
      guard.audit.recordLater([
        { ...asker, action, event: { kind: 'ended', proofs: { 'conversation.home_assistant': run.kind } } },
      ]);
      return run;
    } finally {
      running.delete(key);
    }
  };
}

function notForWishes(
  { wishes, others = [], speaker, origin }: HandOverRequest,
  home: Home,
  { policy, permission }: Guard,
): NotSent | null {
  const model = home.model();
  const known = wishes ?? [];
  const deviceCount = countDevices(known, model);
  const unread = others.map((id) => ({ ...ownSentence, ...touched(id, model) }));
  const isUnread = known.length === 0 || unread.length > 0;
  const denial = isUnread ? permission([ownSentence, ...unread], { speaker, origin }, model) : null;
  if (denial) return { kind: 'denied', denial };
  const verdicts = known.flatMap(({ wish, entities }) =>
    entities.map((entity) => policy({ wish, entity, model, deviceCount, speaker, origin })),
  );
  const denied = verdicts.find((verdict) => verdict.kind === 'denied');
  if (denied) return denied;
  const reasons = verdicts.flatMap((verdict) => ('reasons' in verdict ? verdict.reasons : []));
  if (reasons.length === 0) return null;
  const why = reasons.every((reason) => reason === 'many-devices') ? 'many-devices' : 'less-safe';
  return { kind: 'refused', why };
}

function touched(entityId: string, model: HomeModel): Pick<Subject, 'domain' | 'entityId' | 'areaId'> {
  const { domain } = thingOf(entityId, model);
  return { domain, entityId, areaId: model.entities.get(entityId)?.areaId ?? null };
}

function whyOf(refusal: NotSent): string {
  if (refusal.kind === 'denied') return denialName(refusal.denial);
  return refusal.why ?? "the household's own sentence";
}
