/** What the services tell about each stage of a turn, as it ends: the material that turns are joined from. */

type Stage = {
  /** The Wyoming connection it came on; Home Assistant opens one per stage. */
  readonly connectionId: string;
  readonly remoteAddress: string;
  /** Wall time of the request, in ms since the epoch. */
  readonly startedAtMs: number;
  /** Code of the error the stage ended with; absent when it was answered. */
  readonly errorCode?: string;
};

export type WakeFact = Stage & {
  readonly stage: 'wake';
  readonly name: string;
  readonly phrase: string;
  /** End of the phrase, in ms of audio since the stream began. */
  readonly audioMs: number;
  readonly score: number;
  readonly energyDb: number;
};

export type SttFact = Stage & {
  readonly stage: 'stt';
  /** Length of the utterance. */
  readonly audioMs: number;
  /** From the end of the audio (see `endpoint`) to the `transcript`; absent when it did not come so far. */
  readonly afterStopMs?: number;
  /** Why the server ended the audio itself: what it took the sentence for, or its length. Absent: the peer did. */
  readonly endpoint?: 'final' | 'open' | 'incomplete' | 'longest';
  readonly language?: string;
  readonly confidence?: number;
  /** Loudness of the utterance, in dBFS. */
  readonly energyDb: number;
  readonly pii: { readonly text?: string; readonly alternatives?: readonly string[] };
};

export type AgentFact = Stage & {
  readonly stage: 'agent';
  readonly turnId: string;
  readonly durationMs: number;
  readonly language: string;
  readonly conversationId?: string;
  readonly deviceId?: string;
  readonly satelliteId?: string;
  /** Which part of the agent answered. */
  readonly path?: string;
  readonly understood?: boolean;
  readonly changeCount?: number;
  /** How many devices were proven to have changed, failed, were refused, …; absent without a change. */
  readonly proofs?: Readonly<Record<string, number>>;
  readonly pii: { readonly text: string; readonly speech?: string };
};

export type TtsFact = Stage & {
  readonly stage: 'tts';
  /** From the request, for a stream from its first text, to the first `audio-chunk` sent. */
  readonly firstAudioMs?: number;
  readonly durationMs: number;
  /** Length of what was sent. */
  readonly audioMs: number;
  readonly voice?: string;
  readonly isStream: boolean;
  readonly pii: { readonly text: string };
};

export type StageFact = WakeFact | SttFact | AgentFact | TtsFact;

/** Called once per stage; must return at once and never throw. */
export type ReportStage = (fact: StageFact) => void;
