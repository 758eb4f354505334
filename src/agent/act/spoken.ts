/** What the speaker said in this dialogue, as far as it can authorise something. Personal. */
import type { Turn } from '../turn.ts';

export type Spoken = {
  /**
   * The person's own sentences of this dialogue, this one last. Nothing that a tool, a title or a name said is among
   * them.
   */
  readonly words: readonly string[];
  /** Our own grammar knows that it asks for nothing now: negated, told, imagined, or for another time. */
  readonly isNoRequest?: true;
  /** What the newest sentence may have been as well, by its sound. */
  readonly alternatives: readonly string[];
  /** What we answered last, as the speaker heard it; null when the newest sentence begins the talk. */
  readonly heard: string | null;
  /** BCP 47 tag of the newest sentence. */
  readonly language: string;
  /** Where the speaker is, when known. */
  readonly areaId: string | null;
  /** The devices that were last acted on or told of. */
  readonly lastEntityIds: readonly string[];
};

export function spokenOf({ request, areaId, dialogue, isNoRequest }: Turn): Spoken {
  const exchanges = dialogue?.exchanges ?? [];
  return {
    words: [...exchanges.map(({ said }) => said), request.text],
    ...(isNoRequest && { isNoRequest }),
    alternatives: request.heard?.alternatives ?? [],
    heard: exchanges.at(-1)?.answered ?? null,
    language: request.language,
    areaId,
    lastEntityIds: dialogue?.lastEntityIds ?? [],
  };
}
