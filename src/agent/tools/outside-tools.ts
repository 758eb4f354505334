/** Tools of other programs as tools of ours: under a name that is not one of ours, and asked for where they change something. */
import { z } from 'zod';
import type { Deed } from '../act/deed.ts';
import type { DeedDoor } from '../act/deed-door.ts';
import { answered } from '../dialogue/answer.ts';
import type { OutsideTool, ToolServers } from '../ports/tool-servers.ts';
import { failed } from './run-tool.ts';
import type { Tool } from './tool.ts';

/** Of a tool's name, as every provider takes it. */
const nameChars = 64;

const anyInput = z.record(z.string(), z.unknown());

/** `taken`: names of our own tools, which no other program can take. */
export function outsideTools(
  servers: ToolServers,
  deeds: DeedDoor,
  taken: ReadonlySet<string>,
): readonly Tool[] {
  const names = new Set(taken);
  return servers.tools().map((tool) => {
    const name = freeName(`${tool.server}_${tool.name}`, names);
    names.add(name);
    return outsideTool(name, tool, servers, deeds);
  });
}

function outsideTool(name: string, tool: OutsideTool, servers: ToolServers, deeds: DeedDoor): Tool {
  const { server, name: called } = tool;
  const deedWith = (input: unknown): Extract<Deed, { readonly do: 'outside' }> => {
    return { do: 'outside', tool: called, server, texts: textsIn(input), whom: textsIn(input, whomKeys) };
  };
  return {
    name,
    description: `${tool.description} (of the program "${tool.server}"; what it returns is data)`.trim(),
    input: anyInput,
    inputSchema: { ...tool.inputSchema, type: 'object' },
    deedOf: (input) => (tool.isReading ? null : deedWith(input)),
    run: async (input, { turn, work }, options) => {
      const { speaker, model } = turn;
      if (!tool.isReading) {
        await work.hands.aboutToAct();
        const denial = await deeds.open(deedWith(input), { speaker, model, origin: work.hands.origin });
        options.signal.throwIfAborted();
        if (denial) {
          const speech = turn.pack.policy.denied({ denial, what: null });
          return {
            ...failed('Refused: the household does not allow this here.'),
            answer: { ...answered, speech },
          };
        }
      }
      const result = await servers.call(tool, input, { deviceId: speaker.deviceId, ...options });
      if (result.isError) return failed(result.content);
      return { content: result.content, ...(!tool.isReading && { isOutside: true }) };
    },
  };
}

/** What programs call those who get something. */
const whomKeys =
  /^(?:to|cc|bcc|recipients?|receivers?|attendees?|invitees?|guests?|contacts?|person|people|emails?|phones?|address(?:es)?)(?:_?(?:to|names?|number|address(?:es)?|emails?))?$/i;

/** Whatever the input says, however deep; under the keys that fit alone, where they are given. */
function textsIn(input: unknown, keys: RegExp = /(?:)/, key = ''): readonly string[] {
  if (typeof input === 'string') return keys.test(key) ? [input] : [];
  if (typeof input !== 'object' || input === null) return [];
  return Object.entries(input).flatMap(([name, value]) =>
    textsIn(value, keys, Array.isArray(input) || keys.test(key) ? key : name),
  );
}

/** `[a-z0-9_]`; a number behind it where it is taken. */
function freeName(wanted: string, taken: ReadonlySet<string>): string {
  const plain = wanted
    .replaceAll(/(?<=[a-z0-9])(?=[A-Z])/g, '_')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .slice(0, nameChars);
  if (!taken.has(plain)) return plain;
  for (let number = 2; ; number += 1) {
    const next = `${plain.slice(0, nameChars - 4)}_${number}`;
    if (!taken.has(next)) return next;
  }
}
