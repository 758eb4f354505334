/** English: the clock, the calendar and the sky. */
import { numberWith } from '../phrasing.ts';
import { tellWords } from '../tell-words.ts';

const inWords = numberWith('.', 'minus');

export const tells = tellWords({
  language: 'en',
  time: (time) => `it is ${time}`,
  date: (date) => `today is ${date}`,
  greeting: 'Hello.',
  thanks: 'You are welcome.',
  help: 'You can ask me to switch lights, move blinds, set the heating, play music, keep timers and lists, or tell you how things are.',
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
});
