/** Spanish: the clock, the calendar and the sky. */
import { numberWith } from '../phrasing.ts';
import { list, theName } from './nouns.ts';
import { tellWords } from '../tell-words.ts';

const inWords = numberWith('.', 'menos');

export const tells = tellWords({
  language: 'es',
  time: (time) => `${time.startsWith('1:') ? 'es la' : 'son las'} ${time}`,
  date: (date) => `hoy es ${date}`,
  greeting: 'Hola.',
  farewell: 'Hasta luego.',
  thanks: 'De nada.',
  help: 'Puedo encender luces, mover persianas, ajustar la calefacción, poner música y llevar temporizadores y listas.',
  name: 'Soy Hearken, la voz de esta casa.',
  conditions: {
    'clear-night': 'el cielo está despejado',
    cloudy: 'está nublado',
    exceptional: 'el tiempo es inusual',
    fog: 'hay niebla',
    hail: 'graniza',
    lightning: 'hay tormenta',
    'lightning-rainy': 'hay tormenta con lluvia',
    partlycloudy: 'está parcialmente nublado',
    pouring: 'llueve a cántaros',
    rainy: 'llueve',
    snowy: 'nieva',
    'snowy-rainy': 'cae aguanieve',
    sunny: 'hace sol',
    windy: 'hace viento',
    'windy-variant': 'hace viento y está nublado',
  },
  weather: (condition, degrees) =>
    degrees === null ? condition : `${condition}, a ${inWords(degrees)} grados`,
  playing: (name, title, artist) =>
    `${theName(name)} reproduce ${title}${artist === null ? '' : ` de ${artist}`}`,
  more: (count) => `hay ${count} más`,
  forecast: {
    yes: 'sí',
    no: 'no',
    today: 'hoy',
    tomorrow: 'mañana',
    onDay: (weekday) => `el ${weekday}`,
    between: (lowest, highest) => `de ${inWords(lowest)} a ${inWords(highest)} grados`,
    upTo: (highest) => `hasta ${inWords(highest)} grados`,
    rain: (percent) => `${percent} por ciento de probabilidad de lluvia`,
    unknown: 'no puedo obtener el pronóstico',
  },
  people: {
    yes: 'sí',
    no: 'no',
    list,
    home: (who, isMany) => `${who} ${isMany ? 'están' : 'está'} en casa`,
    away: (who, isMany) => `${who} no ${isMany ? 'están' : 'está'} en casa`,
    inZone: (who, isMany, zone) => `${who} ${isMany ? 'están' : 'está'} en la zona ${zone}`,
    unknown: (who, isMany) => `no sé dónde ${isMany ? 'están' : 'está'} ${who}`,
    nobodyHome: 'no hay nadie en casa',
    nobodyAway: 'no hay nadie fuera',
  },
});
