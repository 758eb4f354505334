/** Dutch: the clock, the calendar and the sky. */
import { numberWith } from '../phrasing.ts';
import { tellWords } from '../tell-words.ts';

const inWords = numberWith('.', 'min');

export const tells = tellWords({
  language: 'nl',
  time: (time) => `het is ${time}`,
  date: (date) => `vandaag is het ${date}`,
  greeting: 'Hallo.',
  thanks: 'Graag gedaan.',
  help: 'Ik kan lampen schakelen, gordijnen bewegen, de verwarming zetten, muziek spelen en timers en lijsten bijhouden.',
  conditions: {
    'clear-night': 'helder',
    cloudy: 'bewolkt',
    exceptional: 'ongewoon weer',
    fog: 'mistig',
    hail: 'aan het hagelen',
    lightning: 'aan het onweren',
    'lightning-rainy': 'aan het onweren met regen',
    partlycloudy: 'half bewolkt',
    pouring: 'aan het stortregenen',
    rainy: 'aan het regenen',
    snowy: 'aan het sneeuwen',
    'snowy-rainy': 'aan het sneeuwen met regen',
    sunny: 'zonnig',
    windy: 'winderig',
    'windy-variant': 'winderig en bewolkt',
  },
  weather: (condition, degrees) =>
    degrees === null ? `het is ${condition}` : `het is ${condition}, bij ${inWords(degrees)} graden`,
});
