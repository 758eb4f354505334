/** French: what each wish is called when it is done, on its way, or asked for. */
import type { Wish } from '../../understand/plan.ts';
import type { PlainWish } from '../../understand/wish.ts';
import { numberWith } from '../phrasing.ts';
import type { Noun } from '../phrasing.ts';
import { agree, verbFor, wishBuilder } from '../wish-words.ts';
import type { Adjective, Verb, WishGrammar, WishWords } from '../wish-words.ts';
import { agreeing, list } from './nouns.ts';

/**
 * "est allumée"; after a name that tells no gender ": c’est allumé", which never has to agree. Both follow the
 * name and a space.
 */
const being =
  (verb: Verb, neutral: string) =>
  (noun: Noun, adjective: Adjective): string => {
    const word = agree(adjective, noun);
    return noun.gender === null ? `: ${neutral} ${word}` : `${verbFor(verb, noun)} ${word}`;
  };

export const grammar: WishGrammar = {
  is: being(['est', 'sont'], 'c’est'),
  wasAlready: being(['était déjà', 'étaient déjà'], 'c’était déjà'),
  gets: being(['va être', 'vont être'], 'ça va être'),
  already: (verb) => verb.replace(/^(\S+)/, '$1 déjà'),
};
const { become, becomeTersely, act } = wishBuilder(grammar);
export const spokenNumber = numberWith(',', 'moins');

/** A participle that agrees, the same on the way. */
const done = (participle: string, todo: WishWords['todo']): WishWords =>
  become(agreeing(participle), agreeing(participle), todo);

const paused = become('en pause', agreeing('mis'), (it) => `mettre ${it} en pause`);
const docked: WishWords = {
  ...become('de retour à la base', 'de retour à la base', (it) => `renvoyer ${it} à la base`),
  going: (noun) => verbFor(['retourne à la base', 'retournent à la base'], noun),
};

const plain: Readonly<Record<PlainWish, WishWords>> = {
  turn_on: done('allumé', (it) => `allumer ${it}`),
  turn_off: become(agreeing('éteint'), agreeing('éteint'), (it) => `éteindre ${it}`),
  toggle: done('basculé', (it) => `basculer ${it}`),
  open: {
    ...done('ouvert', (it) => `ouvrir ${it}`),
    going: (noun) => verbFor(['s’ouvre', 's’ouvrent'], noun),
  },
  close: {
    ...done('fermé', (it) => `fermer ${it}`),
    going: (noun) => verbFor(['se ferme', 'se ferment'], noun),
  },
  stop: done('arrêté', (it) => `arrêter ${it}`),
  lock: done('verrouillé', (it) => `verrouiller ${it}`),
  unlock: done('déverrouillé', (it) => `déverrouiller ${it}`),
  activate: done('activé', (it) => `activer ${it}`),
  press: done('actionné', (it) => `actionner ${it}`),
  play: become('en lecture', 'en lecture', (it) => `reprendre la lecture sur ${it}`),
  pause: paused,
  stop_media: done('arrêté', (it) => `arrêter ${it}`),
  next_track: act(
    ['passe au titre suivant', 'passent au titre suivant'],
    (it) => `passer au titre suivant sur ${it}`,
  ),
  previous_track: act(
    ['revient au titre précédent', 'reviennent au titre précédent'],
    (it) => `revenir au titre précédent sur ${it}`,
  ),
  mute: become('en sourdine', 'en sourdine', (it) => `couper le son de : ${it}`),
  unmute: act(['a de nouveau le son', 'ont de nouveau le son'], (it) => `remettre le son de : ${it}`),
  start_cleaning: act(['nettoie', 'nettoient'], (it) => `démarrer ${it}`),
  pause_cleaning: paused,
  return_to_base: docked,
  locate: act(['se signale', 'se signalent'], (it) => `localiser ${it}`),
  start_mowing: act(['tond', 'tondent'], (it) => `démarrer ${it}`),
  pause_mowing: paused,
  dock: docked,
  disarm: done('désarmé', (it) => `désarmer ${it}`),
};

const set = (value: string): WishWords =>
  become(
    (noun) => `${agree(agreeing('réglé'), noun)} sur ${value}`,
    (noun) => `${agree(agreeing('réglé'), noun)} sur ${value}`,
    (it) => `régler ${it} sur ${value}`,
  );
const at = (value: string): WishWords =>
  become(`à ${value}`, `à ${value}`, (it) => `mettre ${it} à ${value}`);
const more = (change: string): WishWords => become(change, change, (it) => `mettre ${it} ${change}`);
const words = (value: string): string => value.replaceAll('_', ' ');

export function wishWords(asked: Wish): WishWords {
  switch (asked.do) {
    case 'set_brightness':
      if (asked.percent === 0) return plain.turn_off;
      return becomeTersely(
        `à ${asked.percent} pour cent`,
        `à ${asked.percent} pour cent`,
        (it) => `mettre ${it} à ${asked.percent} pour cent`,
      );
    case 'change_brightness':
      return more(asked.byPercent < 0 ? 'moins fort' : 'plus fort');
    case 'set_color': {
      const color = `en ${colors[asked.color] ?? words(asked.color)}`;
      return become(color, color, (it) => `mettre ${it} ${color}`);
    }
    case 'set_color_temperature':
      return at(`${asked.kelvin} kelvins`);
    case 'change_color_temperature':
      return more(asked.byKelvin < 0 ? 'en plus chaud' : 'en plus froid');
    case 'set_position':
    case 'set_fan_speed':
      return at(`${asked.percent} pour cent`);
    case 'change_position':
      return more(asked.byPercent < 0 ? 'plus bas' : 'plus haut');
    case 'change_fan_speed':
      return more(asked.byPercent < 0 ? 'moins vite' : 'plus vite');
    case 'set_oscillation':
      return asked.on
        ? act(['oscille', 'oscillent'], (it) => `faire osciller ${it}`)
        : act(['n’oscille plus', 'n’oscillent plus'], (it) => `arrêter l’oscillation de : ${it}`);
    case 'set_temperature':
      return set(degrees(asked.degrees));
    case 'change_temperature': {
      const change = `à ${degrees(Math.abs(asked.byDegrees))} de ${asked.byDegrees < 0 ? 'moins' : 'plus'}`;
      return become(change, change, (it) => `mettre ${it} ${change}`);
    }
    case 'set_hvac_mode':
      return asked.mode === 'off' ? plain.turn_off : set(hvacModes[asked.mode]);
    case 'set_fan_mode':
    case 'set_preset':
      return set(words(asked.mode));
    case 'set_humidity':
      return set(`${asked.percent} pour cent d’humidité`);
    case 'set_volume':
      return at(`${asked.percent} pour cent du volume`);
    case 'change_volume':
      return more(asked.byPercent < 0 ? 'moins fort' : 'plus fort');
    case 'play_media':
      return act([`joue ${asked.query}`, `jouent ${asked.query}`], (it) => `jouer ${asked.query} sur ${it}`);
    case 'select_source':
      return set(asked.source);
    case 'clean_area':
      return plain.start_cleaning;
    case 'arm': {
      const mode = armModes[asked.mode];
      const armed: Adjective = (noun) => `${agree(agreeing('armé'), noun)} ${mode}`;
      return become(armed, armed, (it) => `armer ${it} ${mode}`);
    }
    case 'add_items': {
      const items = list(asked.items);
      return act([`contient ${items}`, `contiennent ${items}`], (it) => `ajouter ${items} : ${it}`);
    }
    case 'complete_items': {
      const items = list(asked.items);
      return become(`à jour : ${items}, c’est coché`, `à jour : ${items}`, (it) => `cocher ${items} : ${it}`);
    }
    case 'remove_items': {
      const items = list(asked.items);
      return act(
        [`ne contient plus ${items}`, `ne contiennent plus ${items}`],
        (it) => `retirer ${items} : ${it}`,
      );
    }
    default:
      return plain[asked.do];
  }
}

function degrees(value: number): string {
  return `${spokenNumber(value)} degré${Math.abs(value) >= 2 ? 's' : ''}`;
}

const hvacModes = {
  heat: 'chauffage',
  cool: 'climatisation',
  heat_cool: 'chauffage et climatisation',
  auto: 'automatique',
  dry: 'déshumidification',
  fan_only: 'ventilation',
} as const;

const armModes = {
  home: 'en mode présence',
  away: 'en mode absence',
  night: 'en mode nuit',
  vacation: 'en mode vacances',
} as const;

/** The colours people ask for; others keep their name. */
const colors: Readonly<Record<string, string>> = {
  red: 'rouge',
  green: 'vert',
  blue: 'bleu',
  yellow: 'jaune',
  orange: 'orange',
  purple: 'violet',
  violet: 'violet',
  pink: 'rose',
  white: 'blanc',
  turquoise: 'turquoise',
  cyan: 'cyan',
  magenta: 'magenta',
  gold: 'or',
  brown: 'marron',
};
