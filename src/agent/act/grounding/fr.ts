/** French words that ask for something. Apostrophes are spaces here ("l heure", "d eau"). */
import { anyOf, type Lexicon, startsWith, whole, wordSet } from './lexicon.ts';

const very = '(?: (?:trop|très|si|vraiment|bien|un peu|assez|super|hyper|plutôt))*';
const verbs =
  'allum\\p{L}*|étein\\p{L}*|ouvr\\p{L}*|ferm\\p{L}*|verrouill\\p{L}*|déverrouill\\p{L}*|met\\p{L}*|mets|règl\\p{L}*|régl\\p{L}*|baiss\\p{L}*|mont\\p{L}*|augment\\p{L}*|dimin\\p{L}*|rédui\\p{L}*|tamis\\p{L}*|éclair\\p{L}*|lanc\\p{L}*|démarr\\p{L}*|arrêt\\p{L}*|stopp?\\p{L}*|jou\\p{L}*|pass\\p{L}*|coup\\p{L}*|chauff\\p{L}*|refroidi\\p{L}*|rafraîchi\\p{L}*|nettoi\\p{L}*|aspir\\p{L}*|tond\\p{L}*|ajout\\p{L}*|supprim\\p{L}*|enlèv\\p{L}*|retir\\p{L}*|coch\\p{L}*|ray\\p{L}*|annonc\\p{L}*|rappel\\p{L}*|souvi\\p{L}*|oubli\\p{L}*|not\\p{L}*|activ\\p{L}*|désactiv\\p{L}*|arm\\p{L}*|désarm\\p{L}*|chang\\p{L}*|fais|faites|donne|renvoi\\p{L}*|retourn\\p{L}*|cherch\\p{L}*|trouv\\p{L}*|écri\\p{L}*|prévien\\p{L}*|réveill\\p{L}*|appui\\p{L}*';

export const french = (): Lexicon => ({
  joins: anyOf('et', 'puis', 'mais', 'ou', 'car', 'ensuite', 'donc', 'aussi', 'parce que'),
  conditions: startsWith(
    'si(?! tu (?:peux|pouvais)| vous (?:pouvez|pouviez)| possible)',
    's il(?! te| vous)',
    'quand',
    'lorsque',
    'dès que',
    'avant',
    'après que',
    'jusqu',
  ),
  imperative: whole('allume|éteins|ouvre|ferme|verrouille|mets|règle|baisse|monte|lance|arrête|ajoute|dis'),
  begins: startsWith(
    verbs,
    'dis|dites|lis|lisez|montr\\p{L}*|racont\\p{L}*|expliqu\\p{L}*|vérifi\\p{L}*|regard\\p{L}*|qu|que|quel\\p{L}*|quoi|qui|où|comment|pourquoi|combien|est ce|est|sont|as tu|a t|y a t|peux|pouvez|pourrais|pourriez',
    'je|j|tu|il|elle|on|nous|vous|ils|c est|ça|ne|n|la .{2,30} (?:est|était)|le .{2,30} (?:est|était)|les .{2,30} (?:sont|étaient)',
  ),
  lead: startsWith(
    's il (?:te|vous) plaît|stp|svp|merci|hé|salut|bonjour|ok|okay|d accord|bon|alors|oui|ouais|maintenant|et|puis|mais|ou|ensuite|aussi|donc|vite|peut être|juste|hearken|car|parce que|super',
    '(?:peux|pourrais|veux|voudrais) tu(?: (?:aussi|bien|me|nous))*|(?:pouvez|pourriez|voulez) vous(?: (?:aussi|bien|me|nous))*|tu (?:peux|pourrais)|vous (?:pouvez|pourriez)|je (?:veux|voudrais|souhaite|aimerais)(?: (?:que tu|que vous|avoir))?|j (?:aimerais|ai besoin)(?: (?:que tu|que vous|d avoir|de|d))?|on (?:veut|voudrait|pourrait)|nous (?:voulons|voudrions)|est ce que tu (?:peux|pourrais)|est il possible d[e]?|ce serait (?:bien|gentil) (?:de|si tu pouvais)|n oublie pas d[e]?|assure toi (?:que|de)|il faut(?: que tu)?|il faudrait',
  ),
  demanding: startsWith(
    '(?:peux|pourrais|veux|voudrais) tu|(?:pouvez|pourriez|voulez) vous|tu (?:peux|pourrais)|je (?:veux|voudrais|souhaite|aimerais)|j (?:aimerais|ai besoin)|est ce que tu (?:peux|pourrais)|est il possible|ce serait|n oublie pas|assure toi|il faut|il faudrait|on (?:veut|voudrait|pourrait)',
  ),
  question: startsWith(
    '(?:à|de|pour|avec|depuis|dans|en|sur|chez|jusqu à) (?:quel\\p{L}*|quoi|qui|quand|combien)|qu|que|quel\\p{L}*|quoi|qui|où|comment|pourquoi|combien|est ce|est|sont|as tu|a t|ont|y a|fait il|quand|était|avons|ai je',
  ),
  information: startsWith(
    'dis (?:moi|nous)|dites (?:moi|nous)|lis|lisez|montr\\p{L}*|racont\\p{L}*|expliqu\\p{L}*|vérifi\\p{L}*|regard\\p{L}*|résum\\p{L}*|décri\\p{L}*|list\\p{L}*|énumèr\\p{L}*|savoir|traduis\\p{L}*|calcul\\p{L}*|compar\\p{L}*|cherch\\p{L}*|informe moi|donne moi (?:un résumé|la liste|les nouvelles|la météo)',
  ),
  reported: anyOf(
    'a dit|disait|dit que|disent|raconte que|selon|d après|paraît|imagin\\p{L}*|suppos\\p{L}*|hier|par exemple|la phrase|le mot|le titre|le texte|écrit que|aurait|pensais|pensait',
  ),
  negated: anyOf(
    'ne|n|pas(?! (?:trop|si|tout à fait))|jamais|rien|aucun\\p{L}*|personne|sans|plutôt que|au lieu de|ni',
  ),
  kept: startsWith('laiss\\p{L}*', 'garde'),
  please: anyOf('s il te plaît', 's il vous plaît', 'stp', 'svp', 'merci'),
  statement: startsWith(
    '(?:je|j|tu|il|elle|on|nous|vous|ils|elles|c|ça|cela)(?: [^ ]+)? (?:suis|es|est|sommes|êtes|sont|ai|as|a|avons|avez|ont|fait|vais|vas|va|allons|allez|vont|étais|était|étaient|pars|partons|rentre|rentrons|vois|voit|entends|gèle|meurs|lis|travaille|dors|dort)',
    '(?:le|la|les|l|mon|ma|mes|notre|nos|ton|ta|tes|un|une)(?: [^ ]+){1,5}? (?:est|sont|était|étaient|a|ont|dort|dorment)|bonne nuit|bonjour|au revoir|bonne soirée|trop (?:froid|chaud|sombre|fort|clair)',
  ),
  shouldBe: anyOf('doit|doivent|devrait|devraient|faut|faudrait|besoin|pourrait|pourraient|veux|voudrais'),
  except: anyOf('sauf', 'à part', 'excepté', 'hormis', 'mais pas', 'en dehors'),
  carries: [
    ['timer', /\b(?:minuteur|minuterie|compte à rebours|réveil|timer)\b|^réveill/u],
    ['add', /^(?:ajout|mets|met|note|écri|inscri)\p{L}*(?=.*(?:liste|courses|tâches))/u],
    ['add', /^(?:achèt|achet|commande)\p{L}*|^il (?:nous )?manque/u],
    ['remember', /^(?:souvi|retien|reten|not|rappel|mémoris)\p{L}*/u],
    ['forget', /^oubli\p{L}*/u],
    [
      'announce',
      /^(?:annonc|dis|dites|prévien|diffus|appell)\p{L}*(?! moi| nous)(?=.*(?:tout le monde|tous|enfants|famille|annonc|diffus| à ))|^annonc/u,
    ],
    [
      'play',
      /^(?:jou|écout|pass|diffus)\p{L}*(?=.*(?:musique|chanson|album|radio|jazz|piste|artiste|playlist|podcast|[^ ]+ de [^ ]+))/u,
    ],
  ],
  asking: {
    on: anyOf(
      'allum\\p{L}*|met\\p{L}*|active\\p{L}*|démarr\\p{L}*|lanc\\p{L}*|éclair\\p{L}*|marche|branch\\p{L}*',
    ),
    off: anyOf(
      'étein\\p{L}*|éteign\\p{L}*|coup\\p{L}*|arrêt\\p{L}*|désactiv\\p{L}*|ferm\\p{L}*|stopp?\\p{L}*',
    ),
    toggle: anyOf('bascul\\p{L}*'),
    set: anyOf(
      'met\\p{L}*|mets|règl\\p{L}*|régl\\p{L}*|chang\\p{L}*|pass\\p{L}*|ajust\\p{L}*|fix\\p{L}*|à \\d+|pour ?cent|degrés?|\\d+|moitié|maximum|minimum|fond',
    ),
    up: anyOf(
      'mont\\p{L}*|augment\\p{L}*|plus|hauss\\p{L}*|relèv\\p{L}*|élèv\\p{L}*|lèv\\p{L}*|accélèr\\p{L}*',
    ),
    down: anyOf('baiss\\p{L}*|dimin\\p{L}*|rédui\\p{L}*|moins|descen\\p{L}*|ralenti\\p{L}*'),
    brighter: anyOf(
      'clair\\p{L}*|éclair\\p{L}*|lumineu\\p{L}*|plus de lumière|augment\\p{L}*|mont\\p{L}*|fort',
    ),
    dimmer: anyOf('tamis\\p{L}*|sombre|baiss\\p{L}*|dimin\\p{L}*|doux|douce|rédui\\p{L}*|moins'),
    colour: anyOf(
      'couleur\\p{L}*|rouge|vert\\p{L}*|bleu\\p{L}*|jaune|orange|violet\\p{L}*|rose|blanc\\p{L}*|chaud\\p{L}*|froid\\p{L}*|kelvin|turquoise',
    ),
    open: anyOf('ouvr\\p{L}*|ouvert\\p{L}*|mont\\p{L}*|remont\\p{L}*|lèv\\p{L}*|relèv\\p{L}*'),
    close: anyOf('ferm\\p{L}*|baiss\\p{L}*|descen\\p{L}*|clos'),
    lock: anyOf('verrouill\\p{L}*|ferm\\p{L}*|clé'),
    unlock: anyOf('déverrouill\\p{L}*|ouvr\\p{L}*|débloqu\\p{L}*'),
    warmer: anyOf(
      'chaud\\p{L}*|chauff\\p{L}*|réchauff\\p{L}*|température|degrés?|mont\\p{L}*|augment\\p{L}*|froid\\p{L}*',
    ),
    cooler: anyOf(
      'froid\\p{L}*|frais|fraîch\\p{L}*|rafraîchi\\p{L}*|refroidi\\p{L}*|température|degrés?|baiss\\p{L}*|clim\\p{L}*|chaud\\p{L}*',
    ),
    louder: anyOf('fort|plus fort|volume|son|mont\\p{L}*|augment\\p{L}*'),
    quieter: anyOf('moins fort|doucement|volume|son|baiss\\p{L}*|bas|silence|calme'),
    mute: anyOf('silence|muet|sourdine|coup\\p{L}*|taire|chut'),
    unmute: anyOf('remet\\p{L}* le son|son|rétabli\\p{L}*'),
    play: anyOf(
      'jou\\p{L}*|musique|met\\p{L}*|écout\\p{L}*|chanson\\p{L}*|radio|lanc\\p{L}*|lecture|regard\\p{L}*',
    ),
    pause: anyOf('pause|arrêt\\p{L}*|stopp?\\p{L}*|suspen\\p{L}*'),
    resume: anyOf('reprend\\p{L}*|continu\\p{L}*|relanc\\p{L}*'),
    stop: anyOf('arrêt\\p{L}*|stopp?\\p{L}*|cess\\p{L}*|fini\\p{L}*|annul\\p{L}*'),
    next: anyOf('suivant\\p{L}*|prochain\\p{L}*|pass\\p{L}*|saut\\p{L}*|autre chanson'),
    previous: anyOf('précédent\\p{L}*|dernière?|recommenc\\p{L}*|encore'),
    source: anyOf('source|entrée|chaîne|hdmi|met\\p{L}*|chang\\p{L}*|pass\\p{L}*'),
    clean: anyOf('nettoi\\p{L}*|nettoy\\p{L}*|aspir\\p{L}*|ménage|lav\\p{L}*|balay\\p{L}*|propre'),
    mow: anyOf('tond\\p{L}*|tonte|pelouse|gazon'),
    dock: anyOf('base|retourn\\p{L}*|renvoi\\p{L}*|rentr\\p{L}*|charg\\p{L}*|station|maison'),
    find: anyOf('trouv\\p{L}*|cherch\\p{L}*|localis\\p{L}*|où'),
    arm: anyOf('arm\\p{L}*|alarme|activ\\p{L}*|sécuris\\p{L}*'),
    disarm: anyOf('désarm\\p{L}*|désactiv\\p{L}*|coup\\p{L}*|étein\\p{L}*'),
    run: anyOf(
      'lanc\\p{L}*|activ\\p{L}*|exécut\\p{L}*|démarr\\p{L}*|mode|scène|script|met\\p{L}*|c est l heure',
    ),
    press: anyOf('appui\\p{L}*|press\\p{L}*|sonn\\p{L}*|déclench\\p{L}*'),
    add: anyOf(
      'ajout\\p{L}*|met\\p{L}*|not\\p{L}*|inscri\\p{L}*|achet\\p{L}*|achèt\\p{L}*|manque|besoin|liste',
    ),
    complete: anyOf('coch\\p{L}*|termin\\p{L}*|fait\\p{L}*|fini\\p{L}*|achet\\p{L}*|ray\\p{L}*'),
    remove: anyOf('supprim\\p{L}*|enlèv\\p{L}*|retir\\p{L}*|effac\\p{L}*|ray\\p{L}*|vid\\p{L}*'),
    mode: anyOf('mode|éco|nuit|auto\\p{L}*|met\\p{L}*|règl\\p{L}*|oscill\\p{L}*|vitesse|turbo'),
    air: anyOf('air|aér\\p{L}*|ventil\\p{L}*|humid\\p{L}*|sec|sèche'),
    timer: anyOf('minuteur|minuterie|compte à rebours|réveil\\p{L}*|timer'),
    announce: anyOf('annonc\\p{L}*|tout le monde|prévien\\p{L}*|diffus\\p{L}*'),
    remember: anyOf('souvi\\p{L}*|retien\\p{L}*|rappel\\p{L}*|not\\p{L}*|mémoris\\p{L}*'),
    forget: anyOf('oubli\\p{L}*|effac\\p{L}*'),
  },
  occasions: {
    cold: anyOf(
      `(?:fait|ai|avons|a|est|on a)${very} (?:froid|frisquet|glacial)|trop froid|gèle|gelé\\p{L}*|caille`,
    ),
    hot: anyOf(`(?:fait|ai|avons|a|est|on a)${very} chaud|trop chaud|étouff\\p{L}*|canicule|transpir\\p{L}*`),
    dark: anyOf(`(?:fait|est|trop)${very} (?:sombre|noir|nuit)|vois rien|voit rien|pas de lumière|y vois`),
    bright: anyOf('trop (?:clair|lumineux|lumineuse|de lumière)|ébloui\\p{L}*|aveugl\\p{L}*'),
    loud: anyOf('trop (?:fort|bruyant|de bruit)|au téléphone|bébé dort|mal (?:à la|de) tête'),
    inaudible: anyOf('trop bas|entends (?:rien|pas)|pas assez fort'),
    stuffy: anyOf('étouff\\p{L}*|sent mauvais|pue|renfermé|air frais'),
    humid: anyOf('humide|moite'),
    dry: anyOf('air .*sec'),
    bed: anyOf('bonne nuit|coucher|dormir|au lit|dodo|sommeil|fatigué\\p{L}*|dort|nuit'),
    morning: anyOf('bonjour|réveillé\\p{L}*|levé\\p{L}*|debout|matin'),
    leaving: anyOf(
      '(?:pars|partons|sors|sortons|vais au travail|quitte\\p{L}*|au revoir|en vacances|départ|absen\\p{L}*|personne à la maison|on y va)',
    ),
    arriving: anyOf('rentré\\p{L}*|arrivé\\p{L}*|suis là|de retour|à la maison|invités|retour|bienvenue'),
    film: anyOf('films?|cinéma|série|netflix|télé'),
    meal: anyOf('dîner|déjeuner|manger|repas|cuisin\\p{L}*|souper|table|petit déj\\p{L}*'),
    reading: anyOf('lire|lecture|lis|travaill\\p{L}*|étudi\\p{L}*|devoirs|concentr\\p{L}*'),
    mood: anyOf('ambiance|romantique|détend\\p{L}*|relax\\p{L}*|cosy|chaleureu\\p{L}*|tamisé\\p{L}*'),
    party: anyOf('fête|dans\\p{L}*|anniversaire|soirée'),
    dirty: anyOf('sale|miettes|poussière|poussiéreu\\p{L}*|renversé\\p{L}*|poils'),
    grass: anyOf('(?:herbe|pelouse|gazon) .*(?:haute?|longue?)'),
    lacking: anyOf('plus d[e]?|manque|besoin d[e]?|fini (?:le|la|les)'),
    done: anyOf('acheté\\p{L}*|fait|terminé\\p{L}*|fini\\p{L}*'),
    'left-on': anyOf(
      '(?:resté\\p{L}*|laissé\\p{L}*|oublié\\p{L}*|encore).*allumé\\p{L}*|oublié d étein\\p{L}*',
    ),
    'left-open': anyOf('(?:resté\\p{L}*|laissé\\p{L}*|encore).*ouvert\\p{L}*|oublié de fermer'),
    private: anyOf('voisin\\p{L}*|douche|regarde\\p{L}* dedans'),
    wet: anyOf('pleu\\p{L}*|pluie|orage|vent|neige\\p{L}*|grêle'),
  },
  nouns: {
    light: anyOf(
      'lumières?|lampes?|éclairage|ampoules?|plafonniers?|lampadaires?|spots?|appliques?|guirlandes?',
    ),
    switch: anyOf('interrupteurs?|prises?'),
    fan: anyOf('ventilateurs?|ventilation|vmc'),
    climate: anyOf('thermostats?|chauffage|radiateurs?|clim|climatisation|climatiseurs?|température|degrés?'),
    lock: anyOf('serrures?|verrous?'),
    door: anyOf('portes?'),
    garage_door: anyOf('garage|porte de garage'),
    gate: anyOf('portails?|barrières?'),
    window: anyOf('fenêtres?'),
    blind: anyOf('stores?'),
    shade: anyOf('stores?'),
    shutter: anyOf('volets?'),
    curtain: anyOf('rideaux?|voilages?'),
    awning: anyOf('stores? bannes?|bannes?'),
    media: anyOf(
      'musique|télé|télévision|tv|enceintes?|radio|lecteur|chansons?|album|film|son|volume|playlist|podcast',
    ),
    vacuum: anyOf('aspirateurs?|robot|sol|ménage'),
    mower: anyOf('tondeuse|robot tondeuse|pelouse|gazon'),
    valve: anyOf('vannes?|eau'),
    sprinkler: anyOf('arroseurs?|arrosage'),
    humidifier: anyOf('humidificateurs?|déshumidificateurs?|humidité'),
    alarm: anyOf('alarme|sécurité'),
    list: anyOf('listes?|courses|tâches'),
  },
  hints: {
    light: anyOf('tamis\\p{L}*|éclair\\p{L}*|sombre|clair\\p{L}*|lumineu\\p{L}*'),
    climate: anyOf('chauff\\p{L}*|chaud\\p{L}*|froid\\p{L}*|degrés?|température|frais|fraîch\\p{L}*|gèle'),
    media: anyOf('son|volume|jou\\p{L}*|pause|suivant\\p{L}*|fort|écout\\p{L}*|chanson'),
    vacuum: anyOf('aspir\\p{L}*|nettoi\\p{L}*|nettoy\\p{L}*'),
    mower: anyOf('tond\\p{L}*'),
    lock: anyOf('verrouill\\p{L}*|déverrouill\\p{L}*'),
    alarm: anyOf('arm\\p{L}*|désarm\\p{L}*'),
    list: anyOf('achet\\p{L}*|achèt\\p{L}*|manque'),
    humidifier: anyOf('humid\\p{L}*|sec'),
    fan: anyOf('air|aér\\p{L}*|ventil\\p{L}*'),
    sprinkler: anyOf('arros\\p{L}*'),
  },
  plainly: {
    open: anyOf('ouvr\\p{L}*|lèv\\p{L}*|mont\\p{L}*'),
    unlock: anyOf('déverrouill\\p{L}*|ouvr\\p{L}*|débloqu\\p{L}*'),
    disarm: anyOf('désarm\\p{L}*|désactiv\\p{L}*|coup\\p{L}*|étein\\p{L}*|arrêt\\p{L}*'),
  },
  more: whole(
    '(?:(?:encore|un|peu|beaucoup|plus|non|et|s il te plaît|toujours) )*(?:plus|moins|encore|fort|haut|bas|clair|sombre|chaud|froid|vite|lentement|assez|pareil)(?: (?:fort|haut|bas|clair|sombre|chaud|froid|vite|s il te plaît|encore))*',
  ),
  other: anyOf('autre|autres|mauvais\\p{L}*'),
  doIt: anyOf('fais le|vas y|occupe t en|règle ça'),
  offer: startsWith(
    '(?:est ce que )?(?:je dois|dois je|puis je|veux tu que j[e]?|voulez vous que j[e]?|tu veux que j[e]?|souhaites tu que j[e]?)',
  ),
  everything: anyOf('tout|tous les appareils|toute la maison|l ensemble'),
  all: anyOf('tout|tous|toute|toutes|partout|chaque|maison|les deux|autres|reste'),
  ending: anyOf(
    'annul\\p{L}*|arrêt\\p{L}*|supprim\\p{L}*|stopp?\\p{L}*|coup\\p{L}*|éteins|enlèv\\p{L}*|paus\\p{L}*|effac\\p{L}*|oubli\\p{L}*',
  ),
  bygone: anyOf('était|étaient|étais|avait|avais|toujours|souvent|parfois|aime|aimais'),
  here: anyOf('ici|cette pièce|dans la pièce|là'),
  pronoun: anyOf(
    'le|la|les|l|ça|cela|lui|celle|celui|ceux|celles|ci|y|en|deux|même|premi\\p{L}*|deuxième|dernier|dernière|autre',
  ),
  same: anyOf('aussi|également|même|pareil|encore|de nouveau|autre'),
  yes: whole(
    '(?:(?:oui|ouais|d accord|ok|okay|s il te plaît|s il vous plaît|vas y|allez|fais le|volontiers|bien sûr|merci|parfait|avec plaisir|exactement|oui merci|bonne idée|ce serait (?:bien|gentil)|les deux) ?)+',
  ),
  empty: wordSet(
    'le la les l un une des du de d au aux à en dans sur sous pour par avec et ou mon ma mes ton ta tes notre nos votre vos son sa ses ce cette ces',
    'maison pièce chambre tout tous petit grand petite grande',
  ),
});
