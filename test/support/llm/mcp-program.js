// An MCP server as people install them: a program that speaks over its input and output.
import { McpServer } from '@modelcontextprotocol/server';
import { StdioServerTransport } from '@modelcontextprotocol/server/stdio';
import * as z from 'zod';

const server = new McpServer({ name: 'notes', version: '1' });

server.registerTool(
  'read_note',
  {
    description: 'Reads a note.',
    inputSchema: z.object({ title: z.string() }),
    annotations: { readOnlyHint: true },
  },
  async ({ title }) => ({
    content: [
      { type: 'text', text: `${title}: ${process.env.NOTE ?? ''} (${process.argv[2]}, ${process.pid})` },
    ],
  }),
);

await server.connect(new StdioServerTransport());
