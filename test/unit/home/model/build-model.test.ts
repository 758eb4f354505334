import { describe, expect, it } from 'vitest';
import { buildModel } from '../../../../src/home/model/build-model.ts';
import type { EntityState } from '../../../../src/home/model/home-model.ts';
import { deviceList, entityEntries, entityList } from '../../../../src/home/model/registry-messages.ts';
import { speechNames } from '../../../../src/home/model/speech-names.ts';
import { demoModel } from '../../../support/home/demo-model.ts';

const state = (value: string, attributes: Record<string, unknown> = {}): EntityState => ({
  state: value,
  attributes,
  lastChangedMs: 0,
});
const devices = deviceList.parse([
  { id: 'strip', name: 'Power Strip', area_id: 'office' },
  { id: 'outlet', name: 'Outlet', parent_device_id: 'strip' },
  { id: 'panel', name: 'Panel', area_id: 'hall' },
]);
const listed = entityList.parse([
  { entity_id: 'assist_satellite.panel', device_id: 'panel' },
  { entity_id: 'assist_satellite.lost' },
]);
const entries = Object.entries(
  entityEntries.parse({
    'switch.outlet': { entity_id: 'switch.outlet', device_id: 'outlet' },
    'light.own': {
      entity_id: 'light.own',
      original_name: 'Spot',
      area_id: 'attic',
      device_id: 'panel',
      capabilities: { supported_color_modes: ['brightness'] },
    },
  }),
).flatMap(([id, entry]) => (entry ? [[id, entry] as const] : []));

const model = buildModel(
  {
    language: 'en',
    timeZone: 'UTC',
    temperatureUnit: 'C',
    floors: [],
    areas: [],
    labels: [{ label_id: 'night', name: 'Night Lights' }],
    devices,
    listed,
    entries: new Map(entries),
    exposed: new Set(['switch.outlet', 'light.own', 'sensor.yaml', 'light.gone']),
    isExposureComplete: true,
  },
  new Map([
    ['switch.outlet', state('on')],
    ['light.own', state('unavailable')],
    ['sensor.yaml', state('5', { friendly_name: 'Rain Today', device_class: 'precipitation' })],
    ['light.secret', state('on')],
  ]),
  { version: 3, registryVersion: 2 },
);

describe('buildModel', () => {
  it('knows labels by their names', () => {
    expect(model.labels.get('night')).toEqual({ labelId: 'night', name: 'Night Lights' });
  });

  it('holds exposed entities that exist, and no others', () => {
    expect([...model.entities.keys()]).toEqual(['light.own', 'sensor.yaml', 'switch.outlet']);
  });

  it('puts a child device where its parent stands, and an entity where its own area is', () => {
    expect(model.entities.get('switch.outlet')).toMatchObject({
      name: 'Power Strip Outlet',
      areaId: 'office',
    });
    expect(model.entities.get('light.own')).toMatchObject({ name: 'Spot', areaId: 'attic' });
  });

  it('names an entity outside the registry by its friendly name', () => {
    expect(model.entities.get('sensor.yaml')).toMatchObject({
      names: ['Rain Today'],
      deviceClass: 'precipitation',
    });
  });

  it('knows what a light can do while it is away', () => {
    expect(model.entities.get('light.own')?.capabilities.brightness).toBe(true);
  });

  it('knows the rooms of satellites that have one', () => {
    expect([...model.satelliteAreas]).toEqual([['assist_satellite.panel', 'hall']]);
  });
});

describe('speechNames', () => {
  it('lists rooms, floors and devices with their aliases once, without hidden ones', () => {
    const { names } = speechNames(demoModel());
    expect(names).toEqual(
      expect.arrayContaining(['Kitchen', 'lounge', 'First Floor', 'Sliding Door', 'reading lamp']),
    );
    expect(names).not.toContain('Server Rack');
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
  });
});
