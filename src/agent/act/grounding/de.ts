/** German words that ask for something. */
import { anyOf, type Lexicon, startsWith, whole, wordSet } from './lexicon.ts';

const person = '(?:ich|wir|er|sie|es|du|ihr|man|jemand|alle|das|mir|uns|niemand)';
const very =
  '(?: (?:zu|so|sehr|echt|wirklich|ziemlich|ein bisschen|etwas|viel|mir|uns|hier|gerade|schon|total|ganz|aber))*';
const be = '(?:ist|bin|sind|wird|war|habe|haben|hab|friere|frieren)';

export const german = (): Lexicon => ({
  joins: anyOf('und', 'dann', 'aber', 'oder', 'also', 'weil', 'denn', 'außerdem', 'danach', 'sowie'),
  conditions: startsWith('wenn', 'falls', 'sobald', 'ob', 'sofern', 'bevor', 'nachdem', 'bis'),
  imperative: whole(
    'schalte?|mach|stelle?|öffne|schließe?|sperr|dimme?|fahr|starte?|spiele?|setze?|sag|dreh|lass',
  ),
  begins: startsWith(
    'mach\\p{L}*|schalt\\p{L}*|stell\\p{L}*|setz\\p{L}*|dreh\\p{L}*|öffne\\p{L}*|schließ\\p{L}*|sperr\\p{L}*|verriegel\\p{L}*|entriegel\\p{L}*|dimm\\p{L}*|fahr\\p{L}*|start\\p{L}*|stopp?\\p{L}*',
    'spiel\\p{L}*|füg\\p{L}*|setze|lösch\\p{L}*|streich\\p{L}*|sag\\p{L}*|erzähl\\p{L}*|lies|zeig\\p{L}*|nenn\\p{L}*|erinner\\p{L}*|merk\\p{L}*|vergiss|aktivier\\p{L}*|deaktivier\\p{L}*|reinig\\p{L}*|saug\\p{L}*|putz\\p{L}*|mäh\\p{L}*|schick\\p{L}*|find\\p{L}*|such\\p{L}*',
    'brich|ändere|erhöh\\p{L}*|senk\\p{L}*|kühl\\p{L}*|heiz\\p{L}*|wärm\\p{L}*|lass\\p{L}*|gib|bring\\p{L}*|was|wie|wer|wo|wann|warum|welche\\p{L}*|ist|sind|war|waren|hat|haben|kann|kannst|könntest|könnten|würdest|soll|sollen|gibt|wenn|falls|ob',
    'ich|wir|er|sie|es|du|mir|der .{2,30} (?:ist|war|hat)|die .{2,30} (?:ist|sind|war|waren|hat|haben)|das .{2,30} (?:ist|war|hat)|nicht|kein\\p{L}*|prüf\\p{L}*|schau\\p{L}*|weck\\p{L}*|ruf\\p{L}*|pausier\\p{L}*|übersprin\\p{L}*|zieh\\p{L}*|roll\\p{L}*|koch\\p{L}*|lauter|leiser',
  ),
  lead: startsWith(
    'bitte|hey|hallo|hi|ok|okay|so|na|gut|ja|jo|jetzt|mal|eben|doch|auch|und|dann|aber|also|oder|außerdem|danach|schnell|gleich|danke|vielleicht|einfach|hearken|super|prima|weil|denn|noch',
    '(?:kannst|könntest|würdest|willst|magst) du(?: (?:bitte|mal|eben|vielleicht|auch|noch|mir|uns))*|(?:können|könnten|wollen) (?:wir|sie)(?: (?:bitte|mal|vielleicht))*|ich (?:möchte|will|hätte gern\\p{L}*|brauche|würde gern\\p{L}*|wünsche mir)(?: dass du)?|wir (?:möchten|wollen|brauchen|hätten gern\\p{L}*)|wäre es möglich|sei so (?:lieb|nett)|es wäre (?:schön|nett|gut|toll)(?: wenn du)?|wie wäre es mit|warum (?:machst|schaltest) du nicht|sorge? dafür dass|stell sicher dass|denk daran|vergiss nicht',
  ),
  demanding: startsWith(
    '(?:kannst|könntest|würdest|willst|magst) du|(?:können|könnten) (?:wir|sie)|ich (?:möchte|will|hätte|brauche|würde|wünsche)|wir (?:möchten|wollen|brauchen|hätten)|wäre es|sei so|es wäre|wie wäre|sorge? dafür|stell sicher|vergiss nicht|bitte',
  ),
  question: startsWith(
    '(?:um|ab|bis|seit|in|auf|mit|für|von|zu|an) (?:wie|wann|wem|wen|was|welche\\p{L}*|wo)|was|wie(?! wäre)|wer|wem|wen|wo|woher|wohin|wann|warum|wieso|weshalb|welche\\p{L}*|wieviel\\p{L}*|ist|sind|bin|war|waren|hat|hatte|habe|haben|gibt|läuft|brennt|steht|liegt|muss|müssen|soll|darf|wird|werden|regnet|scheint|schläft|kommt|geht',
  ),
  information: startsWith(
    'sag\\p{L}* (?:mir|uns)|erzähl\\p{L}*|lies|lese|zeig\\p{L}*|nenn\\p{L}*|prüf\\p{L}*|überprüf\\p{L}*|schau\\p{L}*|guck\\p{L}*|sieh|check\\p{L}*|erklär\\p{L}*|beschreib\\p{L}*|fass\\p{L}* .* zusammen|wissen|hören|übersetz\\p{L}*|buchstabier\\p{L}*|vergleich\\p{L}*|rechne|gib mir (?:einen überblick|eine zusammenfassung|die nachrichten)|finde heraus|informier\\p{L}*|such\\p{L}*|google',
  ),
  reported: anyOf(
    'sagte|sagt|gesagt|meinte|meint|erzählte|erzählt|schrieb|schreibt|steht da|steht dort|laut (?:der|dem|meinem|unserem|kalender|liste)|angeblich|dachte|hätte|hätten|angenommen|stell dir vor|zum beispiel|gestern|vorhin|der satz|das wort|der text|der titel|im kalender steht',
  ),
  negated: anyOf(
    'nicht(?! (?:zu|so|ganz))|nie|niemals|kein|keine|keinen|keinem|ohne|nichts|statt|anstatt|finger weg',
  ),
  kept: startsWith('lass (?!.*(?:runter|rein|herunter)(?:\\s|$))', 'behalte'),
  please: anyOf('bitte', 'danke'),
  statement: startsWith(
    `${person} (?:[^ ]+ )?(?:bin|ist|sind|war|waren|habe|haben|hat|hatte|wird|gehe|gehen|geht|komme|kommen|kommt|fahre|fahren|sehe|sehen|höre|hören|friere|frieren|schwitze|glaube|denke|finde|mag|liebe|lese|koche|schlafe|schläft|schlafen|stinkt|riecht|zieht|blendet|verlasse|verlassen|regnet)`,
    '(?:der|die|das|mein|meine|unser|unsere|dein|deine)(?: [^ ]+){1,5}? (?:ist|sind|war|waren|hat|haben|schläft|schlafen|riecht|blendet)|hier ist|draußen ist|gute nacht|guten morgen|tschüss|zu (?:dunkel|hell|laut|kalt|warm|heiß)|zeit (?:für|fürs)|die milch',
  ),
  shouldBe: anyOf(
    'soll|sollen|sollte|sollten|muss|müssen|müsste|könnte|könnten|darf|brauche|brauchen|will|möchte',
  ),
  except: anyOf('außer', 'bis auf', 'ausgenommen', 'aber nicht', 'nur nicht', 'ohne'),
  carries: [
    ['timer', /\b(?:timer|countdown|eieruhr)\b|^weck|^stell\p{L}* .*\bwecker\b/u],
    [
      'add',
      /^(?:setz|schreib|füg|pack|tu|notier|trag|stell|nimm|erinnere mich daran)\p{L}*(?=.*(?:liste|einkauf|aufgaben|to ?do))/u,
    ],
    ['add', /^(?:kauf|besorg|wir haben kein|uns fehlt|es fehlt)\p{L}*/u],
    ['remember', /^(?:merk|erinner|notier|behalt)\p{L}*|^schreib\p{L}* (?:dir )?auf|^denk daran/u],
    ['forget', /^vergiss\b|^vergesse\b|^lösch\p{L}*(?=.*(?:über mich|was du|gemerkt))/u],
    [
      'announce',
      /^(?:sag|sage|gib|teil|ruf|verkünde|informier|durchsage)\p{L}*(?! mir| uns)(?=.*(?:allen|alle|kindern?|familie|durch|bescheid|durchsage|dass))|^kündige/u,
    ],
    ['play', /^(?:spiel|hör)\p{L}*/u],
  ],
  asking: {
    on: anyOf(
      'an|ein|anmachen|einschalten|anschalten|anstellen|angehen|\\p{L}*aktivier\\p{L}*|start\\p{L}*|leuchte|beleuchte|angemacht|eingeschaltet|hochfahren|anwerfen|anlassen',
    ),
    off: anyOf(
      'aus|ab|ausmachen|ausschalten|abschalten|abstellen|ausstellen|lösch\\p{L}*|deaktivier\\p{L}*|stopp?\\p{L}*|beend\\p{L}*|ausgemacht|ausgeschaltet|herunterfahren|lichter aus|ausgehen',
    ),
    toggle: anyOf('umschalt\\p{L}*|schalt\\p{L}*'),
    set: anyOf(
      'stell\\p{L}*|setz\\p{L}*|mach\\p{L}*|dreh\\p{L}*|änder\\p{L}*|regel\\p{L}*|regl\\p{L}*|bring\\p{L}*|auf \\d+|prozent|grad|\\d+|hälfte|halb|maximal\\p{L}*|minimal\\p{L}*|voll\\p{L}*|schalt\\p{L}*|wechs\\p{L}*|einstellen|stellen|fahr\\p{L}*|gib|soll\\p{L}*',
    ),
    up: anyOf(
      'hoch|höher|rauf|auf|mehr|erhöh\\p{L}*|stärker|schneller|hochdrehen|aufdrehen|steiger\\p{L}*|hinauf|heb\\p{L}*',
    ),
    down: anyOf(
      'runter|herunter|niedriger|weniger|senk\\p{L}*|reduzier\\p{L}*|schwächer|langsamer|runterdrehen|drossel\\p{L}*|verringer\\p{L}*|zurück|tiefer|ab',
    ),
    brighter: anyOf('hell\\p{L}*|heller|aufhellen|mehr licht|licht|voll\\p{L}*|hoch|auf'),
    dimmer: anyOf(
      'dimm\\p{L}*|dunk\\p{L}*|gedimmt\\p{L}*|gemütlich\\p{L}*|sanft\\p{L}*|runter|weniger hell|schummrig|romantisch',
    ),
    colour: anyOf(
      'farb\\p{L}*|rot\\p{L}*|grün\\p{L}*|blau\\p{L}*|gelb\\p{L}*|orange|lila|violett|pink|rosa|weiß\\p{L}*|warm\\p{L}*|kalt\\p{L}*|türkis|gold\\p{L}*|kelvin|bunt\\p{L}*|tageslicht|kerzen\\p{L}*',
    ),
    open: anyOf(
      'öffn\\p{L}*|auf|aufmachen|aufmach\\p{L}*|hoch|hochfahren|rauf|aufziehen|geöffnet|lass .* rein',
    ),
    close: anyOf(
      'schließ\\p{L}*|schliess\\p{L}*|zu|zumachen|zumach\\p{L}*|runter|herunter|herunterfahren|zuziehen|geschlossen|zuschlie\\p{L}*|ab',
    ),
    lock: anyOf(
      'zuschlie\\p{L}*|verriegel\\p{L}*|abschließ\\p{L}*|abschliess\\p{L}*|zusperr\\p{L}*|absperr\\p{L}*|sperr\\p{L}*|schließ\\p{L}*|schliess\\p{L}*|verschließ\\p{L}*|abgeschlossen|zu|ab',
    ),
    unlock: anyOf(
      'entriegel\\p{L}*|aufschließ\\p{L}*|aufsperr\\p{L}*|entsperr\\p{L}*|öffn\\p{L}*|schließ\\p{L}* .* auf|sperr\\p{L}* .* auf|mach\\p{L}* .* auf',
    ),
    warmer: anyOf(
      'warm\\p{L}*|wärm\\p{L}*|heiz\\p{L}*|heiß\\p{L}*|temperatur|grad|\\p{L}*heizung\\p{L}*|kalt\\p{L}*|hoch|höher',
    ),
    cooler: anyOf(
      'kühl\\p{L}*|kält\\p{L}*|kalt\\p{L}*|temperatur|grad|klima\\p{L}*|frisch\\p{L}*|runter|warm\\p{L}*',
    ),
    louder: anyOf('laut\\p{L}*|lautstärke|hoch|auf'),
    quieter: anyOf('leis\\p{L}*|ruhig\\p{L}*|lautstärke|runter|ruhe|still\\p{L}*'),
    mute: anyOf('stumm\\p{L}*|ruhe|still|leise|ton aus'),
    unmute: anyOf('ton an|laut|stummschaltung|wieder'),
    play: anyOf('spiel\\p{L}*|musik|hör\\p{L}*|abspielen|lied\\p{L}*|radio|album|an|schau\\p{L}*|seh\\p{L}*'),
    pause: anyOf('paus\\p{L}*|anhalten|stopp?\\p{L}*|halt\\p{L}*|warte|unterbrich\\p{L}*'),
    resume: anyOf('weiter\\p{L}*|fortsetz\\p{L}*|setz\\p{L}* .* fort|wieder'),
    stop: anyOf('stopp?\\p{L}*|halt\\p{L}*|anhalten|beend\\p{L}*|aus|aufhören|schluss|abbrechen'),
    next: anyOf('nächst\\p{L}*|überspring\\p{L}*|weiter|anderes lied|vor'),
    previous: anyOf('vorherig\\p{L}*|vorig\\p{L}*|letzt\\p{L}*|zurück|nochmal|noch mal'),
    source: anyOf('quelle|eingang|kanal|sender|hdmi|wechs\\p{L}*|schalt\\p{L}*|umschalt\\p{L}*|stell\\p{L}*'),
    clean: anyOf(
      'saug\\p{L}*|reinig\\p{L}*|putz\\p{L}*|wisch\\p{L}*|staubsaug\\p{L}*|sauber\\p{L}*|kehr\\p{L}*',
    ),
    mow: anyOf('mäh\\p{L}*|rasen|gras'),
    dock: anyOf('zurück|basis|ladestation|station|nach hause|heim|lade\\p{L}*|dock\\p{L}*'),
    find: anyOf('find\\p{L}*|such\\p{L}*|wo|orte\\p{L}*|pieps\\p{L}*'),
    arm: anyOf('scharf\\p{L}*|alarm\\p{L}*|aktivier\\p{L}*|sicher\\p{L}*|an|ein'),
    disarm: anyOf('unscharf|entschärf\\p{L}*|deaktivier\\p{L}*|aus|abschalten|ausschalten'),
    run: anyOf(
      'start\\p{L}*|aktivier\\p{L}*|führ\\p{L}*|ausführen|szene|skript|modus|an|mach\\p{L}*|zeit|stell\\p{L}*|schalt\\p{L}*',
    ),
    press: anyOf('drück\\p{L}*|betätig\\p{L}*|klingel\\p{L}*|lös\\p{L}*|aktivier\\p{L}*'),
    add: anyOf(
      'füg\\p{L}*|hinzu\\p{L}*|setz\\p{L}*|schreib\\p{L}*|pack\\p{L}*|brauch\\p{L}*|kauf\\p{L}*|liste|fehlt|notier\\p{L}*',
    ),
    complete: anyOf('erledigt|fertig|abhaken|hak\\p{L}*|streich\\p{L}*|gekauft|gemacht|ab'),
    remove: anyOf('entfern\\p{L}*|lösch\\p{L}*|streich\\p{L}*|nimm|runter|weg|von'),
    mode: anyOf(
      'modus|eco|spar\\p{L}*|nacht\\p{L}*|automatik|auto|stell\\p{L}*|schalt\\p{L}*|stufe|oszill\\p{L}*|schwenk\\p{L}*|leise|turbo',
    ),
    air: anyOf('luft|lüft\\p{L}*|ventil\\p{L}*|feucht\\p{L}*|trocken\\p{L}*|frisch\\p{L}*'),
    timer: anyOf('timer|countdown|wecker|eieruhr|weck\\p{L}*'),
    announce: anyOf('durchsage|ansage|allen|bescheid|verkünd\\p{L}*'),
    remember: anyOf('merk\\p{L}*|erinner\\p{L}*|notier\\p{L}*'),
    forget: anyOf('vergiss|vergesse\\p{L}*|lösch\\p{L}*'),
  },
  occasions: {
    cold: anyOf(
      `(?:mir|uns|es|hier|raum|zimmer|büro)(?: [^ ]+){0,4}? ${be}${very} (?:kalt|eiskalt|frisch|kühl)|${be}${very} kalt|(?:ich|wir) frier\\p{L}*|zu kalt|so kalt|eiskalt`,
    ),
    hot: anyOf(`${be}${very} (?:heiß|warm|stickig)|zu warm|zu heiß|so heiß|schwitz\\p{L}*`),
    dark: anyOf(
      `(?:zu|so|ist|sehr|ziemlich|schon)${very} (?:dunkel|finster|düster)|seh(?:e|en)?(?: [^ ]+){0,3}? nichts|nichts (?:mehr )?sehen|kein licht|kann nichts sehen`,
    ),
    bright: anyOf(`(?:zu|so|viel zu)${very} (?:hell|grell)|blendet`),
    loud: anyOf(`(?:zu|so|viel zu)${very} laut|telefonier\\p{L}*|am telefon|baby schläft|kopfschmerz\\p{L}*`),
    inaudible: anyOf('zu leise|höre? nichts|kann nichts hören'),
    stuffy: anyOf('stickig|stinkt|riecht|muffig|schlechte luft|frische luft'),
    dry: anyOf('luft .* trocken|trockene luft'),
    humid: anyOf('feucht|schwül|klamm|schimmel'),
    bed: anyOf('gute nacht|ins bett|schlafen|bettzeit|schlafenszeit|schlaf|müde|im bett|nacht'),
    morning: anyOf('guten morgen|aufgestanden|wach|aufgewacht|morgen'),
    leaving: anyOf(
      '(?:ich|wir)(?: [^ ]+){0,3}? (?:weg|los|raus|aus dem haus)|verlass\\p{L}*|tschüss|bin dann weg|zur arbeit|in den urlaub|niemand (?:ist )?(?:zu hause|daheim)|abwesend|außer haus',
    ),
    arriving: anyOf('zu hause|wieder da|daheim|angekommen|heimgekommen|zurück|willkommen|besuch|gäste'),
    film: anyOf('film|films|kino|filmabend|fernsehen|serie|netflix'),
    meal: anyOf('essen|abendessen|mittagessen|frühstück|kochen|koche|essenszeit'),
    reading: anyOf(
      'les\\p{L}*|arbeit\\p{L}*|lern\\p{L}*|hausaufgaben|konzentrier\\p{L}*|bastel\\p{L}*|näh\\p{L}*',
    ),
    mood: anyOf('gemütlich\\p{L}*|romantisch\\p{L}*|entspann\\p{L}*|stimmung|atmosphäre|kuschel\\p{L}*'),
    party: anyOf('party|feier\\p{L}*|tanz\\p{L}*|geburtstag'),
    dirty: anyOf('dreckig|schmutzig|krümel|staubig|verschüttet|haare|sau'),
    grass: anyOf('(?:gras|rasen) .*(?:hoch|lang)'),
    lacking: anyOf('(?:ist|sind) (?:alle|leer|aus)|kein\\p{L}* .* mehr|brauchen|brauche|fehlt|alle'),
    done: anyOf('gekauft|erledigt|gemacht|fertig|schon'),
    'left-on': anyOf('(?:noch|vergessen).* an|angelassen|brennt noch|läuft noch|vergessen.* aus'),
    'left-open': anyOf('(?:noch|vergessen).* (?:offen|auf)|offen gelassen|aufgelassen|steht offen'),
    private: anyOf('nachbar\\p{L}*|reinschauen|reinsehen|duschen|umziehen'),
    wet: anyOf('regn\\p{L}*|sturm|stürm\\p{L}*|gewitter|hagel\\p{L}*|schnei\\p{L}*'),
  },
  nouns: {
    light: anyOf(
      '\\p{L}*licht(?:er|s|ern)?|\\p{L}*lampen?|\\p{L}*leuchten?|beleuchtung|\\p{L}*birnen?|\\p{L}*strahler',
    ),
    switch: anyOf('schalter|steckdosen?|stecker'),
    fan: anyOf('\\p{L}*ventilator(?:en)?|\\p{L}*lüfter|lüftung'),
    climate: anyOf('\\p{L}*thermostate?|\\p{L}*heizung(?:en)?|heizkörper|klimaanlage|klima|temperatur|grad'),
    lock: anyOf('\\p{L}*schloss|schlösser'),
    door: anyOf('\\p{L}*tür(?:en)?'),
    garage_door: anyOf('garagentore?|garage'),
    gate: anyOf('\\p{L}*tore?|gatter'),
    window: anyOf('\\p{L}*fenstern?'),
    blind: anyOf('\\p{L}*jalousien?'),
    shade: anyOf('\\p{L}*rollos?'),
    shutter: anyOf('roll?l[aä]den|rolladen|rollladen|läden'),
    curtain: anyOf('vorh[aä]nge?n?|gardinen?'),
    awning: anyOf('markisen?'),
    media: anyOf(
      'musik|fernseher|tv|lautsprecher|radio|player|lied(?:er)?|album|film|ton|lautstärke|fernsehen|podcast|sender',
    ),
    vacuum: anyOf('saugroboter|staubsauger|roboter|sauger|boden'),
    mower: anyOf('mähroboter|rasenmäher|mäher|rasen'),
    valve: anyOf('ventile?|wasser'),
    sprinkler: anyOf('\\p{L}*sprenger|bewässerung'),
    humidifier: anyOf('luftbefeuchter|luftentfeuchter|luftfeuchtigkeit'),
    alarm: anyOf('alarm\\p{L}*'),
    list: anyOf('\\p{L}*listen?|aufgaben|to ?dos?|einkauf\\p{L}*'),
  },
  hints: {
    light: anyOf('hell\\p{L}*|dunk\\p{L}*|dimm\\p{L}*|licht'),
    climate: anyOf(
      'warm\\p{L}*|wärm\\p{L}*|kalt\\p{L}*|kält\\p{L}*|heiz\\p{L}*|kühl\\p{L}*|grad|temperatur|frier\\p{L}*|heiß\\p{L}*',
    ),
    media: anyOf(
      'laut\\p{L}*|leis\\p{L}*|spiel\\p{L}*|paus\\p{L}*|lied|nächst\\p{L}*|weiter|stumm\\p{L}*|hör\\p{L}*',
    ),
    vacuum: anyOf('saug\\p{L}*|reinig\\p{L}*|putz\\p{L}*|staub(?:ig|saug(?:e|en|t)?)?|wisch\\p{L}*'),
    mower: anyOf('mäh\\p{L}*|rasen'),
    lock: anyOf('verriegel\\p{L}*|abschließ\\p{L}*|aufschließ\\p{L}*|zusperr\\p{L}*|entriegel\\p{L}*'),
    alarm: anyOf('scharf\\p{L}*|unscharf'),
    list: anyOf('kauf\\p{L}*|brauch\\p{L}*|fehlt'),
    humidifier: anyOf('feucht\\p{L}*|trocken\\p{L}*'),
    fan: anyOf('luft|lüft\\p{L}*'),
    sprinkler: anyOf('bewässer\\p{L}*|gieß\\p{L}*|spreng\\p{L}*'),
  },
  plainly: {
    open: anyOf('öffn\\p{L}*|auf|aufmach\\p{L}*|hochfahr\\p{L}*'),
    unlock: anyOf('entriegel\\p{L}*|aufschließ\\p{L}*|aufsperr\\p{L}*|entsperr\\p{L}*|öffn\\p{L}*|auf'),
    disarm: anyOf('unscharf|entschärf\\p{L}*|deaktivier\\p{L}*|aus|ausschalt\\p{L}*|abschalt\\p{L}*'),
  },
  more: whole(
    '(?:(?:noch|ein|etwas|bisschen|viel|mehr|nein|doch|bitte|wieder|mach es|und|jetzt) )*(?:mehr|weniger|weiter|nochmal|noch mal|höher|niedriger|heller|dunkler|lauter|leiser|wärmer|kälter|kühler|schneller|langsamer|hoch|runter|zurück|wieder|genug)(?: (?:bitte|noch|etwas|mehr|wieder))*',
  ),
  other: anyOf('ander\\p{L}*|falsch\\p{L}*'),
  doIt: anyOf('mach (?:es|das)|tu (?:es|das)|erledige (?:es|das)|kümmer\\p{L}* dich'),
  offer: startsWith('(?:soll|darf|kann) ich|möchtest du dass ich|willst du dass ich|sollen wir'),
  everything: anyOf('alles|alle geräte|sämtliche\\p{L}*|das ganze haus|ganze wohnung'),
  all: anyOf(
    'alle|allen|aller|alles|jede\\p{L}*|überall|beide\\p{L}*|sämtliche\\p{L}*|ganze\\p{L}* (?:haus|wohnung)|haus|wohnung|übrige\\p{L}*|andere\\p{L}*|rest',
  ),
  ending: anyOf(
    'lösch\\p{L}*|stopp\\p{L}*|abbrech\\p{L}*|brich|beend\\p{L}*|aus|ab|weg|anhalten|halte|pausier\\p{L}*|entfern\\p{L}*|streich\\p{L}*|vergiss|brauch\\p{L}*',
  ),
  bygone: anyOf('war|waren|wars|hatte|hatten|immer|meistens|oft|früher|mag'),
  here: anyOf('hier|hier drin|in diesem (?:raum|zimmer)|diesem zimmer|im raum|zimmer'),
  pronoun: anyOf(
    'es|sie|ihn|ihm|das|die|den|dies\\p{L}*|jene\\p{L}*|beide\\p{L}*|da|dort|dort drin|gleiche\\p{L}*|selbe\\p{L}*|erste\\p{L}*|zweite\\p{L}*|letzte\\p{L}*|andere\\p{L}*',
  ),
  same: anyOf('auch|ebenfalls|gleiche\\p{L}*|dasselbe|ebenso|wieder|noch mal|nochmal|genauso'),
  yes: whole(
    '(?:(?:ja|jo|jawohl|bitte|gern|gerne|mach das|mach es|mach|okay|ok|klar|natürlich|sicher|genau|gut|prima|super|danke|ja bitte|unbedingt|auf jeden fall|stimmt|richtig|tu das|beide|alle|das wäre (?:gut|nett|schön|toll)) ?)+',
  ),
  empty: wordSet(
    'der die das den dem des ein eine einen einem einer mein meine meinem meiner unser unsere dein deine im in am an auf aus zu zum zur von vom mit und oder ist es mir uns du ich wir',
    'haus zimmer raum alle jede bitte mal jetzt hier da neu alt klein groß',
  ),
});
