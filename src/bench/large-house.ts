/** A house of any size, for measuring what size costs. */
import type { DemoArea, DemoEntity, DemoFloor, DemoHouse } from '../home/demo/demo-entity.ts';

const floorCount = 5;
const entitiesPerArea = 50;
const kinds = [
  { domain: 'light', word: 'Lamp', attributes: { supported_color_modes: ['brightness'] } },
  { domain: 'switch', word: 'Switch', attributes: {} },
  { domain: 'sensor', word: 'Sensor', attributes: { device_class: 'temperature' } },
  { domain: 'cover', word: 'Blind', attributes: { device_class: 'blind', supported_features: 15 } },
] as const;

export function largeHouse(entityCount: number): DemoHouse {
  const floors: DemoFloor[] = Array.from({ length: floorCount }, (_, level) => ({
    id: `floor_${level}`,
    name: `Floor ${level}`,
    level,
  }));
  const areas: DemoArea[] = Array.from({ length: Math.ceil(entityCount / entitiesPerArea) }, (_, index) => ({
    id: `room_${index}`,
    name: `Room ${index}`,
    floor: `floor_${index % floorCount}`,
  }));
  const entities: DemoEntity[] = Array.from({ length: entityCount }, (_, index) => {
    const { domain, word, attributes } = kinds[index % kinds.length] ?? kinds[0];
    const room = Math.floor(index / entitiesPerArea);
    return {
      id: `${domain}.${word.toLowerCase()}_${index}`,
      name: `Room ${room} ${word} ${index}`,
      area: `room_${room}`,
      state: 'off',
      attributes,
      aliases: [`${word} ${index}`],
    };
  });
  return { floors, areas, entities };
}
