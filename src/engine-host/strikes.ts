/** Who ended the engine host: what was being loaded when it died, counted until it is out. */
import type { EngineKind } from './spec.ts';

/** A load under way: one model, or an engine as a whole where it does not announce its models. */
export type Load = { readonly kind: EngineKind; readonly modelId?: string };

/** One death may be someone else's fault; loading is done alone after it, so the second is not. */
const strikesUntilOut = 2;

export class Strikes {
  readonly #counts = new Map<string, { readonly load: Load; readonly count: number }>();

  /** The host died while these were being loaded; gives those that are out now. */
  hostDied(loads: readonly Load[]): readonly Load[] {
    for (const load of loads) this.#counts.set(keyOf(load), { load, count: this.#countOf(load) + 1 });
    return loads.filter((load) => this.#countOf(load) >= strikesUntilOut);
  }

  /** It was loaded without harm. */
  clear(load: Load): void {
    this.#counts.delete(keyOf(load));
  }

  /** The engine is given something else to load. */
  forget(kind: EngineKind): void {
    for (const [key, { load }] of this.#counts) if (load.kind === kind) this.#counts.delete(key);
  }

  /** True for an engine that has to be loaded alone. */
  isSuspect(kind: EngineKind): boolean {
    return [...this.#counts.values()].some(({ load }) => load.kind === kind);
  }

  #countOf(load: Load): number {
    return this.#counts.get(keyOf(load))?.count ?? 0;
  }
}

function keyOf({ kind, modelId = '' }: Load): string {
  return `${kind} ${modelId}`;
}
