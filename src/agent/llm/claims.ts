/**
 * Sentences in which a model says that it changed something. What was done is said by the house itself, from
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

/** Whether a sentence of a model says that it, or somebody for it, changed something. */
export const claimsChange = (sentence: string): boolean =>
  claims.some((claim) => claim.test(sentence.trim()));

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
  ['de', { first: wordSet('erledigt fertig'), anywhere: wordSet('ich wir wurde wurden') }],
  ['fr', { first: wordSet('d c'), anywhere: wordSet('j été') }],
  ['es', { first: wordSet('vale hecho listo'), anywhere: wordSet('he hemos ha han') }],
  ['nl', { first: wordSet('oké gedaan klaar'), anywhere: wordSet('ik heb hebben') }],
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
