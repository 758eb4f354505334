/** Spanish: what each wish is called when it is done, on its way, or asked for. */
import type { Wish } from '../../understand/plan.ts';
import type { PlainWish } from '../../understand/wish.ts';
import { numberWith } from '../phrasing.ts';
import { agree, plainGrammar, verbFor, wishBuilder } from '../wish-words.ts';
import type { Adjective, WishWords } from '../wish-words.ts';
import { agreeing, list } from './nouns.ts';

export const grammar = plainGrammar({
  is: ['está', 'están'],
  wasAlready: ['ya estaba', 'ya estaban'],
  gets: ['va a quedar', 'van a quedar'],
  already: (verb) => `ya ${verb}`,
});
const { become, becomeTersely, act } = wishBuilder(grammar);
export const spokenNumber = numberWith(',', 'menos');

const done = (participle: string, todo: WishWords['todo']): WishWords =>
  become(agreeing(participle), agreeing(participle), todo);
const doneTersely = (participle: string, todo: WishWords['todo']): WishWords =>
  becomeTersely(agreeing(participle), agreeing(participle), todo);

const paused = become('en pausa', 'en pausa', (it) => `pausar ${it}`);
const back: WishWords = {
  ...become('en la base', 'en la base', (it) => `enviar ${it} a la base`),
  going: (noun) => verbFor(['vuelve a la base', 'vuelven a la base'], noun),
};

const plain: Readonly<Record<PlainWish, WishWords>> = {
  turn_on: doneTersely('encendido', (it) => `encender ${it}`),
  turn_off: doneTersely('apagado', (it) => `apagar ${it}`),
  toggle: done('cambiado', (it) => `cambiar ${it}`),
  open: {
    ...done('abierto', (it) => `abrir ${it}`),
    going: (noun) => verbFor(['se está abriendo', 'se están abriendo'], noun),
  },
  close: {
    ...done('cerrado', (it) => `cerrar ${it}`),
    going: (noun) => verbFor(['se está cerrando', 'se están cerrando'], noun),
  },
  stop: done('parado', (it) => `parar ${it}`),
  lock: done('bloqueado', (it) => `bloquear ${it}`),
  unlock: done('desbloqueado', (it) => `desbloquear ${it}`),
  activate: done('activado', (it) => `activar ${it}`),
  press: done('pulsado', (it) => `pulsar ${it}`),
  play: become('en reproducción', 'en reproducción', (it) => `reanudar ${it}`),
  pause: paused,
  stop_media: done('parado', (it) => `parar ${it}`),
  next_track: become(
    'en la pista siguiente',
    'en la pista siguiente',
    (it) => `pasar ${it} a la pista siguiente`,
  ),
  previous_track: become(
    'en la pista anterior',
    'en la pista anterior',
    (it) => `volver ${it} a la pista anterior`,
  ),
  mute: done('silenciado', (it) => `silenciar ${it}`),
  unmute: become('con sonido', 'con sonido', (it) => `devolver el sonido a ${it}`),
  start_cleaning: act(['está limpiando', 'están limpiando'], (it) => `poner en marcha ${it}`),
  pause_cleaning: paused,
  return_to_base: back,
  locate: act(['está avisando', 'están avisando'], (it) => `localizar ${it}`),
  start_mowing: act(['está cortando el césped', 'están cortando el césped'], (it) => `poner en marcha ${it}`),
  pause_mowing: paused,
  dock: back,
  disarm: done('desarmado', (it) => `desarmar ${it}`),
};

const at = (value: string): WishWords => become(`a ${value}`, `a ${value}`, (it) => `poner ${it} a ${value}`);
const on = (value: string): WishWords =>
  become(`en ${value}`, `en ${value}`, (it) => `poner ${it} en ${value}`);
/** What is asked for and not yet what is measured. */
const adjusted = (value: string): WishWords => {
  const state: Adjective = (noun) => `${agree(agreeing('ajustado'), noun)} ${value}`;
  return become(state, state, (it) => `ajustar ${it} ${value}`);
};
const more = (change: string): WishWords => become(change, change, (it) => `poner ${it} ${change}`);
const words = (value: string): string => value.replaceAll('_', ' ');

export function wishWords(asked: Wish): WishWords {
  switch (asked.do) {
    case 'set_brightness': {
      const level = `al ${asked.percent} por ciento`;
      return asked.percent === 0
        ? plain.turn_off
        : becomeTersely(level, level, (it) => `poner ${it} ${level}`);
    }
    case 'change_brightness':
      return more(asked.byPercent < 0 ? 'con menos brillo' : 'con más brillo');
    case 'set_color':
      return on(colors[asked.color] ?? words(asked.color));
    case 'set_color_temperature':
      return at(`${asked.kelvin} kelvin`);
    case 'change_color_temperature':
      return more(asked.byKelvin < 0 ? 'con luz más cálida' : 'con luz más fría');
    case 'set_position':
    case 'set_fan_speed':
      return more(`al ${asked.percent} por ciento`);
    case 'change_position':
      return more(asked.byPercent < 0 ? 'más abajo' : 'más arriba');
    case 'change_fan_speed':
      return more(asked.byPercent < 0 ? 'más despacio' : 'más rápido');
    case 'set_oscillation':
      return asked.on
        ? act(['oscila', 'oscilan'], (it) => `hacer oscilar ${it}`)
        : act(['ya no oscila', 'ya no oscilan'], (it) => `detener la oscilación: ${it}`);
    case 'set_temperature':
      return adjusted(`a ${degrees(asked.degrees)}`);
    case 'change_temperature':
      return adjusted(`a ${degrees(Math.abs(asked.byDegrees))} ${asked.byDegrees < 0 ? 'menos' : 'más'}`);
    case 'set_hvac_mode':
      return asked.mode === 'off' ? plain.turn_off : on(`modo ${hvacModes[asked.mode]}`);
    case 'set_fan_mode':
    case 'set_preset':
      return on(`modo ${words(asked.mode)}`);
    case 'set_humidity':
      return adjusted(`al ${asked.percent} por ciento de humedad`);
    case 'set_volume':
      return more(`al ${asked.percent} por ciento de volumen`);
    case 'change_volume':
      return more(asked.byPercent < 0 ? 'más bajo' : 'más alto');
    case 'play_media':
      return act(
        [`reproduce ${asked.query}`, `reproducen ${asked.query}`],
        (it) => `reproducir ${asked.query} en ${it}`,
      );
    case 'select_source':
      return on(asked.source);
    case 'clean_area':
      return plain.start_cleaning;
    case 'arm': {
      const mode = on(`modo ${armModes[asked.mode]}`);
      return { ...mode, todo: (it) => `armar ${it} en modo ${armModes[asked.mode]}` };
    }
    case 'add_items': {
      const items = list(asked.items);
      return act([`incluye ${items}`, `incluyen ${items}`], (it) => `añadir ${items} a ${it}`);
    }
    case 'complete_items': {
      const items = list(asked.items);
      return act([`da por hecho: ${items}`, `dan por hecho: ${items}`], (it) => `marcar ${items} en ${it}`);
    }
    case 'remove_items': {
      const items = list(asked.items);
      return act([`ya no incluye ${items}`, `ya no incluyen ${items}`], (it) => `quitar ${items} de ${it}`);
    }
    default:
      return plain[asked.do];
  }
}

function degrees(value: number): string {
  return `${spokenNumber(value)} ${Math.abs(value) === 1 ? 'grado' : 'grados'}`;
}

const hvacModes = {
  heat: 'calefacción',
  cool: 'refrigeración',
  heat_cool: 'calefacción y refrigeración',
  auto: 'automático',
  dry: 'deshumidificación',
  fan_only: 'ventilación',
} as const;

const armModes = { home: 'en casa', away: 'ausente', night: 'noche', vacation: 'vacaciones' } as const;

/** The colours people ask for; others keep their name. */
const colors: Readonly<Record<string, string>> = {
  red: 'rojo',
  green: 'verde',
  blue: 'azul',
  yellow: 'amarillo',
  orange: 'naranja',
  purple: 'morado',
  violet: 'violeta',
  pink: 'rosa',
  white: 'blanco',
  turquoise: 'turquesa',
  cyan: 'cian',
  magenta: 'magenta',
  gold: 'dorado',
  brown: 'marrón',
};
