/** What the agent says in German. */
import type { LanguagePack, Progress, Trouble } from '../language-pack.ts';
import type { Noun } from '../phrasing.ts';
import { sentence } from '../phrasing.ts';
import type { WishWords } from '../wish-words.ts';
import { count, countKind, either, inPlace, list, noKind, nounOf, phraseOf, theName } from './nouns.ts';
import { isInState, spokenReading } from './readings.ts';
import { lists } from './lists.ts';
import { memory } from './memory.ts';
import { pinReplies, policy } from './policy.ts';
import { tells } from './tells.ts';
import { timers } from './timers.ts';
import { unableClause } from './unable.ts';
import { wishWords } from './wishes.ts';

/** "ist geschlossen", "schließt sich gerade", or both. */
function progressWords({ is, going }: WishWords, noun: Noun, progress: Progress): string {
  if (progress === 'done') return is(noun);
  return progress === 'underway' ? going(noun) : `${is(noun)} oder ${going(noun)}`;
}

function troubleClause(trouble: Trouble): string {
  if (trouble.why === 'unable') return unableClause(trouble);
  const { name, why } = trouble;
  const { isPlural } = nounOf(name);
  const device = theName(name);
  switch (why) {
    case 'no-answer':
      return `${device} ${isPlural ? 'haben' : 'hat'} noch nicht geantwortet`;
    case 'never-reports':
      return `${device} ${isPlural ? 'geben' : 'gibt'} nie eine Rückmeldung`;
    case 'unreachable':
      return `${device} ${isPlural ? 'sind' : 'ist'} nicht erreichbar`;
    case 'refused-by-home':
      return `${device} ${isPlural ? 'haben' : 'hat'} es nicht angenommen`;
  }
}

const noConfirmation = {
  connection: 'über diese Verbindung kann ich keine einholen',
  satellite: 'dieses Gerät darf keine geben',
  conversation: 'hier kann ich keine einholen',
} as const;

const verdicts = { yes: 'ja, ', no: 'nein, ' } as const;
const manyAtOnce = (value: number): string => `Das sind ${count(value)} Geräte auf einmal.`;
const several: Noun = { text: '', gender: null, isPlural: true };
const counted = (value: number): Noun => ({ ...several, isPlural: value > 1 });

export const german: LanguagePack = {
  language: 'de',
  timers,
  lists,
  memory,
  tells,
  policy,
  ...pinReplies,
  butOff: 'Eingeschaltet ist das Gerät aber nicht.',
  restWasSo: 'Sonst war nichts zu ändern.',
  nothingToDo: 'Ich habe nichts gefunden, womit das geht.',
  homeAway: 'Ich erreiche Home Assistant gerade nicht.',
  interrupted:
    'Ich wurde dabei unterbrochen und weiß nicht, was geschehen ist. Bitte erst nachsehen und dann noch einmal fragen.',
  tellingOthers: 'Ich sage es den anderen.',
  nobodyToTell: 'Es gibt kein anderes Gerät, auf dem ich das sagen könnte.',
  messageUnheard: 'Die Nachricht konnte nirgends abgespielt werden.',
  confirmAgain: 'Bitte ja oder nein sagen.',
  dropped: 'In Ordnung, ich habe nichts geändert.',
  onOrOff: 'An oder aus?',
  nothingAsked: 'Ich warte gerade auf keine Antwort und habe nichts geändert.',
  nothingDone: 'In diesem Gespräch habe ich noch nichts getan.',
  cannotUndo: 'Das kann ich nicht zurücknehmen.',
  nothingHeard: 'Ich habe nichts gehört.',
  notUnderstood: 'Das habe ich leider nicht verstanden.',
  notARequest: 'Das habe ich nicht als Auftrag verstanden und nichts geändert.',
  negated: 'In Ordnung, ich habe nichts geändert.',
  forLater: 'Für später kann ich mir noch nichts vornehmen. Ich habe nichts geändert.',
  unsupported: 'Das habe ich verstanden, kann es aber noch nicht.',
  languageUnknown: 'Diese Sprache verstehe ich hier noch nicht.',
  ownSentenceRefused:
    'Das startet etwas Eigenes in Home Assistant, und über diese Verbindung darf ich das nicht. Ich habe nichts geändert.',
  homeRan: 'Ich habe es an Home Assistant weitergegeben.',
  homeSilent: 'Home Assistant hat noch nicht geantwortet. Ich weiß nicht, ob es geschehen ist.',
  modelAway: 'Das habe ich nicht verstanden, und mein Sprachmodell antwortet gerade nicht.',
  modelRefused:
    'Das habe ich nicht verstanden, und mein Sprachmodell lehnt ab: Sein Schlüssel oder sein Name ist falsch.',
  modelLimited: 'Das habe ich nicht verstanden, und mein Sprachmodell nimmt gerade keine Fragen mehr an.',
  modelBrokeOff: 'Hier ist mein Sprachmodell abgebrochen.',
  didNothing: 'Ich habe nichts geändert.',

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
      `${count(goodCount)} von ${count(totalCount)} ${words}; ${list(troubles.map(troubleClause))}`,
    );
  },
  notDone: ({ troubles }) => {
    const clauses = list(troubles.map(troubleClause));
    if (troubles.every(({ why }) => why === 'no-answer')) return `Gesendet, aber ${clauses}.`;
    if (troubles.every(({ why }) => why === 'never-reports'))
      return `Gesendet, aber ${clauses}; mehr weiß ich nicht.`;
    if (troubles.every(({ why }) => why === 'refused-by-home'))
      return `Home Assistant hat das abgelehnt: ${list(troubles.map(({ name }) => name))}.`;
    return sentence(clauses);
  },
  moreUnproven: ({ count: value }) => sentence(`${count(value)} weitere haben es nicht bestätigt`),

  confirm: ({ wish, subject, why, count: devices }) =>
    why === 'many-devices'
      ? `${manyAtOnce(devices)} Soll ich das wirklich tun?`
      : `Soll ich ${wishWords(wish).todo(phraseOf(subject).object)}?`,
  cannotConfirm: ({ wish, subject, why, count: devices, because }) =>
    why === 'many-devices'
      ? `${manyAtOnce(devices)} Das braucht eine Bestätigung, und ${noConfirmation[because]}. Bitte einen Raum nennen.`
      : `${sentence(wishWords(wish).todo(phraseOf(subject).object)).slice(0, -1)}: Das braucht eine Bestätigung, und ${noConfirmation[because]}. Ich habe nichts geändert.`,
  lateFailure: ({ name, wish, end, state }) => {
    const noun = nounOf(name);
    const now = `${theName(name)} ${isInState(noun, state)}`;
    if (end === 'stopped')
      return sentence(
        `${theName(name)} ${noun.isPlural ? 'sind' : 'ist'} unterwegs stehen geblieben: ${now}`,
      );
    const wanted = wishWords(wish).todo(phraseOf({ by: 'name', names: [name] }).object);
    if (end === 'failed') return `Das ist nicht gelungen: ${wanted}. ${sentence(now)}`;
    return `Ich weiß nicht, ob es gelungen ist: ${wanted}. Zuletzt gemeldet: ${now}.`;
  },

  whichOne: ({ names }) => `Was ist gemeint: ${either(names.map(theName))}?`,
  whichRoom: () => 'In welchem Raum?',

  unfit: ({ name }) => `Das geht nicht: ${theName(name)} kann das nicht.`,
  noneThere: ({ className, place }) =>
    `Ich habe ${inPlace(place)} ${noKind(className, 'accusative')} gefunden, womit das geht.`,
  noneAnywhere: ({ className }) => `Dafür habe ich ${noKind(className, 'accusative')} gefunden.`,
  unknownPlace: ({ said }) => `Ich kenne keinen Raum namens ${said}.`,
  unknownName: ({ said }) => `Ich kenne kein Gerät namens ${said}.`,

  stateOfOne: ({ name, state, verdict }) =>
    sentence(`${verdict ? verdicts[verdict] : ''}${theName(name)} ${isInState(nounOf(name), state)}`),
  allAre: ({ subject, state }) => sentence(`ja, ${phraseOf(subject).full} ${isInState(several, state)}`),
  noneAre: ({ subject, state }) => {
    const none = subject.by === 'class' ? noKind(subject.className, 'nominative') : 'nichts davon';
    const where = subject.by === 'class' && subject.place ? ` ${inPlace(subject.place)}` : '';
    return sentence(`nein, ${none}${where} ${isInState(counted(1), state)}`);
  },
  someAre: ({ state, yesCount, totalCount, names }) => {
    const named = names.length === 0 ? '' : `: ${list(names.map(theName))}`;
    return sentence(
      `${count(yesCount)} von ${count(totalCount)} ${isInState(counted(yesCount), state)}${named}`,
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
  onlyKnown: ({ name, state }) => `Ich weiß nur: ${theName(name)} ${isInState(nounOf(name), state)}.`,
  unreachable: ({ subject }) => {
    const { full, isPlural } = phraseOf(subject);
    return sentence(`${full} ${isPlural ? 'sind' : 'ist'} nicht erreichbar`);
  },
  unreachableCount: ({ count: value }) =>
    sentence(`${count(value)} ${value > 1 ? 'sind' : 'ist'} nicht erreichbar`),
  cannotTell: ({ subject, why }) => {
    const { full, isPlural } = phraseOf(subject);
    if (why === 'unreachable')
      return `Das weiß ich nicht: ${full} ${isPlural ? 'sind' : 'ist'} nicht erreichbar.`;
    return `Das weiß ich nicht: ${full} ${isPlural ? 'haben' : 'hat'} noch nichts gemeldet.`;
  },
};
