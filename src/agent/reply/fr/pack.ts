/** What the agent says in French. */
import type { LanguagePack, Progress, Trouble } from '../language-pack.ts';
import { sentence } from '../phrasing.ts';
import type { Noun } from '../phrasing.ts';
import type { WishWords } from '../wish-words.ts';
import { count, countKind, either, inPlace, list, nounOf, phraseOf, theName } from './nouns.ts';
import { kindOf } from './kinds.ts';
import { isInState, spokenReading } from './readings.ts';
import { lists } from './lists.ts';
import { memory } from './memory.ts';
import { pinReplies, policy } from './policy.ts';
import { tells } from './tells.ts';
import { timers } from './timers.ts';
import { unableClause } from './unable.ts';
import { wishWords } from './wishes.ts';

/** "est fermée", "se ferme", or both. */
function progressWords({ is, going }: WishWords, noun: Noun, progress: Progress): string {
  if (progress === 'done') return is(noun);
  return progress === 'underway' ? going(noun) : `${is(noun)} ou ${going(noun)}`;
}

function troubleClause(trouble: Trouble): string {
  if (trouble.why === 'unable') return unableClause(trouble);
  const { name, why } = trouble;
  const { isPlural } = nounOf(name);
  const device = theName(name);
  switch (why) {
    case 'no-answer':
      return `${device} ${isPlural ? 'n’ont' : 'n’a'} pas encore répondu`;
    case 'never-reports':
      return `${device} ${isPlural ? 'ne confirment' : 'ne confirme'} jamais rien`;
    case 'unreachable':
      return `${device} ${isPlural ? 'sont injoignables' : 'est injoignable'}`;
    case 'refused-by-home':
      return `${device} ${isPlural ? 'ont' : 'a'} refusé la commande`;
  }
}

const noConfirmation = {
  connection: 'je ne peux pas en demander par cette connexion',
  satellite: 'cet appareil ne peut pas en donner',
  conversation: 'je ne peux pas en demander ici',
} as const;

const verdicts = { yes: 'oui, ', no: 'non, ' } as const;
const manyAtOnce = (value: number): string => `Cela fait ${count(value)} appareils à la fois.`;
/** Counted things, which are "appareils". */
const counted = (value: number): Noun => ({ text: '', gender: 'm', isPlural: value > 1 });

/** "est ouvert" → "n’est ouvert", after "aucun". */
const negated = (verb: string): string => (/^[aeiouéè]/.test(verb) ? `n’${verb}` : `ne ${verb}`);

export const french: LanguagePack = {
  language: 'fr',
  timers,
  lists,
  memory,
  tells,
  policy,
  ...pinReplies,
  butOff: 'Mais l’appareil est éteint.',
  restWasSo: 'Il n’y avait rien d’autre à changer.',
  nothingToDo: 'Je n’ai rien trouvé qui puisse faire cela.',
  homeAway: 'Je n’arrive pas à joindre Home Assistant.',
  interrupted:
    'J’ai été interrompu et je ne sais pas ce qui a été fait. Il vaut mieux vérifier avant de redemander.',
  tellingOthers: 'Je le dis aux autres.',
  nobodyToTell: 'Il n’y a aucun autre appareil sur lequel je pourrais le dire.',
  messageUnheard: 'Personne n’a pu entendre le message.',
  confirmAgain: 'Il me faut un oui ou un non.',
  dropped: 'D’accord, je n’ai rien changé.',
  onOrOff: 'Allumer ou éteindre ?',
  nothingAsked: 'Je n’attends pas de réponse, je n’ai donc rien changé.',
  nothingDone: 'Je n’ai encore rien fait dans cette conversation.',
  cannotUndo: 'Je ne peux pas annuler cela.',
  nothingHeard: 'Je n’ai rien entendu.',
  notUnderstood: 'Désolé, je n’ai pas compris.',
  notARequest: 'Je n’y ai pas vu de demande, je n’ai donc rien changé.',
  negated: 'D’accord, je n’ai rien changé.',
  forLater: 'Je ne sais pas encore faire les choses plus tard, je n’ai donc rien changé.',
  unsupported: 'J’ai compris, mais je ne sais pas encore le faire.',
  languageUnknown: 'Je ne comprends pas encore cette langue ici.',
  ownSentenceRefused:
    'Cela lance une action personnelle dans Home Assistant, et je n’en ai pas le droit par cette connexion. Je n’ai rien changé.',
  homeRan: 'Je l’ai transmis à Home Assistant.',
  homeSilent: 'Home Assistant n’a pas encore répondu, je ne sais donc pas si c’est fait.',
  modelAway: 'Je n’ai pas compris, et mon modèle de langage ne répond pas en ce moment.',
  modelRefused:
    'Je n’ai pas compris, et mon modèle de langage refuse de répondre : sa clé ou son nom est incorrect.',
  modelLimited: 'Je n’ai pas compris, et mon modèle de langage n’accepte plus de questions pour le moment.',
  modelBrokeOff: 'Mon modèle de langage s’est interrompu ici.',
  didNothing: 'Je n’ai rien changé.',

  changed: ({ wish, subject, progress }) => {
    const words = wishWords(wish);
    const phrase = phraseOf(subject);
    if (progress === 'done' && words.terse && phrase.gender !== null)
      return sentence(`${phrase.text} ${words.terse(phrase)}`);
    return sentence(`${phrase.full} ${progressWords(words, phrase, progress)}`);
  },
  alreadySo: ({ wish, subject }) => {
    const phrase = phraseOf(subject);
    return sentence(`${phrase.full} ${wishWords(wish).already(phrase)}`);
  },
  partly: ({ wish, progress, goodCount, totalCount, troubles }) => {
    const words = progressWords(wishWords(wish), counted(goodCount), progress);
    return sentence(
      `${count(goodCount)} sur ${count(totalCount)} ${words} ; ${list(troubles.map(troubleClause))}`,
    );
  },
  notDone: ({ troubles }) => {
    const clauses = list(troubles.map(troubleClause));
    if (troubles.every(({ why }) => why === 'no-answer')) return `C’est envoyé, mais ${clauses}.`;
    if (troubles.every(({ why }) => why === 'never-reports'))
      return `C’est envoyé, mais ${clauses} : je ne peux pas en dire plus.`;
    if (troubles.every(({ why }) => why === 'refused-by-home'))
      return `Home Assistant a refusé : ${list(troubles.map(({ name }) => nounOf(name).text))}.`;
    return sentence(clauses);
  },
  moreUnproven: ({ count: value }) => sentence(`${count(value)} autres ne l’ont pas confirmé`),

  confirm: ({ wish, subject, why, count: devices }) =>
    why === 'many-devices'
      ? `${manyAtOnce(devices)} Dois-je vraiment le faire ?`
      : `Dois-je ${wishWords(wish).todo(phraseOf(subject).full)} ?`,
  cannotConfirm: ({ wish, subject, why, count: devices, because }) =>
    why === 'many-devices'
      ? `${manyAtOnce(devices)} Il faut une confirmation, et ${noConfirmation[because]}. Il suffit de nommer une pièce.`
      : `Pour ${wishWords(wish).todo(phraseOf(subject).full)}, il faut une confirmation, et ${noConfirmation[because]}. Je n’ai rien changé.`,
  lateFailure: ({ name, wish, end, state }) => {
    const noun = nounOf(name);
    const now = `${theName(name)} ${isInState(noun, state)}`;
    const wanted = wishWords(wish).todo(theName(name));
    if (end === 'stopped') return `L’appareil s’est arrêté en chemin : ${now}.`;
    if (end === 'failed') return `Je n’ai pas réussi à ${wanted}. ${sentence(now)}`;
    return `Je ne sais pas si j’ai réussi à ${wanted}. Dernier état connu : ${now}.`;
  },

  whichOne: ({ names }) => `${names.length === 1 ? "C'était" : 'Lequel :'} ${either(names.map(theName))} ?`,
  whichRoom: () => 'Dans quelle pièce ?',

  unfit: ({ name }) => `Je ne peux pas faire cela avec ${theName(name)}.`,
  noneThere: ({ className, place }) =>
    `Je n’ai trouvé ${countKind(0, className)} ${inPlace(place)} qui puisse faire cela.`,
  noneAnywhere: ({ className }) => `Je n’ai trouvé ${countKind(0, className)} pour cela.`,
  unknownPlace: ({ said }) => `Je ne connais pas de pièce appelée ${said}.`,
  unknownName: ({ said }) => `Je ne connais pas d’appareil appelé ${said}.`,

  stateOfOne: ({ name, state, verdict }) =>
    sentence(`${verdict ? verdicts[verdict] : ''}${theName(name)} ${isInState(nounOf(name), state)}`),
  allAre: ({ subject, state }) => {
    const phrase = phraseOf(subject);
    return sentence(`oui, ${phrase.full} ${isInState(phrase, state)}`);
  },
  noneAre: ({ subject, state }) => {
    if (subject.by !== 'class')
      return `Non, aucun de ces appareils ${negated(isInState(counted(1), state))}.`;
    const { gender } = kindOf(subject.className);
    const where = subject.place === null ? '' : ` ${inPlace(subject.place)}`;
    const is = negated(isInState({ text: '', gender, isPlural: false }, state));
    return sentence(`non, ${countKind(0, subject.className)}${where} ${is}`);
  },
  someAre: ({ state, yesCount, totalCount, names }) => {
    const named = names.length === 0 ? '' : ` : ${list(names.map(theName))}`;
    return sentence(
      `${count(yesCount)} sur ${count(totalCount)} ${isInState(counted(yesCount), state)}${named}`,
    );
  },
  theseAre: ({ state, names, isYes }) => {
    const phrase = phraseOf({ by: 'name', names });
    return sentence(`${isYes ? 'oui, ' : ''}${phrase.full} ${isInState(phrase, state)}`);
  },
  countAre: ({ state, count: value, className, place, verdict }) => {
    const { gender } = kindOf(className);
    const where = place === null ? '' : ` ${inPlace(place)}`;
    const is = isInState({ text: '', gender, isPlural: value > 1 }, state);
    const verb = value === 0 ? negated(is) : is;
    return sentence(`${verdict ? verdicts[verdict] : ''}${countKind(value, className)}${where} ${verb}`);
  },
  readings: ({ of }) =>
    sentence(list(of.map(({ name, reading }) => `${theName(name)} ${spokenReading(nounOf(name), reading)}`))),
  onlyKnown: ({ name, state }) =>
    `Je sais seulement ceci : ${theName(name)} ${isInState(nounOf(name), state)}.`,
  unreachable: ({ subject }) => {
    const { full, isPlural } = phraseOf(subject);
    return sentence(`${full} ${isPlural ? 'sont injoignables' : 'est injoignable'}`);
  },
  unreachableCount: ({ count: value }) =>
    sentence(`${count(value)} ${value > 1 ? 'sont injoignables' : 'est injoignable'}`),
  cannotTell: ({ subject, why }) => {
    const { full, isPlural } = phraseOf(subject);
    if (why === 'unreachable')
      return `Je ne sais pas : ${full} ${isPlural ? 'sont injoignables' : 'est injoignable'}.`;
    return `Je ne sais pas : ${full} ${isPlural ? 'n’ont' : 'n’a'} encore rien signalé.`;
  },
};
