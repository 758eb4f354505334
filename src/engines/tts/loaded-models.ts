/** Keeps the models used last in memory. */
import { settleSeries } from '../../core/lifecycle.ts';
import type { Synthesiser, TtsModel } from './tts-model.ts';

/** Runs the load of one model. */
export type LoadModel = (modelId: string, load: () => Promise<Synthesiser>) => Promise<Synthesiser>;

export class LoadedModels {
  readonly #maxCount: number;
  readonly #loading: LoadModel;
  /** Least recently used first. */
  readonly #loaded = new Map<string, Synthesiser>();

  constructor(options: { readonly maxCount: number; readonly loading: LoadModel }) {
    this.#maxCount = options.maxCount;
    this.#loading = options.loading;
  }

  /** The loaded model. Callers take turns, so a model that has to leave is not in use. */
  async use(model: TtsModel): Promise<Synthesiser> {
    const known = this.#loaded.get(model.id);
    if (known === undefined) await this.#makeRoom();
    const synthesiser = known ?? (await this.#loading(model.id, () => model.load()));
    this.#loaded.delete(model.id);
    this.#loaded.set(model.id, synthesiser);
    return synthesiser;
  }

  async close(): Promise<void> {
    const steps = [...this.#loaded].map(([name, model]) => ({ name, run: () => model.close() }));
    this.#loaded.clear();
    await settleSeries(steps);
  }

  /** Before the load, so that there are never more in memory than allowed. */
  async #makeRoom(): Promise<void> {
    for (const [id, synthesiser] of this.#loaded) {
      if (this.#loaded.size < this.#maxCount) return;
      this.#loaded.delete(id);
      await synthesiser.close();
    }
  }
}
