/** A Wyoming server on a free port with the real services over test engines. */
import { serve } from 'wyoming-ts';
import type { Server, ServeOptions } from 'wyoming-ts';
import type { Agent, AgentPart } from '../../src/agent/agent.ts';
import { heardIn } from '../../src/app/agent/heard-sentence.ts';
import { systemClock } from '../../src/core/clock.ts';
import { silentLogger } from '../../src/core/log.ts';
import type { SpeechHints, SttEngine } from '../../src/engines/stt/engine.ts';
import type { TtsEngine } from '../../src/engines/tts/engine.ts';
import type { WakeEngine } from '../../src/engines/wake/engine.ts';
import { describeOffer } from '../../src/services/info.ts';
import type { Offer } from '../../src/services/info.ts';
import { createSessionHandler } from '../../src/services/session.ts';
import type { SttService } from '../../src/services/stt.ts';
import type { StageFact } from '../../src/turns/stage-fact.ts';
import { TurnLog } from '../../src/turns/turn-log.ts';
import { testModel } from './engines/test-engine-specs.ts';

export type Engines = { readonly stt: SttEngine; readonly tts: TtsEngine; readonly wake: WakeEngine };

export type VoiceServer = {
  readonly uri: string;
  readonly server: Server;
  readonly facts: readonly StageFact[];
  readonly hints: readonly SpeechHints[];
} & AsyncDisposable;

export type VoiceServerOptions = ServeOptions & {
  readonly offer?: Partial<Offer>;
  readonly agent?: Agent;
  /** Beside the engine, what the speech-to-text service is given. */
  readonly listening?: Pick<SttService, 'judge' | 'onHeard'>;
};

export async function startVoiceServer(
  { stt, tts, wake }: Engines,
  { offer, agent = echoAgent, listening = {}, ...serveOptions }: VoiceServerOptions = {},
): Promise<VoiceServer> {
  const facts: StageFact[] = [];
  const turns = new TurnLog(systemClock);
  const hints: SpeechHints[] = [];
  const ready = { state: 'ready' } as const;
  const handler = createSessionHandler({
    stt: { engine: stt, onHints: (given) => hints.push(given), ...listening },
    tts: { engine: tts },
    wake: { engine: wake },
    handle: { agent, heard: heardIn(turns) },
    info: () =>
      describeOffer({
        stt: { availability: ready, models: [testModel('ear')] },
        tts: { availability: ready, voices: tts.voices },
        wake: { availability: ready, words: wake.words },
        handle: { languages: agent.languages },
        ...offer,
      }),
    report: (fact) => {
      facts.push(fact);
      turns.report(fact);
    },
    clock: systemClock,
    log: silentLogger,
  });
  const server = await serve('tcp://127.0.0.1:0', handler, serveOptions);
  return { uri: server.uri, server, facts, hints, [Symbol.asyncDispose]: () => server.destroy() };
}

/** Repeats what it was told; "nonsense" is not understood. */
export const echoAgent: Agent = {
  languages: ['en', 'de'],
  async *respond({ turnId, text, language }): AsyncGenerator<AgentPart, void> {
    const understood = text !== 'nonsense';
    const speech = understood ? `You said: ${text}` : 'I did not understand that.';
    if (understood) yield* speech.split(/(?<=: )/u).map((piece) => ({ kind: 'delta', text: piece }) as const);
    yield {
      kind: 'outcome',
      turnId,
      speech,
      language,
      understood,
      continueConversation: false,
      changes: [],
      path: 'local',
    };
  },
};
