/** On and off, brightness, colours. */
import type { Entity } from '../../../home/model/home-model.ts';
import { amount, levelOf, ofDomain, plain, type CommandIntent } from './command-intent.ts';

const steps = { bit: 10, normal: 20, lot: 40 };
/** A step people see: from candle light (1900 K) to daylight (6500 K) there are about nine. */
const kelvinStep = 500;

const isLight = ofDomain('light');
const isDimmable = ({ capabilities }: Entity) => capabilities.brightness;
/** Domains with `turn_on` and `turn_off` that are no simple switches. */
const alsoOnOff: ReadonlySet<string> = new Set(['climate', 'automation', 'siren', 'remote', 'water_heater']);
const isOnOff = ({ domain, capabilities }: Entity) => capabilities.onOff || alsoOnOff.has(domain);

/** "Turn on the fountain", where the switch of it is called "Fountain Switch". */
const switchNouns: ReadonlySet<string> = new Set(['switch', 'plug', 'socket', 'outlet', 'smart']);
const lightNouns: ReadonlySet<string> = new Set(['light', 'lights', 'lamp', 'lamps']);

export const lightIntents: Readonly<Record<string, CommandIntent>> = {
  turn_on: { ...plain('turn_on', isOnOff), saysNouns: switchNouns },
  on_in_front: {
    ...plain('turn_on', isOnOff),
    suits: (_, entities) => !entities.some(({ domain }) => domain === 'media_player'),
  },
  turn_on_what: plain('turn_on', isOnOff),
  turn_off_what: plain('turn_off', isOnOff),
  turn_off: { ...plain('turn_off', isOnOff), everything: 'everything', saysNouns: switchNouns },
  // Lamps that are opened and closed.
  open_switched: { ...plain('turn_on', isOnOff), isSecond: true },
  close_switched: { ...plain('turn_off', isOnOff), isSecond: true },
  toggle: { ...plain('toggle', isOnOff), saysNouns: switchNouns },
  illuminate: { ...plain('turn_on', ofDomain('light', 'switch', 'input_boolean')), saysNouns: lightNouns },
  stop_running: plain('turn_off', ofDomain('light', 'switch', 'input_boolean', 'fan', 'humidifier')),
  light_on: plain('turn_on', isLight, 'light'),
  too_dark: plain('turn_on', isLight, 'light'),
  light_off: plain('turn_off', isLight, 'light'),
  too_bright: {
    wish: () => ({ do: 'change_brightness', byPercent: -steps.normal }),
    fits: isDimmable,
    impliedClass: 'light',
  },
  set_brightness: {
    wish: (said) => ({ do: 'set_brightness', percent: levelOf(said) }),
    fits: isDimmable,
    impliedClass: 'light',
  },
  brighter: {
    wish: (said) => ({ do: 'change_brightness', byPercent: amount(said, steps) }),
    fits: isDimmable,
    impliedClass: 'light',
  },
  dimmer: {
    wish: (said) => ({ do: 'change_brightness', byPercent: -amount(said, steps) }),
    fits: isDimmable,
    impliedClass: 'light',
  },
  set_color: {
    wish: (said) => {
      const color = said('color');
      return color === undefined ? null : { do: 'set_color', color };
    },
    fits: isLight,
    impliedClass: 'light',
  },
  set_color_temperature: {
    wish: (said) => ({ do: 'set_color_temperature', kelvin: Number(said('kelvin') ?? said('white')) }),
    fits: isLight,
    impliedClass: 'light',
  },
  warmer_light: {
    wish: () => ({ do: 'change_color_temperature', byKelvin: -kelvinStep }),
    fits: isLight,
    impliedClass: 'light',
  },
  cooler_light: {
    wish: () => ({ do: 'change_color_temperature', byKelvin: kelvinStep }),
    fits: isLight,
    impliedClass: 'light',
  },
};
