/** Which devices the words of one request mean. Pure. */
import type { Entity, HomeModel } from '../../../home/model/home-model.ts';
import { deviceClasses } from '../../understand/device-classes.ts';
import { indexOf } from '../../understand/home-index.ts';
import { plain } from './clauses.ts';
import type { Lexicon } from './lexicon.ts';
import { isNamed, partNamed, nameSpans, placesIn, type SaidPlaces, tellingWords } from './said-names.ts';

export type Meaning = {
  readonly model: HomeModel;
  readonly lexicon: Lexicon;
  readonly language: string;
  /** Where the speaker is. */
  readonly areaId: string | null;
  /** Rooms that the talk was about before. */
  readonly spokenOf: ReadonlySet<string>;
};

/** How plainly a device is meant. */
export type Plainness =
  /** By its name, or its kind and place. */
  | 'said'
  /** By what is asked of it, or by a room alone. */
  | 'hinted'
  | null;

type Reach = { readonly text: string; readonly said: readonly string[]; readonly places: SaidPlaces };

/** Kinds that have no place: there is one for the house, or it goes where it is sent. */
const roaming: ReadonlySet<string> = new Set([
  ...['vacuum', 'lawn_mower', 'todo', 'scene', 'script', 'automation', 'alarm_control_panel', 'water_heater'],
  ...['button', 'input_button'],
]);
/** One of these serves rooms that have none of their own. */
const serving: ReadonlySet<string> = new Set(['climate', 'media_player', 'humidifier']);

/** The text names a device, or a kind of them: nothing else is meant then. */
export function isExplicit(text: string, { model, lexicon }: Meaning): boolean {
  const words = text.split(' ');
  return (
    nameSpans(words, model).length > 0 || classesIn(withoutNames(words, model), lexicon.nouns).length > 0
  );
}

export function meant(entity: Entity, text: string, meaning: Meaning): Plainness {
  const { model, lexicon, language } = meaning;
  if (text === '') return null;
  const said = text.split(' ');
  if (isNamed(entity, said, lexicon, language)) return 'said';
  const reach: Reach = { text, said, places: placesIn(said, model, lexicon, language) };
  const rest = withoutTellingNames(said, meaning);
  const classes = classesIn(rest, lexicon.nouns);
  const isOf = (name: string) =>
    isOfClass(entity, name) &&
    isReached(entity, reach, meaning, name) &&
    !isNamesake(entity, name, rest, reach, meaning);
  if (classes.some(isOf)) return 'said';
  const part = partNamed(entity, said, model, lexicon, language);
  if (part === 'own' && mayBeThere(entity, reach)) return 'said';
  if (part === 'shared' && isReached(entity, reach, meaning)) return 'said';
  if (lexicon.everything.test(rest) && isPartOfEverything(entity) && isReached(entity, reach, meaning))
    return 'said';
  if (isExplicit(text, meaning)) return null;
  const hinted = classesIn(rest, lexicon.hints);
  if (hinted.some((name) => isOfClass(entity, name) && isReached(entity, reach, meaning, name)))
    return 'hinted';
  const isRoomAlone = reach.places.isAny || lexicon.here.test(text);
  const isCommon = isPartOfEverything(entity) || entity.domain === 'climate' || entity.domain === 'cover';
  return isRoomAlone && hinted.length === 0 && isCommon && isReached(entity, reach, meaning)
    ? 'hinted'
    : null;
}

/** Rooms the text speaks of. */
export function roomsIn(
  text: string,
  { model, lexicon, language }: Omit<Meaning, 'spokenOf' | 'areaId'>,
): ReadonlySet<string> {
  return placesIn(text.split(' '), model, lexicon, language).areaIds;
}

/** In a room that was said, else in the speaker's, where it has such a device. */
export function isReached(
  entity: Entity,
  { text, places }: Omit<Reach, 'said'>,
  meaning: Meaning,
  className?: string,
): boolean {
  const { model, lexicon, areaId, spokenOf } = meaning;
  if (roaming.has(entity.domain) || entity.areaId === null) return true;
  const { byArea } = indexOf(model);
  const isSuch = (other: Entity) =>
    className === undefined ? other.domain === entity.domain : isOfClass(other, className);
  const hasSuch = (id: string) => byArea.get(id)?.some(isSuch) === true;
  if (places.isAny) {
    if (places.areaIds.has(entity.areaId)) return true;
    // "Everything off in the office" is said of what is there, and a room alone has no music.
    if (lexicon.everything.test(text) || (entity.domain === 'media_player' && className === undefined))
      return false;
    return serving.has(entity.domain) && ![...places.areaIds].some(hasSuch);
  }
  // "All the lights in here".
  if (areaId !== null && lexicon.here.test(text) && hasSuch(areaId)) return areaId === entity.areaId;
  if (entity.domain === 'climate' || lexicon.all.test(text) || lexicon.everything.test(text)) return true;
  if (areaId === entity.areaId || spokenOf.has(entity.areaId)) return true;
  return areaId === null || !hasSuch(areaId);
}

/**
 * "The lamp", where one of this kind and place is called a lamp and this is not: that one is meant. "Light" may be all
 * there are, and so may what is said of many.
 */
function isNamesake(
  entity: Entity,
  className: string,
  rest: string,
  reach: Reach,
  meaning: Meaning,
): boolean {
  const { model, lexicon, language } = meaning;
  const noun = lexicon.nouns[className];
  const words = rest.split(' ').filter((word) => noun?.exec(word)?.[0] === word);
  if (words.length === 0 || words.some((word) => generic.has(word)) || lexicon.all.test(reach.text))
    return false;
  const others = [...model.entities.values()].filter(
    (one) => isOfClass(one, className) && isReached(one, reach, meaning, className),
  );
  const bears = ({ names }: Entity, word: string) =>
    names.some((name) => plain(name, language).split(' ').includes(word));
  return words.every((word) => !bears(entity, word) && others.some((one) => bears(one, word)));
}

/** They are said of any light, whatever it is called. */
const generic: ReadonlySet<string> = new Set(
  'light lights lighting licht lichter beleuchtung lumière lumières luz luces iluminación verlichting lichten'.split(
    ' ',
  ),
);

/** "The kitchen light" may be all there are in the kitchen, also where one of them is called so. */
function withoutTellingNames(said: readonly string[], { model, lexicon, language }: Meaning): string {
  const { placeNames } = indexOf(model);
  return withoutNames(said, model, (name) =>
    tellingWords(name, lexicon, language).some((word) => placeNames.holding(word).length === 0),
  );
}

/** What people mean when they leave a room: what uses power, and no lock. */
function isPartOfEverything(entity: Entity): boolean {
  return isOfClass(entity, 'everything') || entity.domain === 'climate' || entity.domain === 'humidifier';
}

/** Half a name in another room than the one that was said means another device. */
function mayBeThere({ areaId }: Entity, { places }: Reach): boolean {
  return !places.isAny || areaId === null || places.areaIds.has(areaId);
}

function classesIn(text: string, patterns: Readonly<Record<string, RegExp>>): readonly string[] {
  return Object.keys(patterns).filter((name) => patterns[name]?.test(text) === true);
}

function isOfClass(entity: Entity, name: string): boolean {
  const kind = deviceClasses[name];
  return kind !== undefined && (kind.holds(entity) || kind.nearly?.(entity) === true);
}

/** "the desk lamp" says nothing of lamps. `isMasked`: of which names; all without it. */
export function withoutNames(
  said: readonly string[],
  model: HomeModel,
  isMasked: (name: string) => boolean = () => true,
): string {
  const spans = nameSpans(said, model).filter(({ start, end }) => isMasked(said.slice(start, end).join(' ')));
  return said.filter((_, at) => !spans.some(({ start, end }) => at >= start && at < end)).join(' ');
}
