/** Keeps the newest model from registries and state events, and tells who watches. No I/O. */
import { buildModel, withAllStates, withState } from './build-model.ts';
import type { Registries } from './build-model.ts';
import { applyStatesEvent } from './compressed-states.ts';
import type { StatesEvent } from './compressed-states.ts';
import type { EntityState, HomeModel } from './home-model.ts';

const noRegistries: Registries = {
  language: null,
  timeZone: null,
  temperatureUnit: 'C',
  floors: [],
  areas: [],
  labels: [],
  devices: [],
  listed: [],
  entries: new Map(),
  exposed: new Set(),
  isExposureComplete: true,
};

/** Attributes a model's entity is made of; other attributes change without a rebuild. */
const shapingAttributes = [
  'supported_features',
  'supported_color_modes',
  'device_class',
  'friendly_name',
] as const;

/** Above this many states in one event (a new connection) one new table is cheaper than single patches. */
const patchLimit = 100;

/** Runs work later, once for many requests in a row. */
export type Postpone = (work: () => void) => void;

export class ModelKeeper {
  #registries = noRegistries;
  readonly #states = new Map<string, EntityState>();
  #model = buildModel(noRegistries, new Map(), { version: 0, registryVersion: 0 });
  readonly #listeners = new Set<(model: HomeModel) => void>();
  readonly #postpone: Postpone;

  /**
   * States show at once. A rebuild because an entity came, went or changed its abilities is postponed: a starting
   * core reports thousands of them one by one.
   */
  constructor(postpone: Postpone = (work) => work()) {
    this.#postpone = postpone;
  }

  get model(): HomeModel {
    return this.#model;
  }

  /** Forgets all states: the next event comes from a new connection and names every entity. */
  forgetStates(): void {
    this.#states.clear();
  }

  useRegistries(registries: Registries): void {
    this.#registries = registries;
    this.#rebuild();
  }

  applyStates(event: StatesEvent): void {
    const named = [...Object.keys(event.c ?? {}), ...Object.keys(event.a ?? {}), ...(event.r ?? [])];
    const shapes = new Map(named.map((id) => [id, shapeOf(this.#states.get(id))]));
    const touched = applyStatesEvent(this.#states, event).filter((id) => this.#registries.exposed.has(id));
    if (touched.length === 0) return;
    if (touched.length > patchLimit) this.#publish(withAllStates(this.#model, this.#states));
    else
      this.#publish(touched.reduce((model, id) => withState(model, id, this.#states.get(id)), this.#model));
    if (touched.some((id) => shapes.get(id) !== shapeOf(this.#states.get(id))))
      this.#postpone(() => this.#rebuild());
  }

  /** Calls the listener with every new version; returns how to stop that. */
  watch(listener: (model: HomeModel) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #rebuild(): void {
    const { version, registryVersion } = this.#model;
    const versions = { version: version + 1, registryVersion: registryVersion + 1 };
    this.#publish(buildModel(this.#registries, this.#states, versions));
  }

  #publish(model: HomeModel): void {
    if (model === this.#model) return;
    this.#model = model;
    for (const listener of this.#listeners) listener(model);
  }
}

/** Equal for states that make the same entity; an entity without a state is another one. */
function shapeOf(state: EntityState | undefined): string | undefined {
  return state && JSON.stringify(shapingAttributes.map((name) => state?.attributes[name]));
}
