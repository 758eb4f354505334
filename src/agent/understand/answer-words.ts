/** Yes and no in the languages whose sentences we do not parse ourselves. English has them in its grammar. */
import { primarySubtag } from '../../core/language-tag.ts';

type Words = { readonly yes: readonly string[]; readonly no: readonly string[] };

const answerWords: Readonly<Record<string, Words>> = {
  de: {
    yes: [
      'ja',
      'ja bitte',
      'ja gerne',
      'jawohl',
      'gerne',
      'klar',
      'na klar',
      'ja klar',
      'sicher',
      'ja sicher',
    ].concat([
      'natürlich',
      'genau',
      'ok',
      'okay',
      'in ordnung',
      'mach das',
      'ja mach das',
      'bitte',
      'ja okay',
    ]),
    no: [
      'nein',
      'nein danke',
      'nee',
      'nö',
      'ne',
      'nicht',
      'lieber nicht',
      'nein lieber nicht',
      'auf keinen fall',
    ].concat([
      'abbrechen',
      'stopp',
      'stop',
      'lass es',
      'lass das',
      'nein lass das',
      'vergiss es',
      'bloß nicht',
    ]),
  },
  fr: {
    yes: [
      'oui',
      'ouais',
      'oui merci',
      "oui s'il te plaît",
      "oui s'il vous plaît",
      'bien sûr',
      'oui bien sûr',
    ].concat(["d'accord", "oui d'accord", 'vas-y', 'oui vas-y', 'ok', 'okay', 'absolument', 'volontiers']),
    no: [
      'non',
      'non merci',
      'surtout pas',
      'pas maintenant',
      'annule',
      'annuler',
      'arrête',
      'stop',
      'laisse',
    ].concat(['laisse tomber', 'non laisse tomber', 'oublie', 'ne fais pas ça']),
  },
  es: {
    yes: [
      'sí',
      'si',
      'sí por favor',
      'si por favor',
      'claro',
      'claro que sí',
      'claro que si',
      'sí claro',
      'vale',
    ].concat(['sí vale', 'de acuerdo', 'por supuesto', 'hazlo', 'sí hazlo', 'adelante', 'ok', 'okay']),
    no: [
      'no',
      'no gracias',
      'mejor no',
      'no lo hagas',
      'cancela',
      'cancelar',
      'para',
      'déjalo',
      'no déjalo',
    ].concat(['olvídalo', 'ni hablar', 'stop']),
  },
  nl: {
    yes: [
      'ja',
      'ja graag',
      'graag',
      'jazeker',
      'zeker',
      'ja zeker',
      'natuurlijk',
      'ja natuurlijk',
      'prima',
    ].concat([
      'ja prima',
      'ok',
      'oké',
      'okay',
      'doe maar',
      'ja doe maar',
      'is goed',
      'ja is goed',
      'ja hoor',
    ]),
    no: [
      'nee',
      'nee bedankt',
      'nee dank je',
      'liever niet',
      'nee liever niet',
      'niet doen',
      'laat maar',
    ].concat(['nee laat maar', 'annuleer', 'annuleren', 'stop', 'vergeet het']),
  },
};

/** Only a whole sentence of these words is an answer; null for everything else. */
export function readAnswer(text: string, language: string): 'yes' | 'no' | null {
  const words = answerWords[primarySubtag(language)];
  const said = text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('’', "'")
    .replaceAll(/[.,!?¡¿]/g, ' ');
  const sentence = said.trim().replaceAll(/\s+/g, ' ');
  if (words?.no.includes(sentence)) return 'no';
  return words?.yes.includes(sentence) ? 'yes' : null;
}
