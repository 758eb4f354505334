/** Dutch: the clock, the calendar and the sky. */
import { numberWith } from '../phrasing.ts';
import { list, theName } from './nouns.ts';
import { tellWords } from '../tell-words.ts';

const inWords = numberWith('.', 'min');

export const tells = tellWords({
  language: 'nl',
  time: (time) => `het is ${time}`,
  date: (date) => `vandaag is het ${date}`,
  greeting: 'Hallo.',
  farewell: 'Tot ziens.',
  thanks: 'Graag gedaan.',
  help: 'Ik kan lampen schakelen, gordijnen bewegen, de verwarming zetten, muziek spelen en timers en lijsten bijhouden.',
  name: 'Ik ben Hearken, de stem van dit huis.',
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
  playing: (name, title, artist) =>
    `${theName(name)} speelt ${title}${artist === null ? '' : ` van ${artist}`}`,
  more: (count) => `er zijn er nog ${count}`,
  forecast: {
    yes: 'ja',
    no: 'nee',
    today: 'vandaag',
    tomorrow: 'morgen',
    onDay: (weekday) => `op ${weekday}`,
    between: (lowest, highest) => `${inWords(lowest)} tot ${inWords(highest)} graden`,
    upTo: (highest) => `tot ${inWords(highest)} graden`,
    rain: (percent) => `${percent} procent kans op regen`,
    unknown: 'ik krijg nu geen verwachting',
  },
  people: {
    yes: 'ja',
    no: 'nee',
    list,
    home: (who, isMany) => `${who} ${isMany ? 'zijn' : 'is'} thuis`,
    away: (who, isMany) => `${who} ${isMany ? 'zijn' : 'is'} niet thuis`,
    inZone: (who, isMany, zone) => `${who} ${isMany ? 'zijn' : 'is'} in de zone ${zone}`,
    unknown: (who, isMany) => `ik weet niet waar ${who} ${isMany ? 'zijn' : 'is'}`,
    nobodyHome: 'er is niemand thuis',
    nobodyAway: 'er is niemand weg',
  },
});
