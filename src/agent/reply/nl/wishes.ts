/** Dutch: what each wish is called when it is done, on its way, or asked for. */
import type { Wish } from '../../understand/plan.ts';
import type { PlainWish } from '../../understand/wish.ts';
import { numberWith } from '../phrasing.ts';
import { plainGrammar, verbFor, wishBuilder } from '../wish-words.ts';
import type { WishWords } from '../wish-words.ts';
import { list } from './nouns.ts';

export const grammar = plainGrammar({
  is: ['is', 'zijn'],
  wasAlready: ['was al', 'waren al'],
  gets: ['wordt nu', 'worden nu'],
  already: (verb) => verb.replace(/^(\S+)/, '$1 al'),
});
const { become, becomeTersely, act } = wishBuilder(grammar);
export const spokenNumber = numberWith(',', 'min');

const paused = become('gepauzeerd', 'gepauzeerd', (it) => `${it} pauzeren`);
const back: WishWords = {
  ...become('terug bij het laadstation', 'teruggestuurd', (it) => `${it} terugsturen naar het laadstation`),
  going: (noun) => verbFor(['gaat terug naar het laadstation', 'gaan terug naar het laadstation'], noun),
};

const plain: Readonly<Record<PlainWish, WishWords>> = {
  turn_on: becomeTersely('aan', 'aangezet', (it) => `${it} aanzetten`),
  turn_off: becomeTersely('uit', 'uitgezet', (it) => `${it} uitzetten`),
  toggle: become('omgeschakeld', 'omgeschakeld', (it) => `${it} omschakelen`),
  open: {
    ...become('open', 'geopend', (it) => `${it} openen`),
    going: (noun) => verbFor(['gaat open', 'gaan open'], noun),
  },
  close: {
    ...become('dicht', 'gesloten', (it) => `${it} sluiten`),
    going: (noun) => verbFor(['gaat dicht', 'gaan dicht'], noun),
  },
  stop: become('gestopt', 'gestopt', (it) => `${it} stoppen`),
  lock: become('op slot', 'vergrendeld', (it) => `${it} op slot doen`),
  unlock: become('van het slot', 'ontgrendeld', (it) => `${it} van het slot halen`),
  activate: become('geactiveerd', 'geactiveerd', (it) => `${it} activeren`),
  press: become('ingedrukt', 'ingedrukt', (it) => `${it} indrukken`),
  play: act(['speelt', 'spelen'], (it) => `${it} verder laten spelen`),
  pause: paused,
  stop_media: become('gestopt', 'gestopt', (it) => `${it} stoppen`),
  next_track: become(
    'bij het volgende nummer',
    'doorgeschakeld',
    (it) => `${it} naar het volgende nummer laten gaan`,
  ),
  previous_track: become(
    'bij het vorige nummer',
    'teruggeschakeld',
    (it) => `${it} naar het vorige nummer laten gaan`,
  ),
  mute: become('gedempt', 'gedempt', (it) => `${it} dempen`),
  unmute: become('niet meer gedempt', 'hoorbaar gemaakt', (it) => `het geluid van ${it} aanzetten`),
  start_cleaning: act(['is aan het schoonmaken', 'zijn aan het schoonmaken'], (it) => `${it} starten`),
  pause_cleaning: paused,
  return_to_base: back,
  locate: act(['laat zich horen', 'laten zich horen'], (it) => `${it} zoeken`),
  start_mowing: act(['is aan het maaien', 'zijn aan het maaien'], (it) => `${it} starten`),
  pause_mowing: paused,
  dock: back,
  disarm: become('uitgeschakeld', 'uitgeschakeld', (it) => `${it} uitschakelen`),
};

const set = (value: string): WishWords =>
  become(`ingesteld op ${value}`, `ingesteld op ${value}`, (it) => `${it} instellen op ${value}`);
const more = (adjective: string): WishWords =>
  become(adjective, `${adjective} gezet`, (it) => `${it} ${adjective} zetten`);
const words = (value: string): string => value.replaceAll('_', ' ');

export function wishWords(asked: Wish): WishWords {
  switch (asked.do) {
    case 'set_brightness': {
      const level = `op ${asked.percent} procent`;
      if (asked.percent === 0) return plain.turn_off;
      return becomeTersely(level, `${level} gezet`, (it) => `${it} ${level} zetten`);
    }
    case 'change_brightness':
      return more(asked.byPercent < 0 ? 'donkerder' : 'helderder');
    case 'set_color':
      return more(`op ${colors[asked.color] ?? words(asked.color)}`);
    case 'set_color_temperature':
      return more(`op ${asked.kelvin} kelvin`);
    case 'change_color_temperature':
      return more(asked.byKelvin < 0 ? 'warmer' : 'koeler');
    case 'set_position':
    case 'set_fan_speed':
      return more(`op ${asked.percent} procent`);
    case 'change_position':
      return more(asked.byPercent < 0 ? 'verder dicht' : 'verder open');
    case 'change_fan_speed':
      return more(asked.byPercent < 0 ? 'langzamer' : 'sneller');
    case 'set_oscillation':
      return asked.on
        ? act(['zwenkt', 'zwenken'], (it) => `${it} laten zwenken`)
        : act(['zwenkt niet meer', 'zwenken niet meer'], (it) => `${it} niet meer laten zwenken`);
    case 'set_temperature':
      return set(degrees(asked.degrees));
    case 'change_temperature':
      return more(`${degrees(Math.abs(asked.byDegrees))} ${asked.byDegrees < 0 ? 'lager' : 'hoger'}`);
    case 'set_hvac_mode':
      return asked.mode === 'off' ? plain.turn_off : set(hvacModes[asked.mode]);
    case 'set_fan_mode':
    case 'set_preset':
      return set(words(asked.mode));
    case 'set_humidity':
      return set(`${asked.percent} procent luchtvochtigheid`);
    case 'set_volume':
      return more(`op volume ${asked.percent} procent`);
    case 'change_volume':
      return more(asked.byPercent < 0 ? 'zachter' : 'harder');
    case 'play_media':
      return act(
        [`speelt ${asked.query}`, `spelen ${asked.query}`],
        (it) => `${asked.query} afspelen op ${it}`,
      );
    case 'select_source':
      return set(asked.source);
    case 'clean_area':
      return plain.start_cleaning;
    case 'arm': {
      const mode = armModes[asked.mode];
      return become(`ingeschakeld ${mode}`, `ingeschakeld ${mode}`, (it) => `${it} ${mode} inschakelen`);
    }
    case 'add_items': {
      const items = list(asked.items);
      return act([`bevat nu ${items}`, `bevatten nu ${items}`], (it) => `${items} op ${it} zetten`);
    }
    case 'complete_items': {
      const items = list(asked.items);
      return act(
        [`heeft ${items} als gedaan`, `hebben ${items} als gedaan`],
        (it) => `${items} afvinken op ${it}`,
      );
    }
    case 'remove_items': {
      const items = list(asked.items);
      return act(
        [`bevat ${items} niet meer`, `bevatten ${items} niet meer`],
        (it) => `${items} van ${it} halen`,
      );
    }
    default:
      return plain[asked.do];
  }
}

function degrees(value: number): string {
  return `${spokenNumber(value)} ${Math.abs(value) === 1 ? 'graad' : 'graden'}`;
}

const hvacModes = {
  heat: 'verwarmen',
  cool: 'koelen',
  heat_cool: 'verwarmen en koelen',
  auto: 'automatisch',
  dry: 'ontvochtigen',
  fan_only: 'ventileren',
} as const;

const armModes = {
  home: 'voor thuis',
  away: 'voor afwezig',
  night: 'voor de nacht',
  vacation: 'voor de vakantie',
} as const;

/** The colours people ask for; others keep their name. */
const colors: Readonly<Record<string, string>> = {
  red: 'rood',
  green: 'groen',
  blue: 'blauw',
  yellow: 'geel',
  orange: 'oranje',
  purple: 'paars',
  violet: 'violet',
  pink: 'roze',
  white: 'wit',
  turquoise: 'turquoise',
  cyan: 'cyaan',
  magenta: 'magenta',
  gold: 'goud',
  brown: 'bruin',
};
