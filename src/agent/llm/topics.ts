/**
 * What sentences are about when they name no device: "I'm cold", "wie warm ist es", "what's on tomorrow". Only finds
 * what a model is shown; what may be done with it is decided elsewhere.
 */
import type { Entity } from '../../home/model/home-model.ts';

export type Topic = {
  /** Devices are what the words mean (`kind`), or have to do with them (`matter`). */
  readonly tells: 'kind' | 'matter';
  readonly holds: (entity: Entity) => boolean;
  /** True for its words in English, German, French, Spanish and Dutch, folded as `foldedWords` does. */
  readonly patterns: readonly ((word: string) => boolean)[];
};

const domains =
  (...names: readonly string[]) =>
  ({ domain }: Entity): boolean =>
    names.includes(domain);
const classes =
  (domain: string, ...names: readonly string[]) =>
  (entity: Entity): boolean =>
    entity.domain === domain && entity.deviceClass !== null && names.includes(entity.deviceClass);
const either =
  (...tests: readonly ((entity: Entity) => boolean)[]) =>
  (entity: Entity): boolean =>
    tests.some((test) => test(entity));
const kind = (holds: Topic['holds'], ...words: readonly string[]): Topic => topic('kind', holds, words);
const matter = (holds: Topic['holds'], ...words: readonly string[]): Topic => topic('matter', holds, words);

function topic(tells: Topic['tells'], holds: Topic['holds'], lines: readonly string[]): Topic {
  return { tells, holds, patterns: lines.flatMap((line) => line.split(' ').map(patternOf)) };
}

/** `*` at an end stands for any letters: compounds, and the endings of words. */
function patternOf(text: string): (word: string) => boolean {
  const bare = text.replaceAll('*', '');
  const [isEnd, isBegin] = [text.startsWith('*'), text.endsWith('*')];
  if (isEnd && isBegin) return (word) => word.includes(bare);
  if (isEnd) return (word) => word.endsWith(bare);
  return isBegin ? (word) => word.startsWith(bare) : (word) => word === bare;
}

const contact = ['door', 'window', 'garage_door', 'opening'] as const;
const openings = either(domains('cover', 'valve'), classes('binary_sensor', ...contact));

export const topics: readonly Topic[] = [
  kind(
    domains('light'),
    'lamp lamps bulb bulbs lighting chandelier spotlight* *licht *lichter *lampe *lampen *leuchte* beleuchtung',
    'lumiere* lampe* eclairage luz luces lampara* *verlichting *lampen',
  ),
  matter(
    either(domains('light'), classes('sensor', 'illuminance')),
    'dark darker bright brighter brightness dim dimmer dimmed gloomy colour* color* red blue green purple pink orange yellow',
    'dunkel* hell heller helligkeit dimm* farbe rot blau grun gelb sombre clair* lumineux luminosite couleur rouge bleu vert',
    'oscuro* brillo claro color rojo azul verde donker* feller helder* kleur rood blauw groen',
  ),
  kind(
    either(domains('climate', 'water_heater'), classes('sensor', 'temperature')),
    'temperature heating heater* thermostat* radiator* ac aircon hvac boiler *temperatur *heizung heizen *heizkorper klimaanlage',
    'chauffage radiateur* climatisation calefaccion radiador* aire temperatura verwarming *radiator temperatuur airco',
  ),
  matter(
    either(
      domains('climate', 'water_heater', 'fan', 'weather'),
      classes('sensor', 'temperature', 'humidity'),
      classes('binary_sensor', 'window'),
    ),
    'warm* hot hotter cold colder cool cooler chilly freezing heat cosy degree* stuffy',
    'kalt kalter heiss kuhl* friere* stickig grad chaud* froid* degre* calor frio caliente grados koud* heet graden benauwd',
  ),
  matter(
    either(
      domains('humidifier', 'fan'),
      classes('sensor', 'humidity', 'carbon_dioxide', 'pm25', 'aqi', 'volatile_organic_compounds'),
    ),
    'air humid* damp dry co2 ventilat* draught luft *luft* feucht* trocken humidite air sec humedad aire seco vocht* lucht droog',
  ),
  kind(
    domains('media_player', 'remote'),
    'tv telly television* speaker* radio stereo soundbar sonos fernseher *lautsprecher tele enceinte* television altavo* luidspreker*',
  ),
  matter(
    domains('media_player', 'remote'),
    'music song* play playing volume loud* quiet* mute pause resume track album playlist podcast film movie channel listen watch',
    'musik lied spiel* laut* leise* stumm sender horen musique chanson joue* volume fort musica cancion pon reproduc* volumen muziek nummer speel* zachter harder',
  ),
  kind(
    domains('vacuum', 'lawn_mower'),
    'vacuum* hoover* roomba roborock robot* mower mow *sauger saugroboter *maher* aspirateur tondeuse aspirador* cortacesped stofzuig* maaier',
  ),
  matter(
    domains('vacuum'),
    'clean* dust mop floor tidy putz* sauber* saug* wisch* nettoie* propre limpia* schoonmaken zuig*',
  ),
  matter(
    either(domains('valve', 'lawn_mower'), ({ names }) =>
      names.some((name) => /sprinkler|irrigat|garden/iu.test(name)),
    ),
    'lawn grass garden water* sprinkler* irrigat* rasen garten bewasser* giess* pelouse jardin arros* cesped riega riego gras tuin besproei*',
  ),
  matter(
    either(domains('lock', 'alarm_control_panel'), openings),
    'lock* unlock* secure safe safely burglar* intruder* arm armed disarm alarm* leaving bed',
    'verriegel* abgeschlossen abschliess* schliess* sicher alarm* scharf verrouill* ferme* securise cerrad* bloque* seguro alarma slot vergrendel* veilig',
  ),
  matter(
    either(openings, domains('lock')),
    'open* close* shut door* window* gate* garage blind* curtain* shutter* shade*',
    'offn* offen *tur *turen *fenster *tor rollo* *rolladen *rollladen jalousie* vorhang ouvr* ouvert* porte* fenetre* volet* rideau* store*',
    'abr* abiert* puerta* ventana* persiana* cortina* raam ramen deur* gordijn* rolluik* dicht',
  ),
  matter(
    classes('sensor', 'power', 'energy', 'current', 'voltage', 'apparent_power', 'gas', 'water', 'monetary'),
    'power energy electricity consum* usage watt* kwh kilowatt* solar cost* meter',
    'strom* energie* verbrauch* zahler leistung electricite consommation energia consumo electric* verbruik stroom',
  ),
  matter(
    either(classes('sensor', 'battery'), classes('binary_sensor', 'battery')),
    'batter* charge* charging charged empty akku* batterie* geladen leer pile* charg* bateria* cargad* accu*',
  ),
  matter(
    either(domains('weather', 'sun'), classes('sensor', 'precipitation', 'wind_speed', 'uv_index')),
    'weather rain* snow* sun sunny sunset sunrise wind* forecast umbrella storm* outside outdoors tomorrow',
    'wetter regen* schnee* sonne* vorhersage draussen morgen meteo pluie neige soleil vent dehors demain',
    'tiempo lluvia llueve nieve sol viento manana weer regent sneeuw zon buiten',
  ),
  matter(
    either(domains('person', 'device_tracker'), classes('binary_sensor', 'motion', 'occupancy', 'presence')),
    'who home anybody anyone someone somebody nobody away where arrived motion movement presence',
    'wer jemand zuhause niemand wo bewegung qui quelqu personne maison quien alguien casa nadie wie iemand thuis niemand waar',
  ),
  matter(
    classes('binary_sensor', 'smoke', 'gas', 'carbon_monoxide', 'moisture', 'safety', 'problem', 'tamper'),
    'leak* smoke fire gas flood* wet problem* rauch feuer leck* wasser fumee feu fuite humo fuego fuga rook brand lek*',
  ),
  kind(
    domains('todo'),
    'list lists todo shopping grocer* buy task* item* remind* errand* *liste* einkauf* kauf* aufgabe* erinner*',
    'liste* courses achet* tache* rappel* lista* compra* tarea* recuerd* boodschap* lijst* taak taken herinner*',
  ),
  kind(
    domains('calendar'),
    'calendar* appointment* agenda event* meeting* birthday* schedule* today tomorrow week weekend plan* busy free',
    'kalender termin* geburtstag* heute morgen woche calendrier rendez evenement* anniversaire aujourd demain semaine',
    'calendario cita* evento* cumpleanos hoy manana semana afspra* verjaardag vandaag',
  ),
  matter(
    domains('scene', 'script', 'automation', 'button', 'input_button'),
    'scene* mood script* routine* mode night party movie press run activate szene* stimmung modus nacht ambiance nuit soiree escena* modo noche sfeer avond',
  ),
  matter(
    either(domains('switch', 'input_boolean'), classes('switch', 'outlet')),
    'plug* outlet* socket* switch coffee kettle charger *steckdose* schalter kaffee* prise* interrupteur enchufe* stopcontact* schakelaar',
  ),
  kind(domains('fan'), 'fan fans ventilator* lufter ventilateur* ventilador*'),
];
