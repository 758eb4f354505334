/** What was said of one target of a sentence: its name, kind, rooms, and what is taken out of it. */
import type { Capture } from './grammar/matcher.ts';

export type Target = {
  readonly name: string | null;
  /** A kind of `device-classes.ts`. */
  readonly className: string | null;
  /** The noun that was used for the kind: "lamp". */
  readonly noun: string | null;
  /** A word before the noun that tells no kind: "old". */
  readonly adjective: string | null;
  /** Rooms and floors as they were said; several mean all of them. */
  readonly places: readonly string[];
  /** A floor or room that the places are in: "the bedroom lights upstairs". */
  readonly within: string | null;
  /** "the porch light": the room stands before the noun, where it may as well be a part of a name. */
  readonly isPlaceFirst: boolean;
  readonly isHere: boolean;
  readonly isEverywhere: boolean;
  /** "all", "every". */
  readonly isAll: boolean;
  /** "it", "them". */
  readonly isIt: boolean;
  /** "them both". */
  readonly isBoth: boolean;
  /** "everything". */
  readonly isEverything: boolean;
  /** "the second one": its number, or `last`. */
  readonly ordinal: string | null;
  readonly except: readonly Target[];
};

export function readTarget({ inside }: Capture, words: readonly string[]): Target {
  const find = (...slots: readonly string[]) => inside.find(({ slot }) => slots.includes(slot));
  const kind = find('class', 'sensor_kind', 'person_kind', 'list');
  const described = find('@color');
  return {
    name: find('name')?.value ?? null,
    className: kind === undefined ? null : kind.slot === 'list' ? 'list' : kind.value,
    noun: kind ? words.slice(kind.start, kind.end).join(' ') || kind.value : null,
    adjective: described ? words.slice(described.start, described.end).join(' ') : null,
    places: inside.filter(({ slot }) => slot === 'place').map(({ value }) => value),
    isPlaceFirst:
      kind !== undefined && inside.some(({ slot, end }) => slot === 'place' && end === kind.start),
    within: find('within')?.value ?? null,
    isHere: find('here') !== undefined,
    isEverywhere: find('everywhere', 'everywhere_before') !== undefined,
    isAll: find('all', 'all_of_them') !== undefined,
    isIt: find('it') !== undefined,
    isBoth: find('it')?.value === 'both',
    isEverything: find('everything') !== undefined,
    ordinal: find('ordinal')?.value ?? null,
    except: inside.filter(({ slot }) => slot === 'target').map((capture) => readTarget(capture, words)),
  };
}

/** The targets of a clause, in the order they were said; a place said apart belongs to all of them. */
export function targetsOf(captures: readonly Capture[], words: readonly string[]): readonly Target[] {
  const all = saidTargets(captures, words);
  const devices = all.filter((target) => !isPlaceOnly(target));
  const [place] = all.filter(isPlaceOnly);
  if (place === undefined || devices.length === 0) return all;
  return devices.map((device) => (isPlaced(device) ? device : { ...device, ...whereOf(place) }));
}

/** As they were said, each with its own place. */
export function saidTargets(captures: readonly Capture[], words: readonly string[]): readonly Target[] {
  const targets = captures.filter(({ slot }) => slot === 'target');
  const except = targets.filter(isExcepted).map((capture) => readTarget(capture, words));
  const said = targets.filter((capture) => !isExcepted(capture)).map((capture) => readTarget(capture, words));
  return except.length === 0
    ? said
    : said.map((target) => ({ ...target, except: [...target.except, ...except] }));
}

/** "… off except the lamp": said after the whole. */
function isExcepted({ inside }: Capture): boolean {
  return inside.some(({ slot }) => slot === 'except_these');
}

/** A target of which nothing is said but the kind that a sentence implies. */
export const unsaidTarget: Target = {
  name: null,
  className: null,
  noun: null,
  adjective: null,
  places: [],
  within: null,
  isPlaceFirst: false,
  isHere: false,
  isEverywhere: false,
  isAll: false,
  isIt: false,
  isBoth: false,
  isEverything: false,
  ordinal: null,
  except: [],
};

/** Nothing is said but where: "the kitchen", "in here". */
export function isPlaceOnly(target: Target): boolean {
  const { name, className, isIt, isEverything, ordinal } = target;
  return (
    isPlaced(target) && name === null && className === null && !isIt && !isEverything && ordinal === null
  );
}

function isPlaced({ places, isHere, isEverywhere }: Target): boolean {
  return places.length > 0 || isHere || isEverywhere;
}

function whereOf({ places, isHere, isEverywhere }: Target) {
  return { places, isHere, isEverywhere };
}

/** Nothing was said of the devices, not even "it". */
export function isUnsaid(target: Target): boolean {
  const { name, className, places, within, ordinal, except } = target;
  const isNamed = name !== null || className !== null || ordinal !== null || target.isIt;
  const isPlace = places.length > 0 || within !== null || target.isHere || target.isEverywhere;
  return !isNamed && !isPlace && !target.isAll && !target.isEverything && except.length === 0;
}
