/** German: what each wish is called when it is done, on its way, or asked for. */
import type { Wish } from '../../understand/plan.ts';
import type { PlainWish } from '../../understand/wish.ts';
import { numberWith } from '../phrasing.ts';
import { plainGrammar, wishBuilder } from '../wish-words.ts';
import type { WishWords } from '../wish-words.ts';
import { list } from './nouns.ts';

export const grammar = plainGrammar({
  is: ['ist', 'sind'],
  wasAlready: ['war schon', 'waren schon'],
  gets: ['wird gerade', 'werden gerade'],
  already: (verb) => verb.replace(' ', ' schon ').replace(/^(\S+)$/, '$1 schon'),
});
const { become, becomeTersely, act } = wishBuilder(grammar);
export const spokenNumber = numberWith(',', 'minus');

const paused = become('pausiert', 'pausiert', (it) => `${it} pausieren`);
const back: WishWords = {
  ...become('zurück an der Station', 'zurückgeschickt', (it) => `${it} zur Station schicken`),
  going: ({ isPlural }) => `${isPlural ? 'fahren' : 'fährt'} zurück zur Station`,
};

const plain: Readonly<Record<PlainWish, WishWords>> = {
  turn_on: becomeTersely('an', 'eingeschaltet', (it) => `${it} einschalten`),
  turn_off: becomeTersely('aus', 'ausgeschaltet', (it) => `${it} ausschalten`),
  toggle: become('umgeschaltet', 'umgeschaltet', (it) => `${it} umschalten`),
  open: {
    ...become('offen', 'geöffnet', (it) => `${it} öffnen`),
    going: ({ isPlural }) => `${isPlural ? 'öffnen' : 'öffnet'} sich gerade`,
  },
  close: {
    ...become('geschlossen', 'geschlossen', (it) => `${it} schließen`),
    going: ({ isPlural }) => `${isPlural ? 'schließen' : 'schließt'} sich gerade`,
  },
  stop: become('angehalten', 'angehalten', (it) => `${it} anhalten`),
  lock: become('verriegelt', 'verriegelt', (it) => `${it} verriegeln`),
  unlock: become('entriegelt', 'entriegelt', (it) => `${it} entriegeln`),
  activate: become('aktiviert', 'aktiviert', (it) => `${it} aktivieren`),
  press: become('gedrückt', 'gedrückt', (it) => `${it} drücken`),
  play: act(['spielt', 'spielen'], (it) => `${it} weiterspielen lassen`),
  pause: paused,
  stop_media: become('gestoppt', 'gestoppt', (it) => `${it} stoppen`),
  next_track: become('beim nächsten Titel', 'weitergeschaltet', (it) => `${it} zum nächsten Titel schalten`),
  previous_track: become(
    'beim vorigen Titel',
    'zurückgeschaltet',
    (it) => `${it} zum vorigen Titel schalten`,
  ),
  mute: become('stumm', 'stummgeschaltet', (it) => `${it} stummschalten`),
  unmute: become('nicht mehr stumm', 'laut geschaltet', (it) => `${it} wieder laut schalten`),
  start_cleaning: act(['reinigt', 'reinigen'], (it) => `${it} starten`),
  pause_cleaning: paused,
  return_to_base: back,
  locate: act(['meldet sich', 'melden sich'], (it) => `${it} suchen`),
  start_mowing: act(['mäht', 'mähen'], (it) => `${it} starten`),
  pause_mowing: paused,
  dock: back,
  disarm: become('unscharf', 'unscharf geschaltet', (it) => `${it} unscharf schalten`),
};

const set = (value: string): WishWords =>
  become(`auf ${value} gestellt`, `auf ${value} gestellt`, (it) => `${it} auf ${value} stellen`);
const more = (adjective: string): WishWords =>
  become(adjective, `${adjective} gestellt`, (it) => `${it} ${adjective} stellen`);
const words = (value: string): string => value.replaceAll('_', ' ');

export function wishWords(asked: Wish): WishWords {
  switch (asked.do) {
    case 'set_brightness':
      if (asked.percent === 0) return plain.turn_off;
      return becomeTersely(
        `auf ${asked.percent} Prozent`,
        `auf ${asked.percent} Prozent gestellt`,
        (it) => `${it} auf ${asked.percent} Prozent stellen`,
      );
    case 'change_brightness':
      return more(asked.byPercent < 0 ? 'dunkler' : 'heller');
    case 'set_color':
      return set(colors[asked.color] ?? asked.color);
    case 'set_color_temperature':
      return set(`${asked.kelvin} Kelvin`);
    case 'change_color_temperature':
      return more(asked.byKelvin < 0 ? 'wärmer' : 'kühler');
    case 'set_position':
    case 'set_fan_speed':
      return set(`${asked.percent} Prozent`);
    case 'change_position':
      return more(asked.byPercent < 0 ? 'weiter geschlossen' : 'weiter offen');
    case 'change_fan_speed':
      return more(asked.byPercent < 0 ? 'langsamer' : 'schneller');
    case 'set_oscillation':
      return asked.on
        ? act(['schwenkt', 'schwenken'], (it) => `${it} schwenken lassen`)
        : act(['schwenkt nicht', 'schwenken nicht'], (it) => `${it} nicht mehr schwenken lassen`);
    case 'set_temperature':
      return set(`${spokenNumber(asked.degrees)} Grad`);
    case 'change_temperature':
      return more(
        `${spokenNumber(Math.abs(asked.byDegrees))} Grad ${asked.byDegrees < 0 ? 'kühler' : 'wärmer'}`,
      );
    case 'set_hvac_mode':
      return asked.mode === 'off' ? plain.turn_off : set(hvacModes[asked.mode]);
    case 'set_fan_mode':
    case 'set_preset':
      return set(words(asked.mode));
    case 'set_humidity':
      return set(`${asked.percent} Prozent Feuchte`);
    case 'set_volume':
      return set(`Lautstärke ${asked.percent} Prozent`);
    case 'change_volume':
      return more(asked.byPercent < 0 ? 'leiser' : 'lauter');
    case 'play_media':
      return act([`spielt ${asked.query}`, `spielen ${asked.query}`], () => `${asked.query} abspielen`);
    case 'select_source':
      return set(asked.source);
    case 'clean_area':
      return plain.start_cleaning;
    case 'arm': {
      const mode = `${armModes[asked.mode]} scharf`;
      return become(mode, `${mode} geschaltet`, (it) => `${it} ${mode} schalten`);
    }
    case 'add_items': {
      const items = list(asked.items);
      return act([`enthält ${items}`, `enthalten ${items}`], (it) => `${items} auf ${it} setzen`);
    }
    case 'complete_items': {
      const items = list(asked.items);
      return act([`führt ${items} als erledigt`, `führen ${items} als erledigt`], () => `${items} abhaken`);
    }
    case 'remove_items': {
      const items = list(asked.items);
      return act(
        [`enthält ${items} nicht mehr`, `enthalten ${items} nicht mehr`],
        () => `${items} von der Liste nehmen`,
      );
    }
    default:
      return plain[asked.do];
  }
}

const hvacModes = {
  heat: 'Heizen',
  cool: 'Kühlen',
  heat_cool: 'Heizen und Kühlen',
  auto: 'Automatik',
  dry: 'Entfeuchten',
  fan_only: 'Lüften',
} as const;

const armModes = {
  home: 'für zu Hause',
  away: 'für abwesend',
  night: 'für die Nacht',
  vacation: 'für den Urlaub',
} as const;

/** The colours people ask for; others keep their name. */
const colors: Readonly<Record<string, string>> = {
  red: 'Rot',
  green: 'Grün',
  blue: 'Blau',
  yellow: 'Gelb',
  orange: 'Orange',
  purple: 'Lila',
  violet: 'Violett',
  pink: 'Rosa',
  white: 'Weiß',
  turquoise: 'Türkis',
  cyan: 'Cyan',
  magenta: 'Magenta',
  gold: 'Gold',
  brown: 'Braun',
};
