/** English words for the kinds of things in a home, and for what has to do with them. */
import { anyOf, type Lexicon, wordSet } from './lexicon.ts';

export const englishThings: Pick<Lexicon, 'nouns' | 'hints' | 'kin'> = {
  nouns: {
    light: anyOf(
      'lights|lamps?|lighting|bulbs?|illumination|spotlights?|chandelier|sconces?|lanterns?|leds?|light.s|lamp.s|fairy lights|downlights?|uplighter|(?<!let (?:the |some |more |in |in the |in some )?)light',
    ),
    switch: anyOf(
      '(?<!^)switch(?! (?:on|off|over|to|it|the|that|them|my|all|every|back))|switches|plugs?|outlets?|sockets?',
    ),
    fan: anyOf('fans?|ventilators?|ventilation|extractor'),
    climate: anyOf(
      'thermostats?|heating|heaters?|heat|radiators?|air con\\p{L}*|ac|a c|aircon|hvac|climate|temperature|furnace|heat pump|central heating|degrees?',
    ),
    lock: anyOf('locks?|door locks?|deadbolts?'),
    door: anyOf('doors?'),
    garage_door: anyOf('garage doors?|garage'),
    gate: anyOf('gates?'),
    window: anyOf('windows?'),
    blind: anyOf('blinds?|window (?:covers?|coverings?)'),
    shade: anyOf('shades?'),
    shutter: anyOf('shutters?'),
    curtain: anyOf('curtains?|drapes?|drapery'),
    awning: anyOf('awnings?|sunshade|canopy'),
    cover: anyOf('covers?|blinds|shutters|shades'),
    media: anyOf(
      'tvs?|t v|television|telly|speakers?|radio|stereo|media players?|music|songs?|tracks?|album|playlist|podcasts?|sound system|soundbar|player|volume|audio|film|movie|audiobook|tunes?|screen|video|news(?! (?:of|about|from))|channel|jazz|rock|classical|playing|sound',
    ),
    vacuum: anyOf(
      'vacuums?|vacuum cleaner|robot|hoover|roomba|cleaner|floors?|carpets?|rugs?|crumbs|dust|dust bunny',
    ),
    mower: anyOf('mowers?|lawn ?mowers?|lawn|grass'),
    valve: anyOf('valves?|water(?: supply| main)?'),
    sprinkler: anyOf(
      'sprinklers?|irrigation|(?:flowers?|plants?|tomatoes|garden|beds?|roses|hedges?|pots?|vegetables|grass|lawn)(?: [^ ]+){0,3}? (?:drink|thirsty|dry|parched|water\\p{L}*)|watering|water the (?:garden|lawn|plants|flowers|grass)',
    ),
    humidifier: anyOf('humidifiers?|dehumidifiers?|humidity|moisture|air'),
    water_heater: anyOf('water heater|boiler|hot water'),
    alarm: anyOf('alarms?|security|alarm system|security system'),
    list: anyOf('lists?|shopping|groceries|to ?dos?|tasks?|chores|to do'),
  },
  hints: {
    light: anyOf(
      'glow\\p{L}*|glimmer|dim\\p{L}*|bright\\p{L}*|dark\\p{L}*|light\\p{L}*|illuminat\\p{L}*|colou?r\\p{L}*|red|green|blue|yellow|orange|purple|pink|white|candle\\p{L}*',
    ),
    climate: anyOf(
      'warm\\p{L}*|heat\\p{L}*|hot\\p{L}*|cool\\p{L}*|cold\\p{L}*|chill\\p{L}*|degrees?|temperature|freezing|toasty|cosier|cozier',
    ),
    media: anyOf(
      'loud\\p{L}*|quiet\\p{L}*|volume|play\\p{L}*|paus\\p{L}*|mut\\p{L}*|unmute|skip\\p{L}*|next|previous|resume|listen\\p{L}*|watch\\p{L}*|sound|noise|silence|hush|shush|shh|freeze|picture|shuffle',
    ),
    vacuum: anyOf('clean\\p{L}*|vacuum\\p{L}*|hoover\\p{L}*|mop\\p{L}*|sweep\\p{L}*|dock|base|dirty|crumbs'),
    mower: anyOf('mow\\p{L}*|grass|lawn|dock|base'),
    lock: anyOf('lock\\p{L}*|unlock\\p{L}*|bolt'),
    alarm: anyOf('arm|armed|arming|disarm\\p{L}*|secure'),
    list: anyOf('buy|add|shops?|supermarket|store|write|bought|out of|need|cross|tick|check off'),
    humidifier: anyOf('humid\\p{L}*|damp|dry|drier|moist\\p{L}*'),
    fan: anyOf('air|breeze|ventilat\\p{L}*|stuffy|stale|smell\\p{L}*'),
    blind: anyOf(
      'let (?:[^ ]+ ){0,3}(?:light|sun\\p{L}*|air|day)|dark\\p{L}*|privacy|sun|sunshine|glare|daylight',
    ),
    sprinkler: anyOf('water\\p{L}*'),
  },
  kin: [
    wordSet('coffee espresso cappuccino latte macchiato brew caffeine'),
    wordSet('kettle tea cuppa'),
    wordSet('counter worktop countertop worksurface workbench'),
    wordSet('sofa couch settee'),
    wordSet('terrace patio deck decking veranda'),
    wordSet('garden yard backyard'),
    wordSet('hallway hall corridor landing'),
    wordSet('cellar basement'),
    wordSet('attic loft'),
    wordSet('toilet loo wc lavatory restroom'),
    wordSet('lounge parlour'),
    wordSet('nightstand bedside'),
    wordSet('fireplace hearth stove'),
    wordSet('computer pc desktop'),
    wordSet('porch doorstep'),
    wordSet('fridge refrigerator'),
    wordSet('cooker oven hob'),
    wordSet('christmas xmas'),
    wordSet('desk workstation workplace'),
    wordSet('chime doorbell bell'),
    wordSet('fountain pond'),
    wordSet('printer print printing'),
    wordSet('pool swimming'),
    wordSet('dryer tumble drier'),
    wordSet('dishwasher dishes'),
    wordSet('washer washing laundry'),
  ],
};
