/** Which names of the home are said in a text: rooms, floors and devices, in other forms too. Pure. */
import type { Entity, HomeModel } from '../../../home/model/home-model.ts';
import { classNouns } from '../../understand/class-nouns.ts';
import { indexOf } from '../../understand/home-index.ts';
import { stem } from '../../understand/word-likeness.ts';
import { plain } from './clauses.ts';
import type { Lexicon } from './lexicon.ts';

/** Languages that write "kitchen light" as one word. */
const compounding: ReadonlySet<string> = new Set(['de', 'nl']);
/** Shorter parts of a compound are found in too many words. */
const shortestPart = 4;
/** Endings that a word may have beside the one of a name ("Lampe", "Lampen"; "plafond", "plafonds"). */
const otherForms = 2;

/** True when one of the words is the other's, but for its ending, or holds it where words are put together. */
export function isSaid(
  word: string,
  said: readonly string[],
  language: string,
  kin: Lexicon['kin'] = [],
): boolean {
  const alike = [word, ...kin.filter((group) => group.has(word)).flatMap((group) => [...group])];
  return alike.some((one) => said.some((other) => isForm(one, other, language)));
}

function isForm(word: string, said: string, language: string): boolean {
  if (word === said || stem(word) === stem(said)) return true;
  if (language === 'en')
    return word.length > 3 && said.startsWith(word) && /^(ing|ed|s|'s)$/.test(said.slice(word.length));
  const [short, long] = word.length < said.length ? [word, said] : [said, word];
  if (short.length < shortestPart) return false;
  const flat = (text: string) => text.normalize('NFD').replaceAll(/\p{M}/gu, '');
  if (flat(long).startsWith(flat(short).slice(0, -1)) && long.length - short.length <= otherForms)
    return true;
  return (
    compounding.has(language) &&
    short === word &&
    flat(said).includes(flat(word).slice(0, Math.max(shortestPart, word.length - 1)))
  );
}

/** "Das Licht über dem Herd" is the Herdlicht. */
function isPutTogether(word: string, said: readonly string[], language: string): boolean {
  if (!compounding.has(language)) return false;
  const firsts = said.filter((one) => one.length >= shortestPart && word.startsWith(one));
  const lasts = said.filter((one) => one.length >= shortestPart && word.endsWith(one));
  return firsts.some((first) => lasts.some((last) => first.length + last.length >= word.length - otherForms));
}

/** Words of a name that tell it from others: no article, no kind of device. */
export function tellingWords(name: string, lexicon: Lexicon, language: string): readonly string[] {
  return plain(name, language)
    .split(' ')
    .filter((word) => word !== '' && !lexicon.empty.has(word) && !isOrdinaryNoun(word, lexicon));
}

/** A word for a kind of device. */
export function isOrdinaryNoun(word: string, { nouns }: Lexicon): boolean {
  return classNouns.has(word) || Object.values(nouns).some((pattern) => pattern.exec(word)?.[0] === word);
}

/** All words of one of the names are said, in whatever order. */
export function isNamed(
  { names }: Entity,
  said: readonly string[],
  lexicon: Lexicon,
  language: string,
): boolean {
  return names.some((name) => {
    const all = plain(name, language)
      .split(' ')
      .filter((word) => word !== '');
    const words = all.filter((word) => !lexicon.empty.has(word));
    const needed = words.length === 0 ? all : words;
    return (
      needed.length > 0 &&
      needed.every((word) => isSaid(word, said, language, lexicon.kin) || isPutTogether(word, said, language))
    );
  });
}

/**
 * Which part of a name is said: `own`, a word that only this device has in its name, or a few that are called alike;
 * `shared`, one of many.
 */
export function partNamed(
  { names }: Entity,
  said: readonly string[],
  model: HomeModel,
  lexicon: Lexicon,
  language: string,
): 'own' | 'shared' | null {
  const { entityNames, placeNames } = indexOf(model);
  const words = names
    .flatMap((name) => tellingWords(name, lexicon, language))
    .filter((word) => word.length >= shortestPart && !isAsking(word, lexicon))
    .filter((word) => placeNames.holding(word).length === 0 && isSaid(word, said, language, lexicon.kin));
  const counts = words.map((word) => entityNames.holding(word).length);
  if (counts.some((count) => count > 0 && count <= fewDevices)) return 'own';
  return counts.length > 0 ? 'shared' : null;
}

/** More devices than this that share a word are a kind. */
const fewDevices = 3;

/** "Unlock" in a name is no part that tells it: it might be what is asked. */
function isAsking(word: string, { asking }: Lexicon): boolean {
  return Object.values(asking).some((pattern) => pattern.exec(word)?.[0] === word);
}

export type SaidPlaces = { readonly areaIds: ReadonlySet<string>; readonly isAny: boolean };

/** Rooms and floors that are said; of rooms that share a word, all. */
export function placesIn(
  said: readonly string[],
  model: HomeModel,
  lexicon: Lexicon,
  language: string,
): SaidPlaces {
  const areaIds = new Set<string>();
  const parts = (name: string) =>
    plain(name, language)
      .split(' ')
      .filter((word) => word !== '');
  const isFull = (name: string) => parts(name).every((word) => isSaid(word, said, language, lexicon.kin));
  for (const floor of model.floors.values()) {
    if (!floor.names.some(isFull)) continue;
    for (const area of model.areas.values()) if (area.floorId === floor.floorId) areaIds.add(area.areaId);
  }
  const areas = [...model.areas.values()];
  const full = areas.filter(({ names }) => names.some(isFull));
  const isPart = (name: string) =>
    parts(name).some(
      (word) =>
        word.length >= shortestPart && !lexicon.empty.has(word) && isSaid(word, said, language, lexicon.kin),
    );
  const meant = full.length > 0 ? full : areas.filter(({ names }) => names.some(isPart));
  for (const { areaId } of meant) areaIds.add(areaId);
  return { areaIds, isAny: areaIds.size > 0 };
}

/** Longer names are rarer than this, and looking them up costs more. */
const longestName = 6;

export type Span = { readonly start: number; readonly end: number; readonly ids: readonly string[] };

/** Names of devices that stand in the text word for word, the longest at each place. */
export function nameSpans(said: readonly string[], model: HomeModel): readonly Span[] {
  const { entityNames } = indexOf(model);
  const spans: Span[] = [];
  for (let start = 0; start < said.length; start += 1) {
    for (let end = Math.min(said.length, start + longestName); end > start; end -= 1) {
      const hit = entityNames.find(said.slice(start, end).join(' '), false);
      if (hit === undefined) continue;
      spans.push({ start, end, ids: hit.tier === 'exact' ? hit.ids : [] });
      start = end - 1;
      break;
    }
  }
  return spans.filter(({ ids }) => ids.length > 0);
}
