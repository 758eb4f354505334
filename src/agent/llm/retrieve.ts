/** The part of a home that a sentence may be about, in few characters. Pure; a millisecond or two for a large home. */
import { type Entity, type HomeModel, stateOf } from '../../home/model/home-model.ts';
import { entityLine, oneLine } from './entity-line.ts';
import { homeNames } from './home-names.ts';
import { summariseRest } from './home-summary.ts';
import { type Ranked, rankEntities, type RankOptions } from './rank-entities.ts';
import { wordsOfSentence } from './sentence-words.ts';

export type Retrieval = {
  /** Devices by room with their states, and a summary of the rest. */
  readonly text: string;
  readonly entities: readonly Entity[];
};

export type Asked = RankOptions & {
  readonly text: string;
  /** Other readings of the same sound. */
  readonly alternatives?: readonly string[];
  /** What was said before in this talk, oldest first. */
  readonly earlier?: readonly string[];
};

/** From here on a device is likely to be meant; what is less likely fills less room. */
const likelyScore = 2.5;
const unlikelyShare = 0.4;
/** Below it a device has hardly anything to do with the sentence. */
const leastScore = 0.6;
/** Kept for the rest of the home. */
const summaryShare = 0.2;
/** No line of a device is shorter. */
const shortestLine = 12;
/** Of a name of a room. */
const placeChars = 60;

/** `maxChars` bounds the whole text. */
export function retrieve(asked: Asked, { maxChars }: { readonly maxChars: number }): Retrieval {
  const { model } = asked;
  const words = wordsOfSentence(asked.text, asked);
  const ranked = rankEntities(words, asked).filter(({ score }) => score >= leastScore);
  const summaryChars = Math.floor(maxChars * summaryShare);
  const page = new Page(asked, words.plain, maxChars - summaryChars - 1);
  const unlikelyChars = Math.floor(maxChars * unlikelyShare);
  // A home that fits is told as a whole.
  const mayFit = model.entities.size * shortestLine <= unlikelyChars;
  if (!mayFit || !wholeHome(ranked, model).every(({ entity }) => page.add(entity, unlikelyChars))) {
    page.clear();
    for (const { entity, score } of ranked)
      page.add(entity, score >= likelyScore ? Number.POSITIVE_INFINITY : unlikelyChars);
  }
  const summary = summariseRest(model, page.entities, { maxChars: summaryChars });
  return {
    text: [page.text(), summary].filter((part) => part !== '').join('\n'),
    entities: [...page.entities],
  };
}

function wholeHome(ranked: readonly Ranked[], model: HomeModel): readonly Ranked[] {
  const known = new Set(ranked.map(({ entity }) => entity));
  const others = [...model.entities.values()].filter((entity) => !known.has(entity));
  return [...ranked, ...others.map((entity) => ({ entity, score: 0 }))];
}

/** Lines by room, as many as fit. */
class Page {
  readonly #asked: Asked;
  readonly #plain: ReadonlySet<string>;
  readonly #maxChars: number;
  #rooms = new Map<string | null, string[]>();
  #chars = 0;
  entities = new Set<Entity>();

  constructor(asked: Asked, plain: ReadonlySet<string>, maxChars: number) {
    this.#asked = asked;
    this.#plain = plain;
    this.#maxChars = maxChars;
  }

  clear(): void {
    this.#rooms = new Map();
    this.#chars = 0;
    this.entities = new Set();
  }

  /** False when it does not fit, into `limitChars` or the page. */
  add(entity: Entity, limitChars: number): boolean {
    const { model } = this.#asked;
    const most = Math.min(limitChars, this.#maxChars);
    if (this.#chars + shortestLine > most) return false;
    const { others, shared } = homeNames(model);
    const spoken = (others.get(entity) ?? []).flatMap(({ name, words }) =>
      words.some((word) => this.#plain.has(word)) ? [name] : [],
    );
    const isShared = shared.has(entity);
    const line = entityLine(entity, stateOf(model, entity.entityId), { spoken, isShared });
    const room = this.#rooms.get(entity.areaId);
    const heading = room ? 0 : this.#heading(entity.areaId).length + 1;
    const chars = this.#chars + heading + line.length + 1;
    if (chars > most) return false;
    if (room) room.push(line);
    else this.#rooms.set(entity.areaId, [line]);
    this.#chars = chars;
    this.entities.add(entity);
    return true;
  }

  text(): string {
    return [...this.#rooms].flatMap(([areaId, lines]) => [this.#heading(areaId), ...lines]).join('\n');
  }

  #heading(areaId: string | null): string {
    const { model, areaId: hereId } = this.#asked;
    const place = placeWords(areaId, model);
    return areaId !== null && areaId === hereId ? `${place}, where the person is:` : `${place}:`;
  }
}

/** "Kitchen (Ground floor)". */
export function placeWords(areaId: string | null, model: HomeModel): string {
  const area = areaId === null ? undefined : model.areas.get(areaId);
  if (area === undefined) return 'In no room';
  const floor = area.floorId === null ? undefined : model.floors.get(area.floorId);
  const name = oneLine(area.name, placeChars);
  return floor ? `${name} (${oneLine(floor.name, placeChars)})` : name;
}
