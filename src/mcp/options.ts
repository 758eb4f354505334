/** Settings of the programs whose tools a language model may use (Model Context Protocol). */
import { z } from 'zod';
import { Secret } from '../core/secret.ts';

const secret = z
  .string()
  .transform((text) => new Secret(text))
  .meta({ secret: true });

const server = z
  .strictObject({
    /** Before the names of its tools, and in the record. */
    name: z.string().regex(/^[a-z][a-z0-9]{0,15}$/, 'must be a short word of small letters and digits'),
    /** Streamable HTTP. */
    url: z.url({ protocol: /^https?$/ }).optional(),
    headers: z.record(z.string(), secret).prefault({}),
    /** A program of this machine that speaks over its input and output. */
    command: z.string().min(1).optional(),
    args: z.array(z.string()).default([]),
    env: z.record(z.string(), secret).prefault({}),
    /** Which of its tools are offered: those that only read, those that destroy nothing too, or all. */
    allow: z.enum(['read', 'change', 'all']).default('read'),
    /** Tools that only read although the program does not say so. */
    reading: z.array(z.string()).default([]),
    timeoutMs: z.int().min(100).max(60_000).default(10_000),
  })
  .refine(({ url, command }) => (url === undefined) !== (command === undefined), {
    message: 'needs either `url` or `command`',
  });

export const mcpOptions = z.object({
  servers: z
    .array(server)
    .max(8)
    .refine(
      (all) => new Set(all.map(({ name }) => name)).size === all.length,
      'two servers have the same name',
    )
    .prefault([])
    .meta({
      title: 'MCP servers',
      description:
        'Programs whose tools a language model may use: `{ name: wiki, url: "http://…/mcp" }` or `{ name: files, command: npx, args: […] }`, with `headers` or `env` for keys. `allow`: `read` (only tools that say they change nothing), `change` (also those that say they destroy nothing) or `all`; what changes something is done only when the person asked for it in so many words. `reading` names tools that only read although they do not say so. See docs/llm-tools.md.',
    }),
});

export type McpSettings = z.output<typeof mcpOptions>;
export type McpServerSettings = McpSettings['servers'][number];
