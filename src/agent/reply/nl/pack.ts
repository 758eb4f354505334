/** What the agent says in Dutch. */
import type { LanguagePack, Progress, Trouble } from '../language-pack.ts';
import { sentence as plainSentence } from '../phrasing.ts';
import type { Noun } from '../phrasing.ts';
import { verbFor } from '../wish-words.ts';
import type { WishWords } from '../wish-words.ts';
import { count, countKind, either, inPlace, list, nounOf, phraseOf, theName } from './nouns.ts';
import { isInState, spokenReading } from './readings.ts';
import { lists } from './lists.ts';
import { memory } from './memory.ts';
import { pinReplies, policy } from './policy.ts';
import { tells } from './tells.ts';
import { timers } from './timers.ts';
import { unableClause } from './unable.ts';
import { wishWords } from './wishes.ts';

/** At the start of a sentence "één" loses its first accent. */
const sentence = (text: string): string => plainSentence(text).replace(/^Één/, 'Eén');

/** "is dicht", "gaat dicht", or both. */
function progressWords({ is, going }: WishWords, noun: Noun, progress: Progress): string {
  if (progress === 'done') return is(noun);
  return progress === 'underway' ? going(noun) : `${is(noun)} of ${going(noun)}`;
}

const areUnreachable = (noun: Noun): string => verbFor(['is niet bereikbaar', 'zijn niet bereikbaar'], noun);

function troubleClause(trouble: Trouble): string {
  if (trouble.why === 'unable') return unableClause(trouble);
  const { name, why } = trouble;
  const noun = nounOf(name);
  const has = verbFor(['heeft', 'hebben'], noun);
  switch (why) {
    case 'no-answer':
      return `${theName(name)} ${has} nog niet geantwoord`;
    case 'never-reports':
      return `${theName(name)} ${verbFor(['meldt', 'melden'], noun)} nooit iets terug`;
    case 'unreachable':
      return `${theName(name)} ${areUnreachable(noun)}`;
    case 'refused-by-home':
      return `${theName(name)} ${has} het niet aangenomen`;
  }
}

const noConfirmation = {
  connection: 'via deze verbinding kan ik er geen vragen',
  satellite: 'dit apparaat mag er geen geven',
  conversation: 'hier kan ik er geen vragen',
} as const;

const verdicts = { yes: 'ja, ', no: 'nee, ' } as const;
const manyAtOnce = (value: number): string => `Dat zijn ${count(value)} apparaten tegelijk.`;
const counted = (value: number): Noun => ({ text: '', gender: null, isPlural: value > 1 });

export const dutch: LanguagePack = {
  language: 'nl',
  timers,
  lists,
  memory,
  tells,
  policy,
  ...pinReplies,
  butOff: 'Het apparaat staat wel uit.',
  restWasSo: 'Verder hoefde er niets te veranderen.',
  nothingToDo: 'Ik heb niets gevonden waarmee dat kan.',
  homeAway: 'Ik kan Home Assistant nu niet bereiken.',
  interrupted:
    'Ik werd daarbij onderbroken en weet niet wat er is gebeurd. Kijk het liever na voordat het opnieuw wordt gevraagd.',
  tellingOthers: 'Ik vertel het de anderen.',
  nobodyToTell: 'Er is geen ander apparaat waarop ik dat kan zeggen.',
  messageUnheard: 'Het bericht kon nergens worden afgespeeld.',
  confirmAgain: 'Zeg alsjeblieft ja of nee.',
  dropped: 'Goed, ik heb niets veranderd.',
  onOrOff: 'Aan of uit?',
  nothingAsked: 'Ik wacht nu niet op een antwoord en heb niets veranderd.',
  nothingDone: 'Ik heb in dit gesprek nog niets gedaan.',
  cannotUndo: 'Dat kan ik niet terugdraaien.',
  nothingHeard: 'Ik heb niets gehoord.',
  notUnderstood: 'Sorry, dat heb ik niet begrepen.',
  notARequest: 'Ik heb dat niet als opdracht opgevat en niets veranderd.',
  negated: 'Goed, ik heb niets veranderd.',
  forLater: 'Ik kan nog niets voor later doen en heb niets veranderd.',
  unsupported: 'Dat heb ik begrepen, maar ik kan het nog niet.',
  languageUnknown: 'Deze taal begrijp ik hier nog niet.',
  ownSentenceRefused:
    'Dat start iets van het huis zelf in Home Assistant, en via deze verbinding mag ik dat niet. Ik heb niets veranderd.',
  homeRan: 'Ik heb het doorgegeven aan Home Assistant.',
  homeSilent: 'Home Assistant heeft nog niet geantwoord. Ik weet niet of het is gebeurd.',
  modelAway: 'Dat heb ik niet begrepen, en mijn taalmodel antwoordt nu niet.',
  modelRefused:
    'Dat heb ik niet begrepen, en mijn taalmodel weigert te antwoorden: de sleutel of de naam klopt niet.',
  modelLimited: 'Dat heb ik niet begrepen, en mijn taalmodel neemt voorlopig geen vragen meer aan.',
  modelBrokeOff: 'Mijn taalmodel is hier gestopt.',
  didNothing: 'Ik heb niets veranderd.',

  changed: ({ wish, subject, progress }) => {
    const words = wishWords(wish);
    const phrase = phraseOf(subject);
    if (progress === 'done' && words.terse) return sentence(`${phrase.bare} ${words.terse(phrase)}`);
    return sentence(`${phrase.full} ${progressWords(words, phrase, progress)}`);
  },
  alreadySo: ({ wish, subject }) => {
    const phrase = phraseOf(subject);
    return sentence(`${phrase.full} ${wishWords(wish).already(phrase)}`);
  },
  partly: ({ wish, progress, goodCount, totalCount, troubles }) => {
    const words = progressWords(wishWords(wish), counted(goodCount), progress);
    return sentence(
      `${count(goodCount)} van de ${count(totalCount)} ${words}; ${list(troubles.map(troubleClause))}`,
    );
  },
  notDone: ({ troubles }) => {
    const clauses = list(troubles.map(troubleClause));
    if (troubles.every(({ why }) => why === 'no-answer')) return `Verstuurd, maar ${clauses}.`;
    if (troubles.every(({ why }) => why === 'never-reports'))
      return `Verstuurd, maar ${clauses}; meer weet ik niet.`;
    if (troubles.every(({ why }) => why === 'refused-by-home'))
      return `Home Assistant heeft dat geweigerd voor ${list(troubles.map(({ name }) => theName(name)))}.`;
    return sentence(clauses);
  },
  moreUnproven: ({ count: value }) => sentence(`${count(value)} andere hebben het niet bevestigd`),

  confirm: ({ wish, subject, why, count: devices }) =>
    why === 'many-devices'
      ? `${manyAtOnce(devices)} Zal ik dat echt doen?`
      : `Zal ik ${wishWords(wish).todo(phraseOf(subject).full)}?`,
  cannotConfirm: ({ wish, subject, why, count: devices, because }) =>
    why === 'many-devices'
      ? `${manyAtOnce(devices)} Daar is een bevestiging voor nodig, en ${noConfirmation[because]}. Noem liever een kamer.`
      : `${sentence(wishWords(wish).todo(phraseOf(subject).full)).slice(0, -1)}: daar is een bevestiging voor nodig, en ${noConfirmation[because]}. Ik heb niets veranderd.`,
  lateFailure: ({ name, wish, end, state }) => {
    const noun = nounOf(name);
    const now = `${theName(name)} ${isInState(noun, state)}`;
    const wanted = wishWords(wish).todo(theName(name));
    if (end === 'stopped')
      return sentence(`${theName(name)} ${verbFor(['is', 'zijn'], noun)} onderweg blijven staan: ${now}`);
    if (end === 'failed') return `Dat is niet gelukt: ${wanted}. ${sentence(now)}`;
    return `Ik weet niet of het is gelukt: ${wanted}. Laatst gemeld: ${now}.`;
  },

  whichOne: ({ names }) => `${names.length === 1 ? 'Bedoelde je' : 'Welke:'} ${either(names.map(theName))}?`,
  whichRoom: () => 'In welke kamer?',

  unfit: ({ name }) => `Dat kan ik niet doen met ${theName(name)}.`,
  noneThere: ({ className, place }) =>
    `Ik heb ${inPlace(place)} ${countKind(0, className)} gevonden waarmee dat kan.`,
  noneAnywhere: ({ className }) => `Daar heb ik ${countKind(0, className)} voor gevonden.`,
  unknownPlace: ({ said }) => `Ik ken geen kamer die ${said} heet.`,
  unknownName: ({ said }) => `Ik ken geen apparaat dat ${said} heet.`,

  stateOfOne: ({ name, state, verdict }) =>
    sentence(`${verdict ? verdicts[verdict] : ''}${theName(name)} ${isInState(nounOf(name), state)}`),
  allAre: ({ subject, state }) => {
    const phrase = phraseOf(subject);
    return sentence(`ja, ${phrase.full} ${isInState(phrase, state)}`);
  },
  noneAre: ({ subject, state }) => {
    const none = subject.by === 'class' ? countKind(0, subject.className) : 'geen ervan';
    const where = subject.by === 'class' && subject.place ? ` ${inPlace(subject.place)}` : '';
    return sentence(`nee, ${none}${where} ${isInState(counted(1), state)}`);
  },
  someAre: ({ state, yesCount, totalCount, names }) => {
    const named = names.length === 0 ? '' : `: ${list(names.map(theName))}`;
    return sentence(
      `${count(yesCount)} van de ${count(totalCount)} ${isInState(counted(yesCount), state)}${named}`,
    );
  },
  theseAre: ({ state, names, isYes }) => {
    const phrase = phraseOf({ by: 'name', names });
    return sentence(`${isYes ? 'ja, ' : ''}${phrase.full} ${isInState(phrase, state)}`);
  },
  countAre: ({ state, count: value, className, place, verdict }) => {
    const where = place === null ? '' : ` ${inPlace(place)}`;
    return sentence(
      `${verdict ? verdicts[verdict] : ''}${countKind(value, className)}${where} ${isInState(counted(value), state)}`,
    );
  },
  readings: ({ of }) =>
    sentence(list(of.map(({ name, reading }) => `${theName(name)} ${spokenReading(nounOf(name), reading)}`))),
  onlyKnown: ({ name, state }) => `Ik weet alleen: ${theName(name)} ${isInState(nounOf(name), state)}.`,
  unreachable: ({ subject }) => {
    const phrase = phraseOf(subject);
    return sentence(`${phrase.full} ${areUnreachable(phrase)}`);
  },
  unreachableCount: ({ count: value }) => sentence(`${count(value)} ${areUnreachable(counted(value))}`),
  cannotTell: ({ subject, why }) => {
    const phrase = phraseOf(subject);
    const { full } = phrase;
    if (why === 'unreachable') return `Dat weet ik niet: ${full} ${areUnreachable(phrase)}.`;
    return `Dat weet ik niet: ${full} ${verbFor(['heeft', 'hebben'], phrase)} nog niets gemeld.`;
  },
};
