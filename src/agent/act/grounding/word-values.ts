/**
 * Whether a word that a model chose (a colour, a source, a preset, a mode, a room) is the speaker's. Who says "blue"
 * does not ask for red, and what a television is switched to has to be said. Pure.
 */
import type { HomeModel } from '../../../home/model/home-model.ts';
import type { ArmMode, HvacMode, Wish } from '../../understand/wish.ts';
import { type Clause, plain } from './clauses.ts';
import { anyOf } from './lexicon.ts';
import { isSaid, placesIn } from './said-names.ts';
import type { Talk } from './talk.ts';

/** `text`: plain words of the request; empty where the wish follows from a remark. */
export function isWordAsked(wish: Wish, text: string, talk: Talk, areaId: string | null, model: HomeModel) {
  switch (wish.do) {
    case 'set_color':
      return isKin(wish.color, text, colours, true);
    case 'set_preset':
    case 'set_fan_mode':
      return isKin(wish.mode, text, presets, text === '') || isWordOf(wish.mode, text, talk);
    case 'select_source':
      return text !== '' && isWordOf(wish.source, text, talk);
    case 'arm':
      return isNoOther(wish.mode, text, armModes);
    case 'set_hvac_mode':
      return isClimateMode(wish.mode, talk);
    case 'clean_area':
      return wish.areaIds.every((room) => isRoomSaid(room, text, talk, areaId, model));
    default:
      return true;
  }
}

type Family = { readonly value: RegExp; readonly said: RegExp };

const family = (value: RegExp, ...said: readonly string[]): Family => ({ value, said: anyOf(...said) });

/** CSS names by the colour that people call them. */
const colours: readonly Family[] = [
  family(
    /red|crimson|firebrick|tomato|maroon|brown/,
    'red\\p{L}*|scarlet|crimson|rot\\p{L}*|rouges?|roj[oa]s?|rood|rode',
  ),
  family(/green|lime|olive|chartreuse/, 'gr(?:ee|ü|oe)n\\p{L}*|lime|mint|forest|verts?|vertes?|verdes?'),
  family(
    /blue|navy|azure|indigo|aqua|cyan|teal/,
    'blue\\p{L}*|bla[uw]\\p{L}*|bleu\\p{L}*|azul\\p{L}*|ocean|indigo',
  ),
  family(/cyan|turquoise|aqua|teal/, 'cyan|t[uü]r[kq]\\p{L}+|teal|aqua'),
  family(/yellow|gold|khaki/, 'yellow\\p{L}*|gold\\p{L}*|gelb\\p{L}*|jaunes?|amarill\\p{L}*|ge(?:el|le)'),
  family(/orange|coral|amber|peach/, 'orange\\p{L}*|oranje|naranja|amber|sunset'),
  family(
    /purple|violet|indigo|lavender|plum|orchid|magenta/,
    'purple|violet\\p{L}*|lila|lavender|morad\\p{L}*|paars\\p{L}*|magenta|indigo',
  ),
  family(/pink|magenta|fuchsia|rose/, 'pink\\p{L}*|rosy|rosa|roses?|roze|magenta'),
  family(/white|snow|ivory|linen|beige/, 'white|weiß\\p{L}*|blanc\\p{L}*|wit|witte|daylight'),
];

/** Words that people say for what devices list. */
const presets: readonly Family[] = [
  family(/eco|sav/, 'eco\\p{L}*|energy|sav\\p{L}*|spar\\p{L}*|énerg\\p{L}*|ahorro|zuinig'),
  family(
    /away|vacation|holiday/,
    'away|leaving|holidays?|vacation|weg|abwesend|urlaub|absen\\p{L}*|vacances|fuera|vakantie|afwezig',
  ),
  family(
    /sleep|night|quiet|silent|low/,
    'sleep\\p{L}*|night|quiet\\p{L}*|silent|low\\p{L}*|bed|schlaf\\p{L}*|nacht|leise\\p{L}*|nuit|doux|noche|stil\\p{L}*|slapen|down',
  ),
  family(
    /boost|turbo|max|high|strong|full/,
    'boost|turbo|max\\p{L}*|full|high\\p{L}*|strong\\p{L}*|fast\\p{L}*|stark|fort|fuerte|hoog|up|more',
  ),
  family(
    /comfort|home|none|normal|auto|off/,
    'comfort\\p{L}*|home|normal\\p{L}*|auto\\p{L}*|usual|back|off|aus|komfort|confort\\p{L}*',
  ),
];

const armModes: readonly (Family & { readonly mode: ArmMode })[] = [
  {
    mode: 'night',
    ...family(
      /night/,
      'nights?|bed|bedtime|sleep\\p{L}*|nacht\\p{L}*|nuit|noche|schlaf\\p{L}*|dormir|slapen',
    ),
  },
  {
    mode: 'away',
    ...family(
      /away/,
      'away|leaving|going out|out|weg|unterwegs|abwesend|abs\\p{L}*|fuera|salir|ausente|afwezig',
    ),
  },
  { mode: 'home', ...family(/home/, 'at home|home mode|stay\\p{L}*|zuhause|daheim|en casa|maison|thuis') },
  { mode: 'vacation', ...family(/vacation/, 'holidays?|vacation|urlaub|vacances|vacaciones|vakantie') },
];

/** A family of the word is said; `isFree`: or none at all is. */
function isKin(word: string, text: string, families: readonly Family[], isFree: boolean): boolean {
  const said = families.filter((one) => one.said.test(text));
  return said.length === 0 ? isFree : said.some((one) => one.value.test(word.toLowerCase()));
}

function isNoOther(mode: ArmMode, text: string, modes: typeof armModes): boolean {
  const said = modes.filter((one) => one.said.test(text));
  return said.length === 0 || said.some((one) => one.mode === mode);
}

function isWordOf(value: string, text: string, { language, lexicon }: Talk): boolean {
  const said = text.split(' ');
  return plain(value, language)
    .split(' ')
    .some((word) => isSaid(word, said, language, lexicon.kin));
}

const heats: ReadonlySet<HvacMode> = new Set(['heat']);
const cools: ReadonlySet<HvacMode> = new Set(['cool', 'dry', 'fan_only']);

/** Nobody who is hot, or wants it cooler, asks for heat. */
function isClimateMode(mode: HvacMode, { now, lexicon }: Talk): boolean {
  const live = now.filter(({ mood }) => mood === 'request' || mood === 'statement');
  const says = ({ mood, text }: Clause, asking: RegExp | undefined, felt: RegExp | undefined) =>
    (mood === 'request' && asking?.test(text) === true) || felt?.test(text) === true;
  const isWarm = live.some((one) => says(one, lexicon.asking.warmer, lexicon.occasions.cold));
  const isCool = live.some((one) => says(one, lexicon.asking.cooler, lexicon.occasions.hot));
  if (heats.has(mode)) return isWarm || !isCool;
  return !cools.has(mode) || isCool || !isWarm;
}

function isRoomSaid(
  room: string,
  text: string,
  { lexicon, language }: Talk,
  here: string | null,
  model: HomeModel,
): boolean {
  const { areaIds, isAny } = placesIn(text.split(' '), model, lexicon, language);
  return isAny ? areaIds.has(room) : here === null || room === here || lexicon.all.test(text);
}
