/** The demo home's state: entities, their registry facts, and devices that take their time. */
import type { EntityState } from '../model/home-model.ts';
import type { DemoEntity, DemoHouse } from './demo-entity.ts';
import type { DemoState, DeviceCommand, Step } from './devices/device.ts';
import { reactionOf } from './devices.ts';
import { History } from './history.ts';
import { demoHouse } from './house.ts';
import { itemsAtStart, type ListItem, openCount } from './list-items.ts';
import { seededRandom } from './random.ts';

export type DemoOptions = {
  /** Same seed, same delays and losses. */
  readonly seed: number;
  /** Share of commands a device loses without a word, 0 to 1. */
  readonly loss: number;
  /** 1: devices take as long as real ones; 0: they answer at once. */
  readonly pace: number;
  readonly house?: DemoHouse;
  /** False: the client's user is no administrator. */
  readonly isAdmin?: boolean;
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

/** A lamp at the edge of its radio's reach. */
const lateMs = 2_000;

/** What a device is when it gave up on the way; a cover or a valve is open in part. */
const gaveUp: Readonly<Record<string, string>> = {
  lock: 'jammed',
  vacuum: 'error',
  lawn_mower: 'error',
  alarm_control_panel: 'disarmed',
};

/** What moves comes to rest on the way; the others have no way to go. */
function stoppedHalfway(entityId: string, steps: readonly Step[]): readonly Step[] {
  const moving = steps.slice(0, -1);
  const last = moving.at(Math.floor(moving.length / 2));
  if (last === undefined) return steps;
  const rest = { ...last.next, state: gaveUp[entityId.slice(0, entityId.indexOf('.'))] ?? 'open' };
  const until = moving.slice(0, Math.max(1, Math.floor(moving.length / 2)));
  return [...until, { afterMs: last.afterMs + restMs, next: rest }];
}

/** How long a motor strains before it gives up. */
const restMs = 500;

export class World {
  readonly house: DemoHouse;
  readonly states = new Map<string, EntityState>();
  readonly history = new History();
  readonly #items = new Map<string, readonly ListItem[]>();
  readonly #edits = new Map<string, RegistryEdit>();
  readonly #options: DemoOptions;
  readonly #random: () => number;
  readonly #timers = new Map<string, Set<NodeJS.Timeout>>();
  readonly #listeners = new Set<(event: WorldEvent) => void>();

  constructor(options: DemoOptions) {
    this.#options = options;
    this.#random = seededRandom(options.seed);
    this.house = options.house ?? demoHouse;
    for (const entity of this.house.entities) {
      const { id, name, state } = entity;
      const attributes = { ...entity.attributes, friendly_name: name };
      if (entity.items) this.#items.set(id, itemsAtStart(entity));
      const first = {
        state: entity.items ? String(entity.items.length) : state,
        attributes,
        lastChangedMs: Date.now(),
      };
      this.states.set(id, first);
      this.history.note(id, first);
    }
  }

  get isAdmin(): boolean {
    return this.#options.isAdmin ?? true;
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
    // Home Assistant keeps the exposure of what its registry does not know elsewhere, and tells nobody.
    const isRegistered = this.house.entities.some(({ id, unregistered }) => id === entityId && !unregistered);
    if (isRegistered) this.#tell({ kind: 'registry', entityId });
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
    const domain = entityId.slice(0, entityId.indexOf('.'));
    const steps = reactionOf(domain, current, command, this.#random);
    if (isLost) return;
    this.#cancel(entityId);
    for (const step of this.#withFault(entityId, steps)) this.#schedule(entityId, step);
  }

  /** Reports a state after a while, as a device on its own would. */
  reportLater(entityId: string, afterMs: number, next: DemoState): void {
    this.#schedule(entityId, { afterMs, next });
  }

  itemsOf(listId: string): readonly ListItem[] {
    return this.#items.get(listId) ?? [];
  }

  useItems(listId: string, items: readonly ListItem[]): void {
    this.#items.set(listId, items);
    const attributes = this.states.get(listId)?.attributes ?? {};
    this.report(listId, { state: String(openCount(items)), attributes });
  }

  /** Sets a state as the device itself would report it. */
  report(entityId: string, next: DemoState): void {
    const before = this.states.get(entityId);
    if (before === undefined) return;
    const lastChangedMs = before.state === next.state ? before.lastChangedMs : Date.now();
    const after = { ...next, lastChangedMs };
    this.states.set(entityId, after);
    this.history.note(entityId, after);
    this.#tell({ kind: 'state', entityId, before, after });
  }

  close(): void {
    for (const entityId of this.#timers.keys()) this.#cancel(entityId);
    this.#listeners.clear();
  }

  /** What a misfit makes of its reaction. */
  #withFault(entityId: string, steps: readonly Step[]): readonly Step[] {
    const fault = this.house.entities.find(({ id }) => id === entityId)?.fault;
    if (fault === 'silent' || fault === 'refuses') return [];
    if (fault === 'slow') return steps.map((step) => ({ ...step, afterMs: step.afterMs + lateMs }));
    return fault === 'stops' ? stoppedHalfway(entityId, steps) : steps;
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
