/** Dutch: articles, kinds of devices, and places. */
import type { Place } from '../../understand/mention.ts';
import type { Subject } from '../language-pack.ts';
import { counter, listWith, lowerWords, nounFinder } from '../phrasing.ts';
import type { Noun } from '../phrasing.ts';
import { kindOf } from './kinds.ts';

/** Digits above twelve. */
export const count = counter('geen één twee drie vier vijf zes zeven acht negen tien elf twaalf');

export const list = (items: readonly string[]): string => listWith('en', items);

/** "a, b of c". */
export const either = (items: readonly string[]): string => listWith('of', items);

/** "f" stands for "de", "n" for "het": Dutch makes no other difference. */
const findNoun = nounFinder({
  f: 'lamp schakelaar ventilator thermostaat deur poort dimmer stekker contactdoos verwarming radiator kachel zonwering jaloezie luifel televisie tv speaker luidspreker sensor camera bel pomp ketel boiler koelkast oven stofzuiger robot maaier wekker box strip spot ledstrip sfeerlamp verlichting airco knop lijst kamer keuken gang hal zolder kelder garage tuin schuur badkamer serre overloop verdieping grond studeerkamer',
  n: 'licht slot raam gordijn rolluik rolgordijn scherm hek ventiel kantoor toilet terras balkon washok hok huis dak alarm apparaat stopcontact',
  fp: 'lampen schakelaars deuren poorten zonweringen jaloezieën spots speakers lichten sloten ramen gordijnen rolluiken rolgordijnen schermen radiatoren',
});

/** Only one word tells: in "Lamp keuken" nobody knows which noun the article belongs to. */
export function nounOf(name: string): Noun {
  const { gender, isPlural } = findNoun(name);
  const isOneWord = !/\s/.test(name);
  return {
    text: isOneWord && gender !== null ? lowerWords(name) : name,
    isPlural,
    gender: isOneWord ? gender : null,
  };
}

/** "de voordeur", "het rolluik"; a name that tells no gender stands alone. */
function withArticle({ text, gender, isPlural }: Noun): string {
  if (gender === null) return text;
  return `${gender === 'n' && !isPlural ? 'het' : 'de'} ${text}`;
}

export const theName = (name: string): string => withArticle(nounOf(name));

const onTop = /(zolder|balkon|terras|overloop|verdieping|grond|kantoor|toilet)$/i;

/** "in de keuken", "op zolder", "in Loft". */
export function inPlace({ kind, name }: Place): string {
  const preposition = kind === 'floor' || onTop.test(name) ? 'op' : 'in';
  return `${preposition} ${theName(name)}`;
}

/** "geen lamp", "één deur", "drie ramen". */
export function countKind(value: number, className: string | null): string {
  const { one, many } = kindOf(className);
  return `${count(value)} ${value > 1 ? many : one}`;
}

type Phrase = Noun & {
  /** Without articles. */
  readonly bare: string;
  readonly full: string;
};

export function phraseOf(subject: Subject): Phrase {
  if (subject.by === 'name') {
    const nouns = subject.names.map(nounOf);
    const bare = list(nouns.map(({ text }) => text));
    const isPlural = nouns.length > 1 || nouns[0]?.isPlural === true;
    return { text: bare, bare, full: list(nouns.map(withArticle)), gender: null, isPlural };
  }
  if (subject.by === 'count') {
    const bare = countKind(subject.count, subject.className);
    return { text: bare, bare, full: bare, gender: null, isPlural: true };
  }
  const { many } = kindOf(subject.className);
  const bare = subject.place === null ? `alle ${many}` : `${many} ${inPlace(subject.place)}`;
  const full = subject.place === null ? bare : `de ${bare}`;
  return { text: bare, bare, full, gender: null, isPlural: true };
}
