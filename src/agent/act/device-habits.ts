/** How devices answered lately: the likeliest way in which they answer again. */
import type { Change, Proof } from '../agent.ts';

/** How a command that was carried out can be known to have gone. */
export type Hope = Extract<Proof, 'proven' | 'started' | 'sent'>;

const hopes: ReadonlySet<Proof> = new Set<Proof>(['proven', 'started', 'sent'] satisfies Hope[]);

const isHope = (proof: Proof): proof is Hope => hopes.has(proof);

/** More devices than a household speaks to in a day. */
const limit = 500;

export class DeviceHabits {
  readonly #last = new Map<string, Hope>();

  /** Remembers the outcome of a turn; what was refused or failed says nothing of the next time. */
  learn(changes: readonly Pick<Change, 'entityId' | 'proof'>[]): void {
    for (const { entityId, proof } of changes) {
      if (!isHope(proof)) continue;
      this.#last.delete(entityId);
      this.#last.set(entityId, proof);
    }
    for (const entityId of this.#last.keys()) {
      if (this.#last.size <= limit) return;
      this.#last.delete(entityId);
    }
  }

  /** As it was the last time; undefined for a device that was not spoken to. */
  of(entityId: string): Hope | undefined {
    return this.#last.get(entityId);
  }
}
