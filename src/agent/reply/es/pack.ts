/** What the agent says in Spanish. */
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

/** "está cerrada", "se está cerrando", or both. */
function progressWords({ is, going }: WishWords, noun: Noun, progress: Progress): string {
  if (progress === 'done') return is(noun);
  return progress === 'underway' ? going(noun) : `${is(noun)} o ${going(noun)}`;
}

const areUnreachable = (isPlural: boolean): string =>
  isPlural ? 'no están disponibles' : 'no está disponible';

function troubleClause(trouble: Trouble): string {
  if (trouble.why === 'unable') return unableClause(trouble);
  const { name, why } = trouble;
  const { isPlural } = nounOf(name);
  const device = theName(name);
  switch (why) {
    case 'no-answer':
      return `${device} todavía no ${isPlural ? 'han' : 'ha'} respondido`;
    case 'never-reports':
      return `${device} nunca ${isPlural ? 'confirman' : 'confirma'} nada`;
    case 'unreachable':
      return `${device} ${areUnreachable(isPlural)}`;
    case 'refused-by-home':
      return `${device} no ${isPlural ? 'han' : 'ha'} aceptado la orden`;
  }
}

const noConfirmation = {
  connection: 'por esta conexión no puedo pedirla',
  satellite: 'este dispositivo no puede darla',
  conversation: 'aquí no puedo pedirla',
} as const;

const verdicts = { yes: 'sí, ', no: 'no, ' } as const;
const manyAtOnce = (value: number): string => `Son ${count(value)} dispositivos a la vez.`;
/** Counted things, which are "dispositivos". */
const counted = (value: number): Noun => ({ text: '', gender: 'm', isPlural: value > 1 });

/** A question has a mark on both sides. */
const question = (text: string): string => `¿${sentence(text, '?')}`;

export const spanish: LanguagePack = {
  language: 'es',
  timers,
  lists,
  memory,
  tells,
  policy,
  ...pinReplies,
  butOff: 'Pero está apagado.',
  restWasSo: 'No había nada más que cambiar.',
  nothingToDo: 'No he encontrado nada con lo que hacer eso.',
  homeAway: 'Ahora mismo no puedo conectar con Home Assistant.',
  interrupted:
    'Me he interrumpido a la mitad y no sé qué se ha hecho. Conviene comprobarlo antes de volver a pedirlo.',
  tellingOthers: 'Se lo digo a los demás.',
  nobodyToTell: 'No hay ningún otro dispositivo en el que pueda decirlo.',
  messageUnheard: 'El mensaje no se ha podido reproducir en ningún sitio.',
  confirmAgain: 'Necesito un sí o un no.',
  dropped: 'De acuerdo, no he cambiado nada.',
  onOrOff: '¿Encender o apagar?',
  nothingAsked: 'No estoy esperando ninguna respuesta, así que no he cambiado nada.',
  nothingDone: 'Todavía no he hecho nada en esta conversación.',
  cannotUndo: 'Eso no lo puedo deshacer.',
  nothingHeard: 'No he oído nada.',
  notUnderstood: 'Lo siento, no lo he entendido.',
  notARequest: 'No lo he tomado como una orden, así que no he cambiado nada.',
  negated: 'De acuerdo, no he cambiado nada.',
  forLater: 'Todavía no sé hacer las cosas más tarde, así que no he cambiado nada.',
  unsupported: 'Lo he entendido, pero todavía no sé hacerlo.',
  languageUnknown: 'Todavía no entiendo este idioma aquí.',
  ownSentenceRefused:
    'Eso inicia algo propio de la casa en Home Assistant, y por esta conexión no me está permitido. No he cambiado nada.',
  homeRan: 'Se lo he pasado a Home Assistant.',
  homeSilent: 'Home Assistant todavía no ha respondido, así que no sé si se ha hecho.',
  modelAway: 'No lo he entendido, y mi modelo de lenguaje no responde en este momento.',
  modelRefused:
    'No lo he entendido, y mi modelo de lenguaje se niega a responder: su clave o su nombre no es correcto.',
  modelLimited: 'No lo he entendido, y mi modelo de lenguaje no acepta más preguntas por ahora.',
  modelBrokeOff: 'Mi modelo de lenguaje se ha interrumpido aquí.',
  didNothing: 'No he cambiado nada.',

  changed: ({ wish, subject, progress }) => {
    const words = wishWords(wish);
    const phrase = phraseOf(subject);
    if (progress === 'done' && words.terse && subject.by === 'class')
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
      `${count(goodCount)} de ${count(totalCount)} ${words}; ${list(troubles.map(troubleClause))}`,
    );
  },
  notDone: ({ troubles }) => {
    const clauses = list(troubles.map(troubleClause));
    if (troubles.every(({ why }) => why === 'no-answer')) return `Orden enviada, pero ${clauses}.`;
    if (troubles.every(({ why }) => why === 'never-reports'))
      return `Orden enviada, pero ${clauses}, así que no sé más.`;
    if (troubles.every(({ why }) => why === 'refused-by-home'))
      return `Home Assistant lo ha rechazado: ${list(troubles.map(({ name }) => theName(name)))}.`;
    return sentence(clauses);
  },
  moreUnproven: ({ count: value }) => sentence(`${count(value)} más no lo han confirmado`),

  confirm: ({ wish, subject, why, count: devices }) =>
    why === 'many-devices'
      ? `${manyAtOnce(devices)} ¿De verdad debo hacerlo?`
      : question(`debo ${wishWords(wish).todo(phraseOf(subject).full)}`),
  cannotConfirm: ({ wish, subject, why, count: devices, because }) =>
    why === 'many-devices'
      ? `${manyAtOnce(devices)} Hace falta una confirmación, y ${noConfirmation[because]}. Basta con nombrar una habitación.`
      : `Para ${wishWords(wish).todo(phraseOf(subject).full)} hace falta una confirmación, y ${noConfirmation[because]}. No he cambiado nada.`,
  lateFailure: ({ name, wish, end, state }) => {
    const now = `${theName(name)} ${isInState(nounOf(name), state)}`;
    const wanted = wishWords(wish).todo(theName(name));
    if (end === 'stopped') return `El dispositivo se ha parado a mitad de camino: ${now}.`;
    if (end === 'failed') return `No he conseguido ${wanted}. ${sentence(now)}`;
    return `No sé si he conseguido ${wanted}. Último estado conocido: ${now}.`;
  },

  whichOne: ({ names }) => question(`${names.length === 1 ? 'era' : 'cuál:'} ${either(names.map(theName))}`),
  whichRoom: () => '¿En qué habitación?',

  unfit: ({ name }) => `No puedo hacer eso con ${theName(name)}.`,
  noneThere: ({ className, place }) =>
    `No he encontrado ${countKind(0, className)} ${inPlace(place)} con lo que hacer eso.`,
  noneAnywhere: ({ className }) => `No he encontrado ${countKind(0, className)} para eso.`,
  unknownPlace: ({ said }) => `No conozco ninguna habitación que se llame ${said}.`,
  unknownName: ({ said }) => `No conozco ningún dispositivo que se llame ${said}.`,

  stateOfOne: ({ name, state, verdict }) =>
    sentence(`${verdict ? verdicts[verdict] : ''}${theName(name)} ${isInState(nounOf(name), state)}`),
  allAre: ({ subject, state }) => {
    const phrase = phraseOf(subject);
    return sentence(`sí, ${phrase.full} ${isInState(phrase, state)}`);
  },
  noneAre: ({ subject, state }) => {
    if (subject.by !== 'class') return sentence(`no, ninguno ${isInState(counted(1), state)}`);
    const { gender } = kindOf(subject.className);
    const where = subject.place === null ? '' : ` ${inPlace(subject.place)}`;
    const is = isInState({ text: '', gender, isPlural: false }, state);
    return sentence(`no, ${countKind(0, subject.className)}${where} ${is}`);
  },
  someAre: ({ state, yesCount, totalCount, names }) => {
    const named = names.length === 0 ? '' : `: ${list(names.map(theName))}`;
    return sentence(
      `${count(yesCount)} de ${count(totalCount)} ${isInState(counted(yesCount), state)}${named}`,
    );
  },
  theseAre: ({ state, names, isYes }) => {
    const phrase = phraseOf({ by: 'name', names });
    return sentence(`${isYes ? 'sí, ' : ''}${phrase.full} ${isInState(phrase, state)}`);
  },
  countAre: ({ state, count: value, className, place, verdict }) => {
    const { gender } = kindOf(className);
    const where = place === null ? '' : ` ${inPlace(place)}`;
    const is = isInState({ text: '', gender, isPlural: value > 1 }, state);
    return sentence(`${verdict ? verdicts[verdict] : ''}${countKind(value, className)}${where} ${is}`);
  },
  readings: ({ of }) =>
    sentence(list(of.map(({ name, reading }) => `${theName(name)} ${spokenReading(nounOf(name), reading)}`))),
  onlyKnown: ({ name, state }) => `Solo sé que ${theName(name)} ${isInState(nounOf(name), state)}.`,
  unreachable: ({ subject }) => {
    const { full, isPlural } = phraseOf(subject);
    return sentence(`${full} ${areUnreachable(isPlural)}`);
  },
  unreachableCount: ({ count: value }) => sentence(`${count(value)} ${areUnreachable(value > 1)}`),
  cannotTell: ({ subject, why }) => {
    const { full, isPlural } = phraseOf(subject);
    if (why === 'unreachable') return `No lo sé: ${full} ${areUnreachable(isPlural)}.`;
    return `No lo sé: ${full} todavía no ${isPlural ? 'han' : 'ha'} informado de nada.`;
  },
};
