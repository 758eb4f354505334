/**
 * Whether a sentence asks for a tool of another program: every word of the tool's name must be said, or one that
 * means the same. Names of tools are English; the verbs and nouns they are made of are few.
 */
import { stem } from '../../understand/word-likeness.ts';
import type { Deed } from '../deed.ts';

/** How a tool's name begins, and how people say that. */
const verbs: readonly (readonly string[])[] = [
  'create add new make write put open schedule plan start post insert append set save note file erstell anleg crée crea ajoute añade maak voeg schreib trag',
  'send mail email text message post forward reply notify schick send envoie envía stuur',
  'delete remove clear cancel erase drop discard archive lösch entfern supprime borra elimina verwijder',
  'update change edit rename move modify set reschedule adjust ändere verschieb modifie cambia wijzig',
  'complete finish close done mark check resolve',
  'order buy purchase book reserve bestell kauf commande compra bestel',
  'play start resume stream',
  'stop pause halt end',
  'run execute start trigger launch call invoke',
  'enable activate turn switch',
  'disable deactivate turn switch',
].map((line) => line.split(' '));

/** What tools are about. */
const nouns: readonly (readonly string[])[] = [
  'event meeting appointment calendar date invite termin rendez cita afspraak',
  'message text sms chat mail email',
  'email mail',
  'task todo reminder list to-do aufgabe tâche tarea taak',
  'note memo page document doc notiz',
  'issue ticket bug',
  'photo picture image',
  'file document doc',
].map((line) => line.split(' '));

/** A request begins with what is to be done. */
const verbPlace = 3;

/** They say nothing of what a tool does. */
const filler: ReadonlySet<string> = new Set(
  'the a an to by for of in with from tool data api request my v1 v2 v3 new item entry action call'.split(
    ' ',
  ),
);

export function isOutsideAsked(
  { tool, server }: Extract<Deed, { readonly do: 'outside' }>,
  text: string,
): boolean {
  const said = text.split(' ').map(stem);
  const servers = new Set(wordsOf(server));
  const words = wordsOf(tool).filter((word) => !filler.has(word) && !servers.has(word));
  const isVerb = (word: string) => verbs.some((line) => line.includes(word));
  return (
    words.length > 0 &&
    words.every((word, at) =>
      at === 0 && isVerb(word)
        ? isSaidAs(word, said.slice(0, verbPlace), verbs)
        : isSaidAs(word, said, nouns),
    )
  );
}

/** "createIssue", "create_issue", "create-issue". */
function wordsOf(name: string): readonly string[] {
  return name
    .replaceAll(/(?<=[a-z0-9])(?=[A-Z])/g, ' ')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .map(stem);
}

function isSaidAs(word: string, said: readonly string[], alike: readonly (readonly string[])[]): boolean {
  if (said.includes(word)) return true;
  const others = alike.filter((line) => line.includes(word)).flat();
  return said.some((one) =>
    others.some((other) => one === other || (other.length > 4 && one.startsWith(other))),
  );
}
