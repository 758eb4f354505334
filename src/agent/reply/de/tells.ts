/** German: the clock, the calendar and the sky. */
import { numberWith } from '../phrasing.ts';
import { list, theName } from './nouns.ts';
import { tellWords } from '../tell-words.ts';

const inWords = numberWith('.', 'minus');

export const tells = tellWords({
  language: 'de',
  time: (time) => `es ist ${time} Uhr`,
  date: (date) => `heute ist ${date}`,
  greeting: 'Hallo.',
  farewell: 'Auf Wiederhören.',
  thanks: 'Gern geschehen.',
  help: 'Ich kann Lichter schalten, Rollläden fahren, die Heizung stellen, Musik spielen, Timer und Listen führen und sagen, wie es steht.',
  name: 'Ich bin Hearken, die Stimme dieses Hauses.',
  conditions: {
    'clear-night': 'klar',
    cloudy: 'bewölkt',
    exceptional: 'ungewöhnlich',
    fog: 'neblig',
    hail: 'hagelig',
    lightning: 'gewittrig',
    'lightning-rainy': 'gewittrig mit Regen',
    partlycloudy: 'teils bewölkt',
    pouring: 'sehr regnerisch',
    rainy: 'regnerisch',
    snowy: 'winterlich mit Schnee',
    'snowy-rainy': 'winterlich mit Schneeregen',
    sunny: 'sonnig',
    windy: 'windig',
    'windy-variant': 'windig und bewölkt',
  },
  weather: (condition, degrees) =>
    degrees === null ? `es ist ${condition}` : `es ist ${condition} bei ${inWords(degrees)} Grad`,
  playing: (name, title, artist) =>
    `${theName(name)} spielt ${title}${artist === null ? '' : ` von ${artist}`}`,
  more: (count) => `es gibt ${count} weitere`,
  forecast: {
    yes: 'ja',
    no: 'nein',
    today: 'heute',
    tomorrow: 'morgen',
    onDay: (weekday) => `am ${weekday}`,
    between: (lowest, highest) => `${inWords(lowest)} bis ${inWords(highest)} Grad`,
    upTo: (highest) => `bis ${inWords(highest)} Grad`,
    rain: (percent) => `Regen zu ${percent} Prozent`,
    unknown: 'Ich bekomme gerade keine Vorhersage',
  },
  people: {
    yes: 'ja',
    no: 'nein',
    list,
    home: (who, isMany) => `${who} ${isMany ? 'sind' : 'ist'} zu Hause`,
    away: (who, isMany) => `${who} ${isMany ? 'sind' : 'ist'} nicht zu Hause`,
    inZone: (who, isMany, zone) => `${who} ${isMany ? 'sind' : 'ist'} in der Zone ${zone}`,
    unknown: (who, isMany) => `ich weiß nicht, wo ${who} ${isMany ? 'sind' : 'ist'}`,
    nobodyHome: 'niemand ist zu Hause',
    nobodyAway: 'niemand ist weg',
  },
});
