/**
 * Where the situation of a turn goes for APIs with one system text. Behind the stable text it would stand before the
 * tools in most models' templates, and everything after it would be read anew each turn; so it goes with the newest
 * words of the person.
 */
import type { Message, Prompt } from '../../agent/ports/language-model.ts';

const open = '<situation>\n';
const close = '\n</situation>\n\n';

export function withSituation({ system: { situation }, messages }: Prompt): readonly Message[] {
  const newest = messages.findLastIndex(({ from }) => from === 'person');
  if (situation === '' || newest === -1) return messages;
  return messages.map((message, index) =>
    index === newest && message.from === 'person'
      ? { from: 'person', text: `${open}${situation}${close}${message.text}` }
      : message,
  );
}

/** The two parts again; an empty situation when there is none. */
export function splitSituation(text: string): { readonly situation: string; readonly said: string } {
  const end = text.startsWith(open) ? text.indexOf(close) : -1;
  if (end === -1) return { situation: '', said: text };
  return { situation: text.slice(open.length, end), said: text.slice(end + close.length) };
}
