/**
 * The registry messages of Home Assistant's WebSocket API, as far as they are used. Loose: a newer core may
 * add fields.
 */
import * as z from 'zod';

const text = z
  .string()
  .nullish()
  .transform((value) => value ?? null);
const textList = z.array(z.string()).default([]);
const record = z.record(z.string(), z.unknown());

export const floorList = z.array(
  z.looseObject({ floor_id: z.string(), name: z.string(), aliases: textList, level: z.number().nullish() }),
);

export const areaList = z.array(
  z.looseObject({ area_id: z.string(), name: z.string(), aliases: textList, floor_id: text }),
);

export const labelList = z.array(z.looseObject({ label_id: z.string(), name: z.string() }));

export const deviceList = z.array(
  z.looseObject({ id: z.string(), name: text, name_by_user: text, area_id: text, parent_device_id: text }),
);

const conversationOptions = z.looseObject({
  conversation: z.looseObject({ should_expose: z.boolean().nullish() }).optional(),
});

/** `config/entity_registry/list`: where exposure stands for tokens without administrator rights. */
export const entityList = z.array(
  z.looseObject({
    entity_id: z.string(),
    disabled_by: text,
    area_id: text,
    device_id: text,
    options: conversationOptions.default({}),
  }),
);

/** `config/entity_registry/get_entries`: the only command that carries aliases. `null` = the computed name. */
export const entityEntries = z.record(
  z.string(),
  z
    .looseObject({
      entity_id: z.string(),
      name: text,
      original_name: text,
      aliases: z.array(z.string().nullable()).default([null]),
      area_id: text,
      device_id: text,
      labels: textList,
      device_class: text,
      original_device_class: text,
      capabilities: record.nullish(),
    })
    .nullable(),
);

/** `homeassistant/expose_entity/list`: only entities exposed to something are in it. */
export const exposedList = z.looseObject({
  exposed_entities: z.record(z.string(), z.looseObject({ conversation: z.boolean().optional() })),
});

export const coreConfig = z.looseObject({
  language: text,
  time_zone: text,
  unit_system: z.looseObject({ temperature: text }).optional(),
});

export type FloorEntry = z.output<typeof floorList>[number];
export type AreaEntry = z.output<typeof areaList>[number];
export type LabelEntry = z.output<typeof labelList>[number];
export type DeviceEntry = z.output<typeof deviceList>[number];
export type EntityListEntry = z.output<typeof entityList>[number];
export type EntityEntry = NonNullable<z.output<typeof entityEntries>[string]>;
