/** German: the clock, the calendar and the sky. */
import { numberWith } from '../phrasing.ts';
import { tellWords } from '../tell-words.ts';

const inWords = numberWith('.', 'minus');

export const tells = tellWords({
  language: 'de',
  time: (time) => `es ist ${time} Uhr`,
  date: (date) => `heute ist ${date}`,
  greeting: 'Hallo.',
  thanks: 'Gern geschehen.',
  help: 'Ich kann Lichter schalten, Rollläden fahren, die Heizung stellen, Musik spielen, Timer und Listen führen und sagen, wie es steht.',
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
});
