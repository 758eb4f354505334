/** An agent that speaks our HTTP protocol and answers what the test says: the integration takes it for Hearken. */
import type { AgentPart } from '../../../src/agent/agent.ts';
import { createConversation } from '../../../src/api/conversation.ts';
import { createMetrics } from '../../../src/api/metrics.ts';
import { serveApi } from '../../../src/api/server.ts';
import { systemClock } from '../../../src/core/clock.ts';
import { silentLogger } from '../../../src/core/log.ts';
import { protocol } from '../../../src/api/protocol.ts';
import type { Program } from '../../../src/bench/ha/program.ts';

export type ScriptedServer = AsyncDisposable & { readonly api: Program['api'] };

export type Script = {
  /** Pieces of the reply as they come; the outcome is made of them. */
  readonly answer: (text: string) => AsyncIterable<string>;
  /** Where core finds speech-to-text and text-to-speech. */
  readonly wyomingPort: number;
};

const token = 'the-right-token';

export async function startScriptedServer({ answer, wyomingPort }: Script): Promise<ScriptedServer> {
  const log = silentLogger;
  const agent = {
    languages: ['en'],
    async *respond(request: {
      turnId: string;
      text: string;
      language: string;
    }): AsyncGenerator<AgentPart, void> {
      let speech = '';
      for await (const text of answer(request.text)) {
        speech += text;
        yield { kind: 'delta', text };
      }
      const { turnId, language } = request;
      const end = { kind: 'outcome', understood: true, continueConversation: false, path: 'llm' } as const;
      yield { ...end, turnId, speech, language, changes: [] };
    },
  };
  const server = await serveApi(
    {
      converse: createConversation({ agent, report: () => undefined, clock: systemClock, log }),
      home: async () => ({
        protocol,
        version: '0.0.0',
        instance_id: 'scripted',
        languages: ['en'],
        wyoming_port: wyomingPort,
        stt: null,
        models: { stt: [], tts: [], wake: [] },
        slow_satellites: [],
        status: 'connected',
        is_demo: false,
        home_language: 'en',
        exposed: {
          entities: 0,
          by_domain: {},
          areas: 0,
          floors: 0,
          satellites: 0,
          is_complete: true,
          unseen: 0,
        },
      }),
      turns: { turns: () => [], withContent: false },
      metrics: createMetrics(),
      health: () => ({}),
      status: async () => ({
        services: {},
        languageModels: [],
        downloads: [],
        disk: undefined,
        exposedCount: undefined,
        isDemo: false,
        turns: [],
        nowMs: systemClock.now(),
        timeZone: null,
      }),
      isToken: async (candidate) => candidate === token,
      names: [],
      clock: systemClock,
      log,
    },
    { host: '127.0.0.1', port: 0 },
  );
  const { hostname, port } = new URL(server.url);
  return {
    api: { host: hostname, port: Number(port), token },
    [Symbol.asyncDispose]: () => server.close(),
  };
}
