/** What stands in the demo home: floors, rooms and devices, as data. */
import type { DemoArea, DemoFloor, DemoHouse } from './demo-entity.ts';
import { firstFloor } from './house/first-floor.ts';
import { groundFloor } from './house/ground-floor.ts';
import { outside } from './house/outside.ts';
import { wholeHome } from './house/whole-home.ts';

const floors: readonly DemoFloor[] = [
  { id: 'ground_floor', name: 'Ground Floor', level: 0, aliases: ['downstairs'] },
  { id: 'first_floor', name: 'First Floor', level: 1, aliases: ['upstairs'] },
];

const areas: readonly DemoArea[] = [
  { id: 'kitchen', name: 'Kitchen', floor: 'ground_floor' },
  { id: 'living_room', name: 'Living Room', floor: 'ground_floor', aliases: ['lounge'] },
  { id: 'hallway', name: 'Hallway', floor: 'ground_floor', aliases: ['entrance'] },
  { id: 'office', name: 'Office', floor: 'ground_floor', aliases: ['study'] },
  { id: 'garage', name: 'Garage', floor: 'ground_floor' },
  { id: 'bedroom', name: 'Bedroom', floor: 'first_floor' },
  { id: 'kids_room', name: 'Kids Room', floor: 'first_floor', aliases: ['nursery'] },
  { id: 'bathroom', name: 'Bathroom', floor: 'first_floor' },
  { id: 'garden', name: 'Garden', floor: null, aliases: ['outside', 'yard'] },
];

export const demoHouse: DemoHouse = {
  floors,
  areas,
  entities: [...groundFloor, ...firstFloor, ...outside, ...wholeHome],
};

/** Every name a person may say in the demo home. */
export const demoNames: readonly string[] = [
  ...floors.flatMap((floor) => [floor.name, ...(floor.aliases ?? [])]),
  ...areas.flatMap((area) => [area.name, ...(area.aliases ?? [])]),
  ...demoHouse.entities
    .filter((entity) => !entity.hidden)
    .flatMap((entity) => [entity.name, ...(entity.aliases ?? [])]),
];
