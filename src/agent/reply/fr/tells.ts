/** French: the clock, the calendar and the sky. */
import { numberWith } from '../phrasing.ts';
import { list, theName } from './nouns.ts';
import { tellWords } from '../tell-words.ts';

const inWords = numberWith('.', 'moins');

export const tells = tellWords({
  language: 'fr',
  time: (time) => `il est ${time.replace(':', ' h ').replace(/ h 00$/, ' h')}`,
  date: (date) => `nous sommes le ${date}`,
  greeting: 'Bonjour.',
  farewell: 'Au revoir.',
  thanks: 'Je vous en prie.',
  help: 'Je peux allumer des lumières, bouger des volets, régler le chauffage, jouer de la musique, tenir des minuteurs et des listes.',
  name: 'Je suis Hearken, la voix de cette maison.',
  conditions: {
    'clear-night': 'le ciel est clair',
    cloudy: 'le ciel est couvert',
    exceptional: 'le temps est inhabituel',
    fog: 'il y a du brouillard',
    hail: 'il grêle',
    lightning: 'il y a de l’orage',
    'lightning-rainy': 'il y a de l’orage et de la pluie',
    partlycloudy: 'le ciel est partiellement nuageux',
    pouring: 'il pleut très fort',
    rainy: 'il pleut',
    snowy: 'il neige',
    'snowy-rainy': 'il tombe de la neige fondue',
    sunny: 'il y a du soleil',
    windy: 'il y a du vent',
    'windy-variant': 'il y a du vent et des nuages',
  },
  weather: (condition, degrees) =>
    degrees === null ? condition : `${condition}, il fait ${inWords(degrees)} degrés`,
  playing: (name, title, artist) => `${theName(name)} joue ${title}${artist === null ? '' : ` de ${artist}`}`,
  more: (count) => `il y en a ${count} de plus`,
  forecast: {
    yes: 'oui',
    no: 'non',
    today: "aujourd'hui",
    tomorrow: 'demain',
    onDay: (weekday) => weekday,
    between: (lowest, highest) => `de ${inWords(lowest)} à ${inWords(highest)} degrés`,
    upTo: (highest) => `jusqu'à ${inWords(highest)} degrés`,
    rain: (percent) => `${percent} pour cent de risque de pluie`,
    unknown: 'je ne peux pas obtenir les prévisions',
  },
  people: {
    yes: 'oui',
    no: 'non',
    list,
    home: (who, isMany) => `${who} ${isMany ? 'sont' : 'est'} à la maison`,
    away: (who, isMany) => `${who} ${isMany ? 'ne sont' : "n'est"} pas à la maison`,
    inZone: (who, isMany, zone) => `${who} ${isMany ? 'sont' : 'est'} dans la zone ${zone}`,
    unknown: (who, isMany) => `je ne sais pas où ${isMany ? 'sont' : 'est'} ${who}`,
    nobodyHome: "il n'y a personne à la maison",
    nobodyAway: "il n'y a personne dehors",
  },
});
