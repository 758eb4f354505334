/** Keeps the models used last in memory. */
import { settleSeries } from '../../core/lifecycle.ts';
import type { Synthesiser, TtsModel } from './tts-model.ts';

/** Runs the load of one model. */
export type LoadModel = (modelId: string, load: () => Promise<Synthesiser>) => Promise<Synthesiser>;

/** A model in use: it stays in memory until it is released. */
export type Lease = { readonly synthesiser: Synthesiser; release(): Promise<void> };

type Loaded = { readonly synthesiser: Synthesiser; useCount: number; isLeaving: boolean };

export class LoadedModels {
  readonly #maxCount: number;
  readonly #loading: LoadModel;
  /** Least recently used first. */
  readonly #loaded = new Map<string, Loaded>();

  constructor(options: { readonly maxCount: number; readonly loading: LoadModel }) {
    this.#maxCount = options.maxCount;
    this.#loading = options.loading;
  }

  /** The loaded model. Loads one at a time: callers take turns. */
  async use(model: TtsModel): Promise<Lease> {
    const known = this.#loaded.get(model.id);
    if (known === undefined) await this.#makeRoom();
    const loaded = known ?? {
      synthesiser: await this.#loading(model.id, () => model.load()),
      useCount: 0,
      isLeaving: false,
    };
    this.#loaded.delete(model.id);
    this.#loaded.set(model.id, loaded);
    loaded.useCount += 1;
    return {
      synthesiser: loaded.synthesiser,
      release: async () => {
        loaded.useCount -= 1;
        if (loaded.isLeaving && loaded.useCount === 0) await loaded.synthesiser.close();
      },
    };
  }

  /** No model is in use any more. */
  async close(): Promise<void> {
    const steps = [...this.#loaded].map(([name, { synthesiser }]) => ({
      name,
      run: () => synthesiser.close(),
    }));
    this.#loaded.clear();
    await settleSeries(steps);
  }

  /**
   * Before the load, so that there are no more in memory than allowed, those in the middle of a sentence apart: they
   * leave at its end.
   */
  async #makeRoom(): Promise<void> {
    for (const [id, loaded] of this.#loaded) {
      if (this.#loaded.size < this.#maxCount) return;
      this.#loaded.delete(id);
      loaded.isLeaving = true;
      if (loaded.useCount === 0) await loaded.synthesiser.close();
    }
  }
}
