/** Homes whose devices bear names of every sort people give: rooms and things, people, inventions. Seeded. */
import { nameKey } from '../../agent/understand/name-index.ts';
import type { DemoArea, DemoEntity, DemoHouse } from '../../home/demo/demo-entity.ts';
import { seededRandom } from '../../home/demo/random.ts';

const words = (list: string): readonly string[] => list.split(', ');

const rooms = words(
  'Kitchen, Bedroom, Pantry, Attic, Cellar, Sunroom, Library, Playroom, Workshop, Den, Loft, Conservatory, Laundry Room, Landing, Dining Room, Guest Room, Porch, Greenhouse, Studio, Utility Room, Veranda, Boathouse, Cloakroom, Snug',
);
const people = words(
  'Nora, Felix, Ingrid, Tobias, Clara, Hugo, Matilda, Jasper, Leonie, Oscar, Priya, Malik, Yuki, Sven, Beatrix, Dmitri, Aisha, Theo, Greta, Rafael, Grandma, Uncle Joe, Mister Whiskers',
);
const characters = words(
  'Silver, Lazy, Golden, Tiny, Velvet, Crooked, Mighty, Sleepy, Crimson, Hollow, Happy, Frosty, Lucky, Rusty',
);
const creatures = words(
  'Owl, Kraken, Dragon, Firefly, Lighthouse, Comet, Badger, Walrus, Phoenix, Lantern, Pebble, Cactus, Robin, Wizard',
);

type Kind = {
  readonly domain: string;
  readonly things: readonly string[];
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly state: string;
  /** With `*` for the name; each asks for one device. */
  readonly sentences: readonly string[];
};

const switching = ['turn on the *', 'turn off the *', 'is the * on', 'switch the * off'] as const;

const kinds: readonly Kind[] = [
  {
    domain: 'light',
    things: words(
      'Lamp, Floor Lamp, Reading Lamp, Ceiling Light, Spotlights, Light Strip, Chandelier, Pendant, Wall Light, Fairy Lights, Night Light',
    ),
    attributes: { supported_color_modes: ['brightness'] },
    state: 'off',
    sentences: [...switching, 'set the * to 30 percent', 'dim the *'],
  },
  {
    domain: 'switch',
    things: words('Heater, Kettle, Radio, Aquarium, Charger, Pump, Toaster, Projector, Socket, Subwoofer'),
    attributes: {},
    state: 'off',
    sentences: switching,
  },
  {
    domain: 'cover',
    things: words('Blinds, Shutters, Curtains, Awning, Skylight, Roller Shade'),
    attributes: { supported_features: 15, current_position: 0 },
    state: 'closed',
    sentences: ['open the *', 'close the *', 'is the * closed'],
  },
  {
    domain: 'lock',
    things: words('Door, Cabinet, Hatch, Safe'),
    attributes: {},
    state: 'unlocked',
    sentences: ['lock the *', 'is the * locked'],
  },
  {
    domain: 'fan',
    things: words('Fan, Ceiling Fan, Extractor, Ventilator'),
    attributes: { supported_features: 49 },
    state: 'off',
    sentences: switching,
  },
];

/** More lights than anything else, as in any home. */
const kindShares = [0, 0, 0, 0, 1, 1, 1, 2, 3, 4] as const;

export type NamedSentence = {
  readonly text: string;
  readonly name: string;
  readonly entityId: string;
};

export type NamesHome = { readonly house: DemoHouse; readonly sentences: readonly NamedSentence[] };

/** One sentence per device; no two devices share a name. */
export function namesHome(size: number, seed: number): NamesHome {
  const random = seededRandom(seed);
  const pick = <T>(list: readonly T[], otherwise: T): T =>
    list[Math.floor(random() * list.length)] ?? otherwise;
  const areas: readonly DemoArea[] = rooms
    .slice(0, size < rooms.length * 4 ? 10 : rooms.length)
    .map((name) => ({ id: name.toLowerCase().replaceAll(' ', '_'), name, floor: null }));
  const [firstKind] = kinds;
  const [firstArea] = areas;
  const entities = new Map<string, DemoEntity>();
  const sentences: NamedSentence[] = [];
  if (!firstKind || !firstArea) return { house: { floors: [], areas, entities: [] }, sentences };
  while (entities.size < size) {
    const kind = kinds[pick(kindShares, 0)] ?? firstKind;
    const area = pick(areas, firstArea);
    const thing = pick(kind.things, 'Lamp');
    const sort = random();
    const invented = `${pick(characters, 'Silver')} ${pick(creatures, 'Owl')}`;
    const owned = `${pick(people, 'Nora')}'s ${thing}`;
    const name = sort < 0.55 ? `${area.name} ${thing}` : sort < 0.8 ? owned : invented;
    const sentence = pick(kind.sentences, 'turn on the *');
    if (entities.has(nameKey(name))) continue;
    const id = `${kind.domain}.device_${entities.size}`;
    const { state, attributes } = kind;
    entities.set(nameKey(name), { id, name, area: area.id, state, attributes });
    // Nobody says "the Nora's lamp".
    const text = name === owned ? sentence.replace('the *', '*') : sentence;
    sentences.push({ text: text.replace('*', name), name, entityId: id });
  }
  return { house: { floors: [], areas, entities: [...entities.values()] }, sentences };
}
