/** Keeps the newest model from registries and state events, and tells who watches. No I/O. */
import { buildModel, withState } from './build-model.ts';
import type { Registries } from './build-model.ts';
import { applyStatesEvent } from './compressed-states.ts';
import type { StatesEvent } from './compressed-states.ts';
import type { EntityState, HomeModel } from './home-model.ts';

const noRegistries: Registries = {
  language: null,
  floors: [],
  areas: [],
  devices: [],
  listed: [],
  entries: new Map(),
  exposed: new Set(),
};

/** Attributes a model's entity is made of; other attributes change without a rebuild. */
const shapingAttributes = [
  'supported_features',
  'supported_color_modes',
  'device_class',
  'friendly_name',
] as const;

/** Above this many states in one event (a first connection) a rebuild is cheaper than single patches. */
const patchLimit = 100;

export class ModelKeeper {
  #registries = noRegistries;
  readonly #states = new Map<string, EntityState>();
  #model = buildModel(noRegistries, new Map(), { version: 0, registryVersion: 0 });
  readonly #listeners = new Set<(model: HomeModel) => void>();

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
    const shapes = new Map(Object.keys(event.c ?? {}).map((id) => [id, shapeOf(this.#states.get(id))]));
    const touched = applyStatesEvent(this.#states, event).filter((id) => this.#registries.exposed.has(id));
    if (touched.length === 0) return;
    const isReshaped = touched.some(
      (id) => !this.#model.entities.has(id) || changedShape(shapes, id, this.#states),
    );
    if (isReshaped || touched.length > patchLimit) this.#rebuild();
    else
      this.#publish(touched.reduce((model, id) => withState(model, id, this.#states.get(id)), this.#model));
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
    this.#model = model;
    for (const listener of this.#listeners) listener(model);
  }
}

function changedShape(
  before: ReadonlyMap<string, string>,
  entityId: string,
  states: ReadonlyMap<string, EntityState>,
): boolean {
  const old = before.get(entityId);
  return old !== undefined && old !== shapeOf(states.get(entityId));
}

function shapeOf(state: EntityState | undefined): string {
  return JSON.stringify(shapingAttributes.map((name) => state?.attributes[name]));
}
