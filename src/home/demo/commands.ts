/** The WebSocket commands the demo home answers, each with the shape Home Assistant demands. */
import * as z from 'zod';
import type { EntityState } from '../model/home-model.ts';
import { refuse } from './command-error.ts';
import type { DemoEntity } from './demo-entity.ts';
import { historyFields } from './history.ts';
import { areaRow, deviceRow, entityRow, extendedRow, floorRow, labelRow } from './registry-rows.ts';
import { demoServices } from './services.ts';
import type { DemoService } from './demo-service.ts';
import { expandTarget, ids, targetSchema } from './targets.ts';
import type { Target } from './targets.ts';
import type { World } from './world.ts';

type Command = {
  readonly fields: z.ZodType<Record<string, unknown>>;
  readonly run: (world: World, fields: Readonly<Record<string, unknown>>) => unknown;
};

/** Ties a command's fields to the function that reads them. */
function command<T extends Record<string, unknown>>(
  fields: z.ZodType<T>,
  run: (world: World, fields: T) => unknown,
): Command {
  return { fields, run: (world, values) => run(world, fields.parse(values)) };
}

const none = z.strictObject({});

export const demoCommands: Readonly<Record<string, Command>> = {
  get_config: command(none, () => ({
    version: demoVersion,
    location_name: 'Demo Home',
    language: 'en',
    country: null,
    time_zone: 'UTC',
    currency: 'EUR',
    unit_system: { temperature: '°C', length: 'km', mass: 'g', volume: 'L' },
    state: 'RUNNING',
    components: ['homeassistant', 'conversation'],
  })),
  get_states: command(none, (world) => [...world.states].map(([id, state]) => fullState(id, state))),
  get_services: command(none, ({ house }) => describeServices(house.entities)),
  'auth/current_user': command(none, ({ isAdmin }) => ({
    id: 'demo',
    name: 'Demo',
    is_owner: isAdmin,
    is_admin: isAdmin,
  })),
  'config/floor_registry/list': command(none, (world) => world.house.floors.map(floorRow)),
  'config/area_registry/list': command(none, (world) => world.house.areas.map(areaRow)),
  'config/label_registry/list': command(none, (world) => world.house.labels?.map(labelRow) ?? []),
  'config/device_registry/list': command(none, (world) => registered(world).map(deviceRow)),
  'config/entity_registry/list': command(none, (world) =>
    registered(world).map((entity) => entityRow(world, entity)),
  ),
  'config/entity_registry/get': command(z.strictObject({ entity_id: z.string() }), (world, { entity_id }) =>
    extendedRow(world, findEntry(world, entity_id)),
  ),
  'config/entity_registry/get_entries': command(
    z.strictObject({ entity_ids: ids }),
    (world, { entity_ids }) => {
      const byId = new Map(registered(world).map((entity) => [entity.id, entity]));
      const row = (id: string) => {
        const entity = byId.get(id);
        return entity ? extendedRow(world, entity) : null;
      };
      return Object.fromEntries(entity_ids.map((id) => [id, row(id)]));
    },
  ),
  'config/entity_registry/update': command(
    z.strictObject({
      entity_id: z.string(),
      name: z.string().nullable().optional(),
      area_id: z.string().nullable().optional(),
      aliases: z.array(z.string().nullable()).optional(),
    }),
    (world, { entity_id, name, area_id, aliases }) => {
      const entity = findEntry(world, entity_id);
      requireAdmin(world);
      world.edit(entity_id, {
        ...(name !== undefined && { name }),
        ...(area_id !== undefined && { areaId: area_id }),
        ...(aliases !== undefined && { aliases }),
      });
      return { entity_entry: extendedRow(world, entity) };
    },
  ),
  'homeassistant/expose_entity/list': command(none, (world) => {
    requireAdmin(world);
    const exposed = world.house.entities.filter((entity) => world.isExposed(entity));
    return { exposed_entities: Object.fromEntries(exposed.map(({ id }) => [id, { conversation: true }])) };
  }),
  'homeassistant/expose_entity': command(
    z.strictObject({
      assistants: z.array(z.string()),
      entity_ids: z.array(z.string()),
      should_expose: z.boolean(),
    }),
    (world, { assistants, entity_ids, should_expose }) => {
      requireAdmin(world);
      if (assistants.includes('conversation'))
        for (const id of entity_ids) world.edit(id, { exposed: should_expose });
      return { changed_entity_ids: entity_ids };
    },
  ),
  call_service: command(
    z.strictObject({
      domain: z.string(),
      service: z.string(),
      service_data: z.record(z.string(), z.unknown()).default({}),
      target: targetSchema.default({}),
      return_response: z.boolean().default(false),
    }),
    callService,
  ),
  'history/history_during_period': command(historyFields, ({ history }, fields) => history.during(fields)),
  'todo/item/list': command(z.strictObject({ entity_id: z.string() }), (world, { entity_id }) => ({
    items: world.itemsOf(findEntry(world, entity_id).id),
  })),
};

/** The release of Home Assistant whose behaviour is copied. */
export const demoVersion = '2026.11.0';

function callService(
  world: World,
  call: {
    readonly domain: string;
    readonly service: string;
    readonly service_data: Readonly<Record<string, unknown>>;
    readonly target: z.output<typeof targetSchema>;
    readonly return_response: boolean;
  },
): unknown {
  const name = `${call.domain}.${call.service}`;
  const service = demoServices[call.domain]?.[call.service];
  if (service === undefined) throw refuse('not_found', `Service ${name} not found.`);
  if ((service.answer !== undefined) !== call.return_response)
    throw refuse('service_validation_error', `${name} ${service.answer ? 'must' : 'can not'} return data`);
  const { entity_id, device_id, area_id, floor_id, ...data } = call.service_data;
  const inData = targetSchema.parse({ entity_id, device_id, area_id, floor_id });
  const parsed = service.fields.safeParse(data);
  if (!parsed.success) throw refuse('invalid_format', z.prettifyError(parsed.error));
  const target = { ...inData, ...call.target };
  const able = ableTargets(world, call.domain, target, service, name);
  const context = { id: `demo-${Date.now()}`, user_id: 'demo', parent_id: null };
  const { act, answer } = service;
  if (answer) {
    const answers = able.map((entity) => [entity.id, answer(world, entity, parsed.data)]);
    return { context, response: Object.fromEntries(answers) };
  }
  for (const entity of able.filter(({ fault }) => fault !== 'refuses')) {
    if (act) act(world, entity, parsed.data);
    else world.command(entity.id, { service: call.service, data: parsed.data });
  }
  const broken = able.find(({ fault }) => fault === 'refuses');
  if (broken) throw refuse('home_assistant_error', `${broken.name} did not answer`);
  return { context };
}

/** Entities below the target that have the feature: of a place the others are left out, a named one is refused. */
function ableTargets(
  world: World,
  domain: string,
  target: Target,
  { needs }: DemoService,
  name: string,
): readonly DemoEntity[] {
  const targets = expandTarget(world, domain, target);
  const isAble = ({ id }: DemoEntity) =>
    needs === undefined ||
    (Number(world.states.get(id)?.attributes['supported_features'] ?? 0) & needs) !== 0;
  const unable = targets.find((entity) => !isAble(entity) && target.entity_id?.includes(entity.id) === true);
  if (unable)
    throw refuse('service_validation_error', `Entity ${unable.id} does not support action ${name}.`);
  return targets.filter(isAble);
}

function registered(world: World): readonly DemoEntity[] {
  return world.house.entities.filter(({ unregistered }) => unregistered !== true);
}

function findEntry(world: World, entityId: string): DemoEntity {
  const entity = registered(world).find(({ id }) => id === entityId);
  if (entity === undefined) throw refuse('not_found', 'Entity not found');
  return entity;
}

function requireAdmin(world: World): void {
  if (!world.isAdmin) throw refuse('unauthorized', 'Unauthorized');
}

export function fullState(entityId: string, state: EntityState): Readonly<Record<string, unknown>> {
  const changed = new Date(state.lastChangedMs).toISOString();
  return {
    entity_id: entityId,
    state: state.state,
    attributes: state.attributes,
    last_changed: changed,
    last_updated: changed,
    context: { id: 'demo', user_id: null, parent_id: null },
  };
}

function describeServices(entities: readonly DemoEntity[]): unknown {
  const domains = Object.entries(demoServices).map(([domain, services]) => {
    const described = Object.keys(services).map((service) => [service, { fields: {}, target: {} }]);
    return [
      domain,
      Object.fromEntries([...described, ...(domain === 'script' ? scriptActions(entities) : [])]),
    ];
  });
  return Object.fromEntries(domains);
}

/** Each script is an action of its own name, with the fields it takes. */
function scriptActions(entities: readonly DemoEntity[]): readonly (readonly [string, unknown])[] {
  return entities
    .filter(({ id }) => id.startsWith('script.'))
    .map(({ id, name, fields = {} }) => [id.slice('script.'.length), { name, description: '', fields }]);
}
