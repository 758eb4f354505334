/** German: articles, kinds of devices, and places. */
import type { Place } from '../../understand/mention.ts';
import type { Subject } from '../language-pack.ts';
import { counter, listWith, nounFinder } from '../phrasing.ts';
import type { Noun } from '../phrasing.ts';
import { kindOf } from './kinds.ts';

/** Alone: "eins von zwei"; digits above twelve. */
export const count = counter('keins eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf');

export const list = (items: readonly string[]): string => listWith('und', items);

/** "a, b oder c". */
export const either = (items: readonly string[]): string => listWith('oder', items);

/** Compounds end in the noun that gives them their gender. */
const findNoun = nounFinder({
  m: 'schalter ventilator lüfter fernseher vorhang rollladen rolladen lautsprecher heizkörper stecker sensor strahler ofen kühlschrank herd mäher wecker riegel spot flur keller garten balkon hof raum stock boden speicher alarm sauger roboter knopf taster',
  f: 'lampe leuchte tür türe steckdose dose heizung jalousie markise kette anlage birne pumpe maschine küche garage terrasse diele toilette szene beleuchtung lüftung klingel kamera box leiste liste klimaanlage garderobe veranda werkstatt etage',
  n: 'licht tor fenster rollo schloss ventil radio gerät zimmer bad büro geschoss wc haus thermostat dach gatter',
  mp: 'vorhänge rollläden rolläden strahler lautsprecher heizkörper',
  fp: 'lampen leuchten türen jalousien markisen steckdosen heizungen',
  np: 'lichter rollos tore schlösser ventile',
});

/** Only one word tells: in "Licht Küche" nobody knows which noun the article belongs to. */
export function nounOf(name: string): Noun {
  const { gender, isPlural } = findNoun(name);
  return { text: name, isPlural, gender: /\s/.test(name) ? null : gender };
}

const articles = {
  nominative: { m: 'der', f: 'die', n: 'das' },
  accusative: { m: 'den', f: 'die', n: 'das' },
} as const;

function withArticle({ text, gender, isPlural }: Noun, grammaticalCase: keyof typeof articles): string {
  if (gender === null) return text;
  return `${isPlural ? 'die' : articles[grammaticalCase][gender]} ${text}`;
}

/** "die Haustür"; a name that tells no gender stands alone. */
export const theName = (name: string): string => withArticle(nounOf(name), 'nominative');

/** "kein Licht", "keine Tür", "keinen Schalter". */
export function noKind(className: string | null, grammaticalCase: keyof typeof articles): string {
  const { one, gender } = kindOf(className);
  const endings = { f: 'e', m: grammaticalCase === 'accusative' ? 'en' : '', n: '' } as const;
  return `kein${endings[gender]} ${one}`;
}

/** "kein Licht", "eine Tür", "drei Lichter". */
export function countKind(value: number, className: string | null): string {
  const { one, many, gender } = kindOf(className);
  if (value === 0) return noKind(className, 'nominative');
  return value === 1 ? `ein${gender === 'f' ? 'e' : ''} ${one}` : `${count(value)} ${many}`;
}

const onTop = /(terrasse|balkon|dachboden|veranda|speicher|hof)$/i;

/** "in der Küche", "im Bereich Lounge". */
export function inPlace({ kind: placeKind, name }: Place): string {
  const { gender, isPlural } = nounOf(name);
  if (gender === null || isPlural)
    return placeKind === 'area' ? `im Bereich ${name}` : `auf der Etage ${name}`;
  if (onTop.test(name)) return `auf ${gender === 'f' ? 'der' : 'dem'} ${name}`;
  return `${gender === 'f' ? 'in der' : 'im'} ${name}`;
}

type Phrase = Noun & {
  /** Without articles. */
  readonly bare: string;
  /** As a subject. */
  readonly full: string;
  /** As an object. */
  readonly object: string;
};

export function phraseOf(subject: Subject): Phrase {
  if (subject.by === 'name') {
    const nouns = subject.names.map(nounOf);
    const [only] = nouns;
    const isPlural = nouns.length > 1 || only?.isPlural === true;
    return {
      text: list(subject.names),
      gender: null,
      isPlural,
      bare: list(subject.names),
      full: list(nouns.map((noun) => withArticle(noun, 'nominative'))),
      object: list(nouns.map((noun) => withArticle(noun, 'accusative'))),
    };
  }
  if (subject.by === 'count') {
    const bare = countKind(subject.count, subject.className);
    return { text: bare, gender: null, isPlural: true, bare, full: bare, object: bare };
  }
  const { many } = kindOf(subject.className);
  const bare = subject.place === null ? `alle ${many}` : `${many} ${inPlace(subject.place)}`;
  const full = subject.place === null ? bare : `die ${bare}`;
  return { text: bare, gender: null, isPlural: true, bare, full, object: full };
}
