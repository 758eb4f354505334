/** A message for everybody: said on every satellite but the one it was spoken to. */
import type { AnnounceResult } from '../ports/announcer.ts';
import type { FixedReply } from '../reply/language-pack.ts';
import type { Turn } from '../path.ts';
import type { LateFailureParts } from './late-failures.ts';

/** What to say at once; how it went is known when everybody has heard it. */
export type Broadcast = (message: string, turn: Turn) => FixedReply;

/** Speaks in the background. When no satellite said it, the one who asked is told. */
export function createBroadcast({ announcer, background, log }: LateFailureParts): Broadcast {
  const tell = async (satelliteId: string, text: string, signal: AbortSignal): Promise<AnnounceResult> => {
    const result = await announcer.announce({ satelliteId, text }, { signal });
    if (result.kind === 'failed') log.warn('a message was not announced', { reason: result.reason });
    return result;
  };
  return (message, { model, speaker, pack }) => {
    const others = [...model.satelliteAreas.keys()].filter((id) => id !== speaker.satelliteId);
    if (others.length === 0) return 'nobodyToTell';
    background.run('telling everybody', async (signal) => {
      const results = await Promise.all(others.map((id) => tell(id, message, signal)));
      const isHeard = results.some(
        (result) => result.kind === 'announced' || result.reason === 'unconfirmed',
      );
      if (!isHeard && speaker.satelliteId !== null)
        await tell(speaker.satelliteId, pack.messageUnheard, signal);
    });
    return 'tellingOthers';
  };
}
