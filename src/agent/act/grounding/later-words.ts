/**
 * Words that put what a clause asks for to another time, per language. Such a clause asks for nothing now, and times can
 * not be kept yet: acting on it would be acting at once. Patterns see plain lower-case words, numbers as digits.
 */
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
    `for (?:an?|half an|a (?:few|couple of)|\\d+) ${unit.en}`,
    'at (?:\\d+(?::\\d+)?(?! ?(?:%|percent|degrees))|noon|midnight|sunset|sunrise|dawn|dusk|night|half past|quarter|bedtime)',
    'tomorrow|tonight|later|this (?:evening|afternoon)|in the (?:morning|evening|afternoon)|until|till|before|once|whenever',
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
