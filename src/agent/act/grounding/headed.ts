/** Whether a verb that lets somebody in is what the request is about, or stands in a part of another sentence. Pure. */
import { indexOf } from '../../understand/home-index.ts';
import type { Entity, HomeModel } from '../../../home/model/home-model.ts';
import { isOrdinaryNoun, isSaid } from './said-names.ts';
import type { Talk } from './talk.ts';
import { wordSet } from './lexicon.ts';

/** What may stand before it: verbs that need another word ("turn … off"), and what makes a wish of a sentence. */
const light = wordSet(
  'pop get turn switch take put shut bring get have make set swing roll slide go please now then quickly also just let can could should must be needs need to up wide fully slightly',
  'mach mache tu stell stelle schalt schalte nimm dreh drehe fahr fahre lass schließ schließe sperr bitte mal jetzt doch soll sollte muss zum für',
  'peux-tu pourrais-tu pouvez-vous pourriez-vous veux-tu peux tu pourrais mets met mettez fais faites laisse désactive désactivez veuillez doit maintenant vite',
  'pon ponga haz quita deja desactiva desactive debe ahora favor',
  'zet doe maak laat haal schakel moet nu even graag eens',
);

/** "Oliver wants to open the gate" and "who refuses to unlock the door" ask for neither. */
export function isHeaded(
  own: string,
  pattern: RegExp,
  { names }: Entity,
  { lexicon, language }: Pick<Talk, 'lexicon' | 'language'>,
  model: HomeModel,
): boolean {
  const found = pattern.exec(own);
  if (!found) return false;
  const { placeNames } = indexOf(model);
  const ofName = names.flatMap((name) => name.toLowerCase().split(' '));
  const before = own
    .slice(0, found.index)
    .split(' ')
    .filter((word) => word !== '');
  const others = before.filter(
    (word) =>
      !light.has(word) &&
      !lexicon.empty.has(word) &&
      !isSaid(word, ofName, language, lexicon.kin) &&
      !isOrdinaryNoun(word, lexicon) &&
      placeNames.holding(word).length === 0,
  );
  // "Mach dem Postboten die Haustür auf": somebody it is done for.
  return others.length <= (light.has(before[0] ?? '') ? 1 : 0);
}
