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
import type { Policy } from './policy.ts';

export type HandOverRequest = {
  /** What was said; personal. */
  readonly text: string;
  /** BCP 47 tag. */
  readonly language: string;
  readonly speaker: Speaker;
  /** What is known to be done by it; null: only the household knows what its own sentence does. */
  readonly wishes: readonly { readonly wish: Wish; readonly entities: readonly Entity[] }[] | null;
};

export type HandedOver =
  | SentenceRun
  /** Not sent: what it does needs a confirmation, which nobody can ask for here. */
  | { readonly kind: 'refused' }
  /** Not sent: the same sentence is being carried out, and may have come back to us. */
  | { readonly kind: 'running' };

export type HandOver = (
  request: HandOverRequest,
  options: { readonly signal: AbortSignal },
) => Promise<HandedOver>;

export function createHandOver(home: Home, policy: Policy, { ownSentences }: PolicySettings): HandOver {
  const running = new Set<string>();
  const isAllowed = ({ wishes, speaker }: HandOverRequest): boolean => {
    if (wishes === null)
      return ownSentences === 'everywhere' || (ownSentences === 'known' && speaker.channel !== 'wyoming');
    const model = home.model();
    const deviceCount = countDevices(wishes, model);
    return wishes.every(({ wish, entities }) =>
      entities.every((entity) => policy({ wish, entity, model, deviceCount, speaker }).kind === 'allowed'),
    );
  };
  return async (request, options) => {
    const { text, language, speaker } = request;
    if (!isAllowed(request)) return { kind: 'refused' };
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
