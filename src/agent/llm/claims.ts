/**
 * Sentences in which a model says that it changed something, or will. What was done is said by the house itself, from
 * states that it saw; a model's word for it is at best the same again, and at worst untrue.
 */
import { primarySubtag } from '../../core/language-tag.ts';

/** Participles of what homes do, per language, as far as models use them of themselves. */
const claims: readonly RegExp[] = [
  // English: "I've turned on …", "I just locked it", "has been switched off", "Done!", "Turning on the lights now."
  /\b(?:i|we)(?:['’]ve| have)?(?: just| already| now| also| gone ahead and)* (?:turned|switched|set|dimmed|brightened|locked|unlocked|opened|closed|started|stopped|paused|resumed|played|added|removed|activated|deactivated|changed|adjusted|raised|lowered|increased|decreased|muted|unmuted|armed|disarmed|scheduled|cancell?ed|sent|announced|enabled|disabled|run|ran|put)\b/iu,
  /\b(?:has|have) (?:now |just |also |successfully )*been (?:turned|switched|set|dimmed|locked|unlocked|opened|closed|started|stopped|paused|added|removed|activated|changed|adjusted|raised|lowered|increased|decreased|muted|armed|disarmed|scheduled|cancell?ed|sent|announced|enabled|disabled)\b/iu,
  /^(?:ok(?:ay)?|sure|alright|all right|great)?[\s,.!]*(?:all )?(?:done|set)\b[\s.!]*/iu,
  /^(?:(?:ok(?:ay)?|sure|alright|all right)[\s,.!]+)?(?:turning|switching|setting|dimming|locking|unlocking|opening|closing|starting|stopping|activating|arming|disarming)\b(?!.*\b(?:is|are|takes?|can|could|will|would|may|might|means|costs?|needs?|requires?|helps?|saves?)\b)/iu,
  // German: "Ich habe das Licht eingeschaltet.", "wurde ausgeschaltet", "Erledigt."
  /\b(?:ich|wir) (?:habe|haben)\b.*\b(?:ge(?:schaltet|stellt|öffnet|schlossen|startet|stoppt|dimmt|ändert|setzt|sperrt)|(?:ein|aus|ab|an|um)ge(?:schaltet|stellt|macht|sperrt|schlossen)|verriegelt|entriegelt|aktiviert|deaktiviert|hinzugefügt|entfernt)\b/iu,
  /\b(?:wurde|wurden)\b.*\b(?:geöffnet|geschlossen|gestellt|gestartet|gestoppt|gedimmt|(?:ein|aus|ab|um)ge(?:schaltet|stellt|schlossen)|verriegelt|entriegelt|aktiviert|deaktiviert|hinzugefügt|entfernt)\b/iu,
  /^(?:ok(?:ay)?[\s,.!]+)?(?:erledigt|fertig)\b/iu,
  // French: "J’ai allumé la lampe.", "a été éteinte", "C’est fait."
  /\bj['’]ai (?:bien |déjà |aussi )*(?:allumé|éteint|réglé|ouvert|fermé|verrouillé|déverrouillé|activé|désactivé|lancé|arrêté|ajouté|retiré|baissé|augmenté|monté|mis)/iu,
  /\b(?:a|ont) (?:bien |déjà )*été (?:allumé|éteint|réglé|ouvert|fermé|verrouillé|déverrouillé|activé|désactivé|lancé|arrêté|ajouté|retiré|baissé|augmenté|mis)/iu,
  /^(?:d['’]accord[\s,.!]+)?c['’]est fait\b/iu,
  // Spanish: "He encendido la luz.", "ha sido apagada", "Hecho."
  /\b(?:he|hemos) (?:encendido|apagado|ajustado|puesto|abierto|cerrado|bloqueado|desbloqueado|activado|desactivado|iniciado|detenido|añadido|quitado|bajado|subido|cambiado)\b/iu,
  /\b(?:ha|han) sido (?:encendid|apagad|ajustad|puest|abiert|cerrad|bloquead|desbloquead|activad|desactivad|iniciad|detenid|añadid|quitad)/iu,
  /^(?:vale[\s,.!]+)?(?:hecho|listo)\b/iu,
  // Dutch: "Ik heb de lamp aangezet.", "is uitgeschakeld", "Klaar."
  /\b(?:ik heb|we hebben)\b.*\b(?:aan|uit|in|op|af)?ge(?:zet|schakeld|daan|opend|sloten|start|stopt|dimd|wijzigd|steld)\b/iu,
  /\b(?:ik heb|we hebben)\b.*\b(?:vergrendeld|ontgrendeld|geactiveerd|toegevoegd|verwijderd)\b/iu,
  /^(?:oké?[\s,.!]+)?(?:gedaan|klaar)\b/iu,
];

/** A change is made by a tool, at once, and told by the house: a model that only says so will not keep its word. */
const promises: readonly RegExp[] = [
  // English: "I'll turn it off at ten.", "I'm going to lock it"; an offer is none.
  /\b(?:i|we)(?:['’]ll| will| shall|['’](?:m|re) going to| (?:am|are) going to)(?: just| now| also| then| gladly| (?:be|make) sure to)* (?:turn|switch|set|dim|brighten|lock|unlock|open|close|start|stop|pause|resume|play|add|remove|activate|deactivate|change|adjust|raise|lower|increase|decrease|mute|unmute|arm|disarm|schedule|cancel|send|announce|enable|disable|run|put|remind|remember)\b(?!.*\bif you\b)/iu,
  // German: "Ich schalte es um zehn aus.", "Dann mache ich …", "Ich werde … abschließen"
  /\b(?:ich (?:schalte|mache|stelle|drehe|dimme|öffne|schließe|sperre|verriegele?|entriegele?|starte|stoppe)|(?:schalte|mache|stelle|drehe|dimme|öffne|schließe|sperre|verriegele?|entriegele?|starte|stoppe) ich)\b(?!.*\b(?:nicht|kein|keine|keinen)\b)/iu,
  /\b(?:ich werde|werde ich)\b(?!.*\b(?:nicht|kein|keine|keinen)\b).*(?:schalten|stellen|machen|drehen|dimmen|öffnen|schließen|sperren|riegeln|aktivieren|starten|stoppen|hinzufügen|entfernen|erinnern)(?!\p{L})/iu,
  // French: "Je vais éteindre la lampe.", "J'éteindrai …"
  /\b(?:je vais|nous allons) (?:bien |donc |aussi |maintenant |l['’]|la |le |les )*(?:allumer|éteindre|régler|ouvrir|fermer|verrouiller|déverrouiller|activer|désactiver|lancer|arrêter|ajouter|retirer|baisser|augmenter|monter|mettre)/iu,
  /\bj(?:e |['’])(?:la |le |les |l['’])?(?:allumerai|éteindrai|réglerai|ouvrirai|fermerai|(?:dé)?verrouillerai|(?:dés)?activerai|lancerai|arrêterai|ajouterai|baisserai|augmenterai|monterai|mettrai)(?!\p{L})/iu,
  // Spanish: "Voy a apagar la luz.", "Apagaré …"
  /(?<!\bno )\b(?:voy|vamos) a (?:encender|apagar|ajustar|poner|abrir|cerrar|bloquear|desbloquear|activar|desactivar|iniciar|detener|añadir|quitar|bajar|subir|cambiar)/iu,
  /(?<!\bno )\b(?:encenderé|apagaré|ajustaré|pondré|abriré|cerraré|bloquearé|desbloquearé|activaré|desactivaré|bajaré|subiré|cambiaré)(?!\p{L})/iu,
  // Dutch: "Ik zet de lamp om tien uur uit.", "Ik zal de deur vergrendelen."
  /\b(?:ik (?:zet|doe|schakel|dim|open|sluit|vergrendel|ontgrendel)|(?:zet|doe|schakel|dim|open|sluit|vergrendel|ontgrendel) ik)\b(?!.*\b(?:niet|geen)\b)/iu,
  /\b(?:ik zal|ik ga|zal ik)\b(?!.*\b(?:niet|geen)\b).*(?:zetten|schakelen|doen|openen|sluiten|grendelen|dimmen|starten|stoppen)\b(?!.*\?)/iu,
];

const changes: readonly RegExp[] = [...claims, ...promises];

/** Whether a sentence of a model says that it, or somebody for it, changed something, or that it is going to. */
export const claimsChange = (sentence: string): boolean => {
  const said = sentence.trim();
  return changes.some((change) => change.test(said));
};

/** Words that a claim begins with, and those that may turn the rest of a sentence into one. */
type Onsets = { readonly first: ReadonlySet<string>; readonly anywhere: ReadonlySet<string> };

const english: Onsets = {
  first: wordSet(
    'ok okay sure alright all great done set turning switching setting dimming locking unlocking opening closing',
    'starting stopping activating arming disarming',
  ),
  anywhere: wordSet('i we has have'),
};
const onsets: ReadonlyMap<string, Onsets> = new Map([
  ['en', english],
  [
    'de',
    {
      first: wordSet('erledigt fertig'),
      anywhere: wordSet(
        'ich wir wurde wurden schalte mache stelle drehe dimme öffne schließe sperre verriegel verriegele',
        'entriegel entriegele starte stoppe werde',
      ),
    },
  ],
  ['fr', { first: wordSet('d c'), anywhere: wordSet('j je nous été') }],
  [
    'es',
    {
      first: wordSet('vale hecho listo'),
      anywhere: wordSet(
        'he hemos ha han voy vamos encenderé apagaré ajustaré pondré abriré cerraré bloquearé desbloquearé',
        'activaré desactivaré bajaré subiré cambiaré',
      ),
    },
  ],
  [
    'nl',
    {
      first: wordSet('oké gedaan klaar'),
      anywhere: wordSet('ik heb hebben zet doe schakel dim open sluit zal'),
    },
  ],
]);

function wordSet(...lines: readonly string[]): ReadonlySet<string> {
  return new Set(lines.flatMap((line) => line.split(' ')));
}

/**
 * Whether a sentence that begins so may still claim a change; its last word may be cut. Small models fall back into
 * English, so that is always minded.
 */
export function mayBecomeClaim(begun: string, language: string): boolean {
  const own = onsets.get(primarySubtag(language));
  const minded = own === undefined ? [...onsets.values()] : [...new Set([english, own])];
  const words = begun.toLowerCase().match(/\p{L}+/gu) ?? [];
  const last = /\p{L}$/u.test(begun) ? words.length - 1 : words.length;
  return words.some((word, at) =>
    minded
      .flatMap(({ first, anywhere }) => (at === 0 ? [first, anywhere] : [anywhere]))
      .some((list) => (at === last ? [...list].some((known) => known.startsWith(word)) : list.has(word))),
  );
}
