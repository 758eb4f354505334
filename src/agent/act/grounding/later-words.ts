/**
 * Words that put what a clause asks for to another time, per language. Such a clause asks for nothing now, and times can
 * not be kept yet: acting on it would be acting at once. Patterns see plain lower-case words, numbers as digits.
 */
import { wordSet } from './lexicon.ts';

const unit = {
  en: '(?:seconds?|minutes?|hours?|days?|weeks?)',
  de: '(?:sekunden?|minuten?|stunden?|tage?n?|wochen?)',
  fr: '(?:secondes?|minutes?|heures?|jours?|semaines?)',
  es: '(?:segundos?|minutos?|horas?|días?|semanas?)',
  nl: '(?:seconden?|minuten?|minuut|uur|uren|dag|dagen|weken|week)',
} as const;

const words: Readonly<Record<keyof typeof unit, readonly string[]>> = {
  en: [
    `(?:in|after|within) (?:an?|half an|a (?:few|couple of)|some|\\d+(?: and a half)?) ${unit.en}`,
    // "Hold it for a second": whoever says so will say when to go on.
    `(?<!(?:hold|pause|mute|hush|halt|freeze|stop|wait|quiet)(?: [^ ]+){0,5} )for an? ${unit.en}`,
    `(?<!enough(?: [^ ]+){1,3} )for (?:half an|a (?:few|couple of)|\\d+) ${unit.en}`,
    '(?<!(?:heating|thermostat|temperature|volume|humidity|ac|con|conditioner|conditioning|radiator|to cool|to heat) )at (?:(?:1?\\d|2[0-4])(?::\\d+)?(?![\\d.]| ?(?:%|percent|degrees))|noon|midnight|sunset|sunrise|dawn|dusk|night|half past|quarter|bedtime)',
    // "It is cold tonight" is so now.
    '(?<!(?<!\\p{L})(?:is|am|are|feels?)(?: (?!\\p{L}+ing )[^ ]+){1,3} )(?<!for )(?:tonight|this (?:evening|afternoon))',
    'tomorrow|later|in the (?:morning|evening|afternoon)|(?:until|till)(?! (?:then|(?:i|we|he|she|they|everyone) (?:am|are|is|come|comes|get|gets|have|has|return|returns)))|before (?:\\d|noon|midnight|sunset|sunrise|dark|dawn|dusk|bed|dinner|lunch|breakfast|supper|work|school|[^ ]+day)|once|whenever',
    '(?:every|each|on|next) (?:day|morning|evening|night|week|weekday|weekend|hour|(?:mon|tues|wednes|thurs|fri|satur|sun)days?)',
    'wait .* then',
  ],
  de: [
    `(?:in|nach) (?:eine[rm]?|einer halben|ein paar|\\d+) ${unit.de}`,
    `für (?:eine[n]?|ein paar|\\d+) ${unit.de}`,
    'um (?:\\d+(?::\\d+)?(?! ?(?:%|prozent|grad))|mitternacht|halb|viertel)|gegen \\d+ uhr',
    'morgen|später|nachher|heute (?:abend|nacht|nachmittag)|bei sonnen(?:untergang|aufgang)|bis|jeden|jede|täglich|am (?:(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|abend|morgen|wochenende)',
  ],
  fr: [
    `(?:dans|après|pendant) (?:une?|quelques|une demi|\\d+) ?${unit.fr}`,
    'à (?:\\d+ ?h(?:eures?)?|\\d+ heures?|midi|minuit)|au (?:coucher|lever) du soleil',
    'demain|plus tard|tout à l heure|ce soir|cette nuit|cet après-midi|chaque|tous les|toutes les|jusqu à|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche',
  ],
  es: [
    `(?:en|dentro de|después de|durante) (?:una?|unos|unas|media|\\d+) ?${unit.es}`,
    'a las? \\d+|a (?:mediodía|medianoche)|al (?:atardecer|amanecer|anochecer)',
    'mañana|más tarde|luego|esta (?:noche|tarde)|cada|todos los|todas las|hasta|el (?:lunes|martes|miércoles|jueves|viernes|sábado|domingo)',
  ],
  nl: [
    `(?:over|na|binnen) (?:een|een half|een paar|\\d+) ${unit.nl}`,
    `(?:een|een half|\\d+) ${unit.nl} lang`,
    'om (?:\\d+|half|kwart|middernacht)|bij zons(?:ondergang|opkomst)',
    'morgen|later|straks|vanavond|vannacht|vanmiddag|elke|iedere|tot|op (?:maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag)',
  ],
};

const patterns: ReadonlyMap<string, RegExp> = new Map(
  Object.entries(words).map(([language, parts]) => [
    language,
    new RegExp(`(?<![\\p{L}\\p{N}])(?:${parts.join('|')})(?![\\p{L}\\p{N}])`, 'u'),
  ]),
);

export const isForLater = (text: string, language: string): boolean =>
  patterns.get(language)?.test(text) === true;

/** Words that stand beside a time and tell nothing themselves. */
const besideTimes = wordSet(
  'but only just maybe perhaps not now then first thing about around please rather more or and sometime the by from on at in it',
  'aber nur erst nicht jetzt vielleicht gegen so lieber bitte und oder am im um mais seulement pas maintenant vers plutôt peut être et ou le la à',
  'pero solo sólo no ahora quizás mejor hacia y o el la a las maar alleen pas niet nu misschien liever rond en of de het',
);

/** "Busy day tomorrow", beside what is asked for now: it tells of a time and puts nothing off to it. */
export function tellsOfTime(text: string, language: string): boolean {
  const pattern = patterns.get(language);
  const found = pattern?.exec(text);
  if (pattern === undefined || !found || found.index === 0) return false;
  const rest = text.replaceAll(new RegExp(pattern.source, 'gu'), ' ').split(' ');
  return rest.filter((word) => word !== '' && !besideTimes.has(word)).length >= 2;
}
