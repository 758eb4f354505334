/** A persistent array of entity states: a change copies two short arrays, however large the home is. */
import type { EntityState } from './home-model.ts';

type Chunk = readonly (EntityState | undefined)[];

/** About the square root of the largest home served (10,000): both copied arrays stay near 100 entries. */
const chunkSize = 100;

export class StateTable {
  readonly #chunks: readonly Chunk[];

  private constructor(chunks: readonly Chunk[]) {
    this.#chunks = chunks;
  }

  static from(states: readonly (EntityState | undefined)[]): StateTable {
    const chunks: Chunk[] = [];
    for (let start = 0; start < states.length; start += chunkSize) {
      chunks.push(states.slice(start, start + chunkSize));
    }
    return new StateTable(chunks);
  }

  get(slot: number): EntityState | undefined {
    return this.#chunks[Math.floor(slot / chunkSize)]?.[slot % chunkSize];
  }

  /** A table that differs in one slot; this one stays as it is. */
  with(slot: number, state: EntityState | undefined): StateTable {
    const index = Math.floor(slot / chunkSize);
    const chunk = this.#chunks[index]?.with(slot % chunkSize, state);
    return chunk ? new StateTable(this.#chunks.with(index, chunk)) : this;
  }
}
