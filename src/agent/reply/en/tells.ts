/** English: the clock, the calendar and the sky. */
import { numberWith } from '../phrasing.ts';
import { tellWords } from '../tell-words.ts';
import { isOrAre, list, theName } from './words.ts';

const inWords = numberWith('.', 'minus');
const plural = (isMany: boolean): string => (isMany ? 'are' : 'is');

export const tells = tellWords({
  language: 'en',
  time: (time) => `it is ${time}`,
  date: (date) => `today is ${date}`,
  greeting: 'Hello.',
  farewell: 'Goodbye.',
  thanks: 'You are welcome.',
  help: 'You can ask me to switch lights, move blinds, set the heating, play music, keep timers and lists, or tell you how things are.',
  name: 'I am Hearken, the voice of this home.',
  conditions: {
    'clear-night': 'clear',
    cloudy: 'cloudy',
    exceptional: 'unusual',
    fog: 'foggy',
    hail: 'hailing',
    lightning: 'thundering',
    'lightning-rainy': 'thundering and raining',
    partlycloudy: 'partly cloudy',
    pouring: 'pouring',
    rainy: 'raining',
    snowy: 'snowing',
    'snowy-rainy': 'snowing and raining',
    sunny: 'sunny',
    windy: 'windy',
    'windy-variant': 'windy and cloudy',
  },
  weather: (condition, degrees) =>
    degrees === null ? `it is ${condition}` : `it is ${condition}, with ${inWords(degrees)} degrees`,
  playing: (name, title, artist) =>
    `${theName(name)} ${plural(isOrAre(name) === 'are')} playing ${title}${artist === null ? '' : ` by ${artist}`}`,
  more: (count) => `there are ${count} more`,
  forecast: {
    yes: 'yes',
    no: 'no',
    today: 'today',
    tomorrow: 'tomorrow',
    onDay: (weekday) => `on ${weekday}`,
    between: (lowest, highest) => `${inWords(lowest)} to ${inWords(highest)} degrees`,
    upTo: (highest) => `up to ${inWords(highest)} degrees`,
    rain: (percent) => `${percent} percent chance of rain`,
    unknown: "I can't get the forecast right now",
  },
  people: {
    yes: 'yes',
    no: 'no',
    list,
    home: (who, isMany) => `${who} ${plural(isMany)} home`,
    away: (who, isMany) => `${who} ${plural(isMany)} away`,
    inZone: (who, isMany, zone) => `${who} ${plural(isMany)} at ${zone}`,
    unknown: (who, isMany) => `I don't know where ${who} ${plural(isMany)}`,
    nobodyHome: 'nobody is home',
    nobodyAway: 'nobody is away',
  },
});
