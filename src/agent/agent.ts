/** The agent as its callers (Wyoming handle, HTTP, command line) know it. It never sees audio or sockets. */

/** One sentence of a person, with what is known about where it was said. */
export type TurnRequest = {
  /** Names this turn: the same id again returns the first outcome and acts once. */
  readonly turnId: string;
  /** What was heard or typed, as it came; personal. */
  readonly text: string;
  /** BCP 47 tag of the text. */
  readonly language: string;
  /** Turns with the same id share a dialogue; absent: the turn stands alone. */
  readonly conversationId?: string;
  /** Home Assistant's device id of what listened. */
  readonly deviceId?: string;
  /** Entity id of the satellite that listened. */
  readonly satelliteId?: string;
  /** Where it was said; absent: taken from the satellite or the device when the home knows them. */
  readonly areaId?: string;
  /** Floor of that place, where the caller knows it. */
  readonly floorId?: string;
  /** Home Assistant's user who speaks or types; a satellite's turn has none. */
  readonly user?: TurnUser;
  /** What the pipeline wants a language model to know; text of the household, never an authorisation. */
  readonly extraPrompt?: string;
  /** True when the satellite shows and rings Home Assistant's timers itself. */
  readonly deviceSupportsTimers?: boolean;
  /** What speech-to-text knew of it; absent when it was typed, or not certain to be what was heard. */
  readonly heard?: HeardSentence;
  readonly channel: Channel;
};

/** A sentence as it was heard, beside its text. */
export type HeardSentence = {
  /** 0 to 1. */
  readonly confidence?: number;
  /** Other readings of the same sound, best first; personal. */
  readonly alternatives?: readonly string[];
  /** BCP 47 tag. */
  readonly language?: string;
  /** Loudness in dBFS. */
  readonly energyDb: number;
  /** Length of the audio, silence included. */
  readonly audioMs: number;
};

/** `name` is personal. */
export type TurnUser = { readonly id: string; readonly name?: string };

/** How the turn reached us. `wyoming` carries no authentication, so nothing that needs a confirmation runs there. */
export type Channel = 'wyoming' | 'http' | 'cli';

export type AgentPart =
  /** A piece of the reply; all deltas joined are the outcome's `speech`. */
  | { readonly kind: 'delta'; readonly text: string }
  /** A tool was used on the way to the reply. */
  | { readonly kind: 'tool'; readonly name: string; readonly status: 'started' | 'done' | 'failed' }
  /** Exactly one, last. */
  | TurnOutcome;

export type TurnOutcome = {
  readonly kind: 'outcome';
  readonly turnId: string;
  /** What to say, speakable text in `language`. */
  readonly speech: string;
  /** BCP 47 tag of `speech`. */
  readonly language: string;
  /** False when the sentence made no sense to us; nothing was done then. */
  readonly understood: boolean;
  /** True when the microphone should stay open for an answer; the reason says for what. */
  readonly continueConversation: boolean;
  readonly continueReason?: 'clarification' | 'confirmation';
  /** One per device the sentence asked to change, whether it did or not; empty for answers. */
  readonly changes: readonly Change[];
  /** It tells what a person told us: its sound is kept nowhere. */
  readonly isPersonal?: true;
  /** Which part of the agent answered. */
  readonly path: 'local' | 'ha' | 'llm';
};

/** What is known about one device after the turn. */
export type Change = {
  readonly entityId: string;
  /** As the household calls it; personal. */
  readonly name: string;
  /** State in short words, e.g. `off`, `on 25 %`, `open 40 %`. */
  readonly before: string;
  /** The last state seen when the turn ended. */
  readonly after: string;
  readonly proof: Proof;
};

export type Proof =
  /** The home reported the asked state. */
  | 'proven'
  /** A slow device reported that it is on its way (opening, closing, locking). */
  | 'started'
  /** It was in the asked state before; nothing was sent. */
  | 'already'
  /** The home took the command and the device has not answered in time. */
  | 'sent'
  /** The home refused the command, or the device is not reachable. */
  | 'failed'
  /** We did not try: it needs a confirmation or a right that this turn does not have. */
  | 'refused';

export type Agent = {
  /** BCP 47 tags of the languages the agent understands and answers in right now, default first; changes with the home. */
  readonly languages: readonly string[];
  /**
   * Understands, acts and answers. Aborting the signal before an action was sent prevents it and ends the
   * iteration with the signal's reason; what was sent stays sent.
   */
  respond(request: TurnRequest, options: { readonly signal: AbortSignal }): AsyncIterable<AgentPart>;
};
