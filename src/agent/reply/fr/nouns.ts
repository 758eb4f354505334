/** French: gender, articles, kinds of devices, and places. */
import type { Place } from '../../understand/mention.ts';
import type { Subject } from '../language-pack.ts';
import { counter, listWith, lowerWords, nounFinder } from '../phrasing.ts';
import type { Noun } from '../phrasing.ts';
import type { Adjective } from '../wish-words.ts';
import { kindOf } from './kinds.ts';

/** Digits above twelve. */
export const count = counter('aucun un deux trois quatre cinq six sept huit neuf dix onze douze');

export const list = (items: readonly string[]): string => listWith('et', items);

/** "a, b ou c". */
export const either = (items: readonly string[]): string => listWith('ou', items);

/** French names begin with the noun that gives them their gender. */
const findNoun = nounFinder(
  {
    m: 'interrupteur ventilateur thermostat portail volet store rideau plafonnier lampadaire spot radiateur chauffage éclairage téléviseur capteur verrou robinet garage salon bureau couloir jardin grenier hall sous-sol étage balcon dressing lustre projecteur aspirateur climatiseur compteur',
    f: 'lampe lumière serrure porte fenêtre prise ampoule veilleuse guirlande applique télé télévision barrière vanne pompe chaudière climatisation enceinte caméra sonnette alarme cuisine chambre cave terrasse entrée véranda buanderie salle pièce maison cour piscine liseuse hotte machine scène liste radio température',
    mp: 'interrupteurs ventilateurs volets stores rideaux spots radiateurs',
    fp: 'lampes lumières portes fenêtres prises ampoules appliques enceintes guirlandes serrures',
  },
  'word',
);

export function nounOf(name: string): Noun {
  const [head = ''] = name.split(' ');
  const { gender, isPlural } = findNoun(head);
  return { text: gender === null ? name : `${lowerWords(head)}${name.slice(head.length)}`, gender, isPlural };
}

const elides = (word: string): boolean => /^[aâàeéèêëiîïoôuûüyh]/i.test(word);

/** "la porte", "l'ampoule", "les volets"; a name that tells no gender stands alone. */
export function withArticle({ text, gender, isPlural }: Noun): string {
  if (gender === null) return text;
  if (isPlural) return `les ${text}`;
  if (elides(text)) return `l’${text}`;
  return `${gender === 'f' ? 'la' : 'le'} ${text}`;
}

export const theName = (name: string): string => withArticle(nounOf(name));

/** "de la cuisine", "du salon", "côté Loft". */
export function ofPlace({ name }: Place): string {
  const noun = nounOf(name);
  if (noun.gender === null) return `côté ${name}`;
  if (noun.isPlural) return `des ${noun.text}`;
  return noun.gender === 'm' && !elides(noun.text) ? `du ${noun.text}` : `de ${withArticle(noun)}`;
}

/** "dans la cuisine", "côté Loft". */
export function inPlace(place: Place): string {
  const noun = nounOf(place.name);
  return noun.gender === null ? ofPlace(place) : `dans ${withArticle(noun)}`;
}

/** "aucune lumière", "une porte", "trois volets". */
export function countKind(value: number, className: string | null): string {
  const { one, many, gender } = kindOf(className);
  return value > 1 ? `${count(value)} ${many}` : `${count(value)}${gender === 'f' ? 'e' : ''} ${one}`;
}

/** Nouns together: feminine when all are, unknown when one is. */
function together(nouns: readonly Noun[]): Pick<Noun, 'gender' | 'isPlural'> {
  const [only] = nouns;
  if (only && nouns.length === 1) return only;
  const isKnown = nouns.every(({ gender }) => gender !== null);
  const gender = isKnown ? (nouns.every((noun) => noun.gender === 'f') ? 'f' : 'm') : null;
  return { gender, isPlural: true };
}

/** What a sentence is about; `full` with its article. */
export function phraseOf(subject: Subject): Noun & { readonly full: string } {
  if (subject.by === 'name') {
    const nouns = subject.names.map(nounOf);
    const text = list(nouns.map((noun) => noun.text));
    return { text, full: list(nouns.map(withArticle)), ...together(nouns) };
  }
  const { many, gender } = kindOf(subject.className);
  if (subject.by === 'count') {
    const text = countKind(subject.count, subject.className);
    return { text, full: text, gender, isPlural: true };
  }
  const isEverywhere = subject.place === null;
  const text = subject.place === null ? many : `${many} ${ofPlace(subject.place)}`;
  const all = gender === 'f' ? 'toutes' : 'tous';
  return { text, full: isEverywhere ? `${all} les ${text}` : `les ${text}`, gender, isPlural: true };
}

/** "allumé", "allumée", "allumés", "allumées". */
export const agreeing =
  (masculine: string): Adjective =>
  ({ gender, isPlural }) =>
    `${masculine}${gender === 'f' ? 'e' : ''}${isPlural && gender !== null && !masculine.endsWith('s') ? 's' : ''}`;
