/** Which tools of a server a model is offered, and what they do as far as the server says. Pure. */
import * as z from 'zod';
import type { OutsideTool } from '../agent/ports/tool-servers.ts';
import type { McpServerSettings } from './options.ts';

export type Listed = {
  readonly name: string;
  readonly description?: string | undefined;
  readonly inputSchema: Readonly<Record<string, unknown>>;
  readonly annotations?:
    | { readonly readOnlyHint?: boolean | undefined; readonly destructiveHint?: boolean | undefined }
    | undefined;
};

/** Each costs a model hundreds of characters with every sentence. */
const mostTools = 32;
/** Of one description: some servers write manuals. */
const descriptionChars = 600;
/** Of one JSON Schema; a larger one leaves no room for the talk. */
const schemaChars = 4_000;

/**
 * Home Assistant's own server acts on the home past our door, so of it only what reads is offered. Its address tells:
 * every such endpoint is below `/api/mcp`.
 */
export function isHomeAssistant({ url }: Pick<McpServerSettings, 'url'>): boolean {
  return url !== undefined && /^\/api\/mcp(\/|$)/.test(new URL(url).pathname);
}

/** In the order of their names: a server may list them in any. */
export function offeredTools(listed: readonly Listed[], settings: McpServerSettings): readonly OutsideTool[] {
  const named = new Set(settings.reading);
  return listed
    .map((tool) => ({ tool, effect: effectOf(tool, named) }))
    .filter(
      ({ tool, effect }) =>
        isAllowed(effect, settings) && JSON.stringify(tool.inputSchema).length <= schemaChars,
    )
    .toSorted((a, b) => (a.tool.name < b.tool.name ? -1 : 1))
    .slice(0, mostTools)
    .map(({ tool, effect }) => ({
      server: settings.name,
      name: tool.name,
      description: (tool.description ?? '').replaceAll(/\s+/gu, ' ').trim().slice(0, descriptionChars),
      inputSchema: tool.inputSchema,
      isReading: effect === 'reads',
    }));
}

type Effect = 'reads' | 'changes' | 'destroys';

/** What says nothing of itself may destroy: that is the protocol's own default. */
function effectOf({ name, annotations }: Listed, reading: ReadonlySet<string>): Effect {
  if (reading.has(name) || annotations?.readOnlyHint === true) return 'reads';
  return annotations?.destructiveHint === false ? 'changes' : 'destroys';
}

function isAllowed(effect: Effect, settings: McpServerSettings): boolean {
  if (effect === 'reads') return true;
  if (isHomeAssistant(settings)) return false;
  return settings.allow === 'all' || (settings.allow === 'change' && effect === 'changes');
}

const content = z.looseObject({
  content: z.array(z.looseObject({ type: z.string(), text: z.string().optional() })).default([]),
  structuredContent: z.unknown().optional(),
  isError: z.boolean().optional(),
});

/** The texts of a result; what is no text is named, not shown. */
export function textOfResult(result: unknown): { readonly content: string; readonly isError: boolean } {
  const parsed = content.safeParse(result);
  if (!parsed.success) return { content: 'The answer could not be read.', isError: true };
  const { content: parts, structuredContent, isError = false } = parsed.data;
  const texts = parts.map(({ type, text }) => text ?? `[${type}]`);
  if (texts.length > 0) return { content: texts.join('\n'), isError };
  return {
    content: structuredContent === undefined ? 'Nothing came back.' : JSON.stringify(structuredContent),
    isError,
  };
}
