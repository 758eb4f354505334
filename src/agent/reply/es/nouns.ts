/** Spanish: gender, articles, kinds of devices, and places. */
import type { Place } from '../../understand/mention.ts';
import type { Subject } from '../language-pack.ts';
import { counter, listWith, lowerWords, nounFinder } from '../phrasing.ts';
import type { Noun } from '../phrasing.ts';
import type { Adjective } from '../wish-words.ts';
import { kindOf } from './kinds.ts';

/** Alone: "uno de dos"; digits above twelve. */
export const count = counter('ninguno uno dos tres cuatro cinco seis siete ocho nueve diez once doce');

/** "a, b y c"; "e" before the sound of i. */
export function list(items: readonly string[]): string {
  const last = items.at(-1) ?? '';
  return listWith(/^h?i(?![ae])/i.test(last) ? 'e' : 'y', items);
}

/** "a, b o c"; "u" before the sound of o. */
export function either(items: readonly string[]): string {
  return listWith(/^h?o/i.test(items.at(-1) ?? '') ? 'u' : 'o', items);
}

/** Spanish names begin with the noun that gives them their gender, and most nouns show it. */
const findNoun = nounFinder({
  m: 'o or aje ón al el día mapa clima sofá sistema programa enchufe timbre aire portátil jardín pasillo estor',
  f: 'a ción sión dad luz llave noche tele tv red',
  mp: 'os ores ajes ones ales eles enchufes timbres estores',
  fp: 'as ciones luces llaves',
});

export function nounOf(name: string): Noun {
  const [head = ''] = name.split(' ');
  const { gender, isPlural } = findNoun(head);
  return { text: gender === null ? name : `${lowerWords(head)}${name.slice(head.length)}`, gender, isPlural };
}

/** "la lámpara", "los estores"; a name that tells no gender stands alone. */
export function withArticle({ text, gender, isPlural }: Noun): string {
  if (gender === null || /^(el|la|los|las|mi|mis) /i.test(text)) return text;
  if (isPlural) return `${gender === 'f' ? 'las' : 'los'} ${text}`;
  return `${gender === 'f' ? 'la' : 'el'} ${text}`;
}

export const theName = (name: string): string => withArticle(nounOf(name));

/** "de la cocina", "del salón", "de Loft". */
export function ofPlace({ name }: Place): string {
  return `de ${theName(name)}`.replace(/^de el /, 'del ');
}

export const inPlace = ({ name }: Place): string => `en ${theName(name)}`;

/** "ninguna luz", "un termostato", "tres puertas". */
export function countKind(value: number, className: string | null): string {
  const { one, many, gender } = kindOf(className);
  if (value > 1) return `${count(value)} ${many}`;
  const word = value === 0 ? 'ningun' : 'un';
  return gender === 'f' ? `${word}a ${one}` : `${value === 0 ? 'ningún' : 'un'} ${one}`;
}

/** What a sentence is about; `full` with its article. */
export function phraseOf(subject: Subject): Noun & { readonly full: string } {
  if (subject.by === 'name') {
    const nouns = subject.names.map(nounOf);
    const [only] = nouns;
    const full = list(nouns.map(withArticle));
    if (only && nouns.length === 1) return { ...only, full };
    const gender = nouns.every((noun) => noun.gender === 'f') ? 'f' : 'm';
    return { text: list(nouns.map(({ text }) => text)), full, gender, isPlural: true };
  }
  const { many, gender } = kindOf(subject.className);
  if (subject.by === 'count') {
    const text = countKind(subject.count, subject.className);
    return { text, full: text, gender, isPlural: true };
  }
  const the = gender === 'f' ? 'las' : 'los';
  if (subject.place === null) {
    const full = `${gender === 'f' ? 'todas' : 'todos'} ${the} ${many}`;
    return { text: full, full, gender, isPlural: true };
  }
  const text = `${many} ${ofPlace(subject.place)}`;
  return { text, full: `${the} ${text}`, gender, isPlural: true };
}

/** "encendido", "encendida", "encendidos", "encendidas"; masculine where nobody can tell. */
export const agreeing =
  (masculine: string): Adjective =>
  ({ gender, isPlural }) =>
    `${gender === 'f' ? masculine.replace(/o$/, 'a') : masculine}${isPlural ? 's' : ''}`;
