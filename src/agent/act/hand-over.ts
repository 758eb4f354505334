/**
 * The second door: a sentence that Home Assistant's own agent carries out. What it does is the household's own
 * (sentence triggers, intent scripts), or was read before in a language we have no words for.
 */
import { runSentence } from '../../home/run-sentence.ts';
import type { SentenceRun } from '../../home/run-sentence.ts';
import type { Home } from '../../home/home.ts';
import type { Entity } from '../../home/model/home-model.ts';
import type { Speaker } from '../speaker.ts';
import type { Wish } from '../understand/plan.ts';
import { countDevices } from './reach.ts';
import type { PolicySettings } from './options.ts';
import type { Origin } from './origin.ts';
import type { ConfirmReason, Policy } from './policy.ts';

export type HandOverRequest = {
  /** What was said; personal. */
  readonly text: string;
  /** BCP 47 tag. */
  readonly language: string;
  readonly speaker: Speaker;
  readonly origin: Origin;
  /** What is known to be done by it; null: only the household knows what its own sentence does. */
  readonly wishes: readonly { readonly wish: Wish; readonly entities: readonly Entity[] }[] | null;
};

export type HandedOver =
  | SentenceRun
  /** Not sent: it would have to be confirmed, which nobody can ask for here; null: it is the household's own. */
  | { readonly kind: 'refused'; readonly why: ConfirmReason | null }
  /** Not sent: the same sentence is being carried out, and may have come back to us. */
  | { readonly kind: 'running' };

export type HandOver = (
  request: HandOverRequest,
  options: { readonly signal: AbortSignal },
) => Promise<HandedOver>;

export function createHandOver(home: Home, policy: Policy, { ownSentences }: PolicySettings): HandOver {
  const running = new Set<string>();
  const refusal = ({ wishes, speaker, origin }: HandOverRequest): ConfirmReason | null | undefined => {
    if (wishes === null) {
      const isFree = ownSentences === 'everywhere';
      return isFree || (ownSentences === 'known' && speaker.channel !== 'wyoming') ? undefined : null;
    }
    const model = home.model();
    const deviceCount = countDevices(wishes, model);
    const reasons = wishes.flatMap(({ wish, entities }) =>
      entities.flatMap((entity) => {
        const verdict = policy({ wish, entity, model, deviceCount, speaker, origin });
        return verdict.kind === 'allowed' ? [] : verdict.reasons;
      }),
    );
    return reasons.find((reason) => reason === 'less-safe') ?? reasons[0];
  };
  return async (request, options) => {
    const { text, language, speaker } = request;
    const why = refusal(request);
    if (why !== undefined) return { kind: 'refused', why };
    // An automation may hand its own sentence to our agent: once is what was asked for.
    const key = `${language} ${text.trim().toLowerCase()}`;
    if (running.has(key)) return { kind: 'running' };
    running.add(key);
    try {
      const { deviceId } = speaker;
      // What was read before was read for the device alone: with the satellite it might mean another room.
      const satelliteId = request.wishes === null ? speaker.satelliteId : null;
      return await runSentence(home, { text, language, deviceId, satelliteId }, options);
    } finally {
      running.delete(key);
    }
  };
}
