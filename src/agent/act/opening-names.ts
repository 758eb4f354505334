/**
 * Names that tell what a device lets in, where nothing else does: garage doors without a class, and openers behind
 * a plain switch, button, scene or script. In the languages of the replies; entity ids come without accents.
 */

/** Words that begin here and may go on. */
const some = (...stems: readonly string[]): string => `(?<!\\p{L})(?:${stems.join('|')})\\p{L}*`;
/** Whole words. */
const whole = (...words: readonly string[]): string => `(?<!\\p{L})(?:${words.join('|')})(?!\\p{L})`;
/** Both, in either order. */
const together = (one: string, other: string): string => `${one}.*${other}|${other}.*${one}`;

const barriers = [
  some('garage', 'garaje', 'cochera'),
  whole(
    'gates?',
    'portails?',
    'port[óo]n(?:es)?',
    'verjas?',
    'cancelas?',
    'poort(?:en)?',
    'hek(?:ken)?',
    'slagboom',
  ),
  whole('(?:garten|hof|ein|schiebe|garagen|eingangs|einfahrts?)?tore?', 'schranke', 'barri[èe]re'),
];

const openers = [
  some('unlock', 'un lock', 'disarm', 'entriegel', 'entsperr', 'unscharf', 'd[ée]verrouill', 'd[ée]sarm'),
  some('desbloque', 'desarm', 'ontgrendel', 't[üu]r[öo]ffner', 'tor[öo]ffner', 'abrepuertas', 'deuropener'),
  together(some('open'), whole('doors?', 'gates?', 'garage', 'valves?')),
  whole('(?:garage|gate) (?:door|motor|relay|switch|button|trigger)'),
  together('[öo]ffn\\p{L}*', '(?:t[üu]r|tor|garage|schloss)(?!\\p{L})'),
  together(some('ouvr'), whole('portes?', 'portail', 'garage', 'serrure')),
  together(some('abr'), whole('puertas?', 'port[óo]n', 'garaje', 'cochera', 'verja', 'cerradura')),
  together('(?<!\\p{L})open\\p{L}*', '(?:deur|poort|garage|slot)(?!\\p{L})'),
];

export const barrierName = new RegExp(barriers.join('|'), 'iu');
export const openerName = new RegExp(openers.join('|'), 'iu');
