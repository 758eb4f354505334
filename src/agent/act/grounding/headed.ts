/** Whether a verb that lets somebody in is what the request is about, or stands in a part of another sentence. Pure. */
import { indexOf } from '../../understand/home-index.ts';
import type { Entity, HomeModel } from '../../../home/model/home-model.ts';
import { plain } from './clauses.ts';
import { isOrdinaryNoun, isSaid } from './said-names.ts';
import type { Talk } from './talk.ts';
import { wordSet } from './lexicon.ts';

/** What may stand before it: verbs that need another word ("turn … off"), and what makes a wish of a sentence. */
const light = wordSet(
  'tonight today needed wanted required through over under near by cup mug glass bit little touch spot drop nice fresh more pop get turn switch take put shut bring get have make set swing roll slide go please now then quickly also just let can could should must be needs need to up wide fully slightly',
  'mach mache tu stell stelle schalt schalte nimm dreh drehe fahr fahre lass schließ schließe sperr bitte mal jetzt doch soll sollte muss zum für',
  'peux-tu pourrais-tu pouvez-vous pourriez-vous veux-tu peux tu pourrais mets met mettez fais faites laisse désactive désactivez veuillez doit maintenant vite',
  'pon ponga haz quita deja desactiva desactive debe ahora favor',
  'zet doe maak laat haal schakel moet nu even graag eens',
);

/** "Oliver wants to open the gate" and "who refuses to unlock the door" ask for neither. */
export function isHeaded(
  own: string,
  pattern: RegExp,
  entity: Entity,
  talk: Pick<Talk, 'lexicon' | 'language'>,
  model: HomeModel,
): boolean {
  const found = pattern.exec(own);
  if (!found) return false;
  const before = own
    .slice(0, found.index)
    .split(' ')
    .filter((word) => word !== '');
  const others = otherWords(before, entity, talk, model);
  // "Mach dem Postboten die Haustür auf": somebody it is done for.
  return others.length <= (light.has(before[0] ?? '') ? 1 : 0);
}

/** Words that neither name the device or a place, nor are small. */
export function otherWords(
  words: readonly string[],
  { names }: Entity,
  { lexicon, language }: Pick<Talk, 'lexicon' | 'language'>,
  model: HomeModel,
): readonly string[] {
  const { placeNames } = indexOf(model);
  const ofName = names.flatMap((name) => plain(name, language).split(' '));
  return words.filter(
    (word) =>
      !light.has(word) &&
      !lexicon.empty.has(word) &&
      !isSaid(word, ofName, language, lexicon.kin) &&
      !isOrdinaryNoun(word, lexicon) &&
      placeNames.holding(word).length === 0,
  );
}

/** A word that says nothing to us stands right behind the device's name or kind, and makes another thing of it. */
export function isCompound(
  text: string,
  entity: Entity,
  talk: Pick<Talk, 'lexicon' | 'language'>,
  model: HomeModel,
): boolean {
  const words = text.split(' ');
  const others = new Set(otherWords(words, entity, talk, model));
  const ofName = entity.names.flatMap((name) => plain(name, talk.language).split(' '));
  return words.some((word, at) => {
    const before = words[at - 1];
    if (before === undefined || !others.has(word)) return false;
    return isSaid(before, ofName, talk.language, talk.lexicon.kin) || isOrdinaryNoun(before, talk.lexicon);
  });
}
