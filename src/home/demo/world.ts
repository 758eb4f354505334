/** The demo home's state: entities, their registry facts, and devices that take their time. */
import type { EntityState } from '../model/home-model.ts';
import { reactionOf } from './devices.ts';
import type { DeviceCommand, Step } from './devices.ts';
import { demoAreas, demoEntities, demoFloors } from './house.ts';
import type { DemoArea, DemoEntity, DemoFloor } from './house.ts';
import { seededRandom } from './random.ts';

export type DemoHouse = {
  readonly floors: readonly DemoFloor[];
  readonly areas: readonly DemoArea[];
  readonly entities: readonly DemoEntity[];
};

export const demoHouse: DemoHouse = { floors: demoFloors, areas: demoAreas, entities: demoEntities };

export type DemoOptions = {
  /** Same seed, same delays and losses. */
  readonly seed: number;
  /** Share of commands a device loses without a word, 0 to 1. */
  readonly loss: number;
  /** 1: devices take as long as real ones; 0: they answer at once. */
  readonly pace: number;
  readonly house?: DemoHouse;
};

/** What a person changed about an entity; undefined fields stay as the house has them. */
export type RegistryEdit = {
  readonly name?: string | null;
  readonly aliases?: readonly (string | null)[];
  readonly areaId?: string | null;
  readonly exposed?: boolean;
};

export type WorldEvent =
  | {
      readonly kind: 'state';
      readonly entityId: string;
      readonly before: EntityState;
      readonly after: EntityState;
    }
  | { readonly kind: 'registry'; readonly entityId: string };

export class World {
  readonly house: DemoHouse;
  readonly states = new Map<string, EntityState>();
  readonly #edits = new Map<string, RegistryEdit>();
  readonly #options: DemoOptions;
  readonly #random: () => number;
  readonly #timers = new Map<string, Set<NodeJS.Timeout>>();
  readonly #listeners = new Set<(event: WorldEvent) => void>();

  constructor(options: DemoOptions) {
    this.#options = options;
    this.#random = seededRandom(options.seed);
    this.house = options.house ?? demoHouse;
    for (const { id, name, state, attributes } of this.house.entities) {
      this.states.set(id, {
        state,
        attributes: { ...attributes, friendly_name: name },
        lastChangedMs: Date.now(),
      });
    }
  }

  watch(listener: (event: WorldEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  editOf(entityId: string): RegistryEdit {
    return this.#edits.get(entityId) ?? {};
  }

  edit(entityId: string, change: RegistryEdit): void {
    this.#edits.set(entityId, { ...this.editOf(entityId), ...change });
    this.#tell({ kind: 'registry', entityId });
  }

  isExposed(entity: DemoEntity): boolean {
    return this.editOf(entity.id).exposed ?? entity.hidden !== true;
  }

  areaOf(entity: DemoEntity): string | null {
    const { areaId } = this.editOf(entity.id);
    return areaId === undefined ? entity.area : areaId;
  }

  /** Sends a command to one device; its state changes follow in their own time, or never when it is lost. */
  command(entityId: string, command: DeviceCommand): void {
    const current = this.states.get(entityId);
    if (current === undefined || current.state === 'unavailable') return;
    const isLost = this.#random() < this.#options.loss;
    const steps = reactionOf(entityId.slice(0, entityId.indexOf('.')), current, command, this.#random);
    if (isLost) return;
    this.#cancel(entityId);
    for (const step of steps) this.#schedule(entityId, step);
  }

  /** Sets a state as the device itself would report it. */
  report(entityId: string, next: Pick<EntityState, 'state' | 'attributes'>): void {
    const before = this.states.get(entityId);
    if (before === undefined) return;
    const lastChangedMs = before.state === next.state ? before.lastChangedMs : Date.now();
    const after = { ...next, lastChangedMs };
    this.states.set(entityId, after);
    this.#tell({ kind: 'state', entityId, before, after });
  }

  close(): void {
    for (const entityId of this.#timers.keys()) this.#cancel(entityId);
    this.#listeners.clear();
  }

  #schedule(entityId: string, { afterMs, next }: Step): void {
    const timers = this.#timers.get(entityId) ?? new Set();
    const timer = setTimeout(() => {
      timers.delete(timer);
      this.report(entityId, next);
    }, afterMs * this.#options.pace);
    this.#timers.set(entityId, timers.add(timer));
  }

  /** A new command ends what the device was doing. */
  #cancel(entityId: string): void {
    for (const timer of this.#timers.get(entityId) ?? []) clearTimeout(timer);
    this.#timers.delete(entityId);
  }

  #tell(event: WorldEvent): void {
    for (const listener of this.#listeners) listener(event);
  }
}
