/** Speaks on a satellite outside a turn: a late failure, a finished timer, a question. */

export type Announcement = {
  /** Entity id of the satellite, as the turn named it. */
  readonly satelliteId: string;
  /** Speakable; personal. */
  readonly text: string;
};

export type ConversationStart = Announcement & {
  /** What a language model should know in the turn that answers. */
  readonly extraPrompt?: string;
};

export type AnnounceFailure =
  /** No Home Assistant with our integration was connected before the deadline. */
  | 'not-connected'
  | 'unknown-satellite'
  /** Home Assistant can not reach the satellite. */
  | 'unavailable'
  /** It listened or spoke until the deadline. */
  | 'busy'
  /** The satellite can only announce, not listen for an answer. */
  | 'unsupported'
  /** Home Assistant tried and failed. */
  | 'failed'
  /** It was sent and nobody confirmed it: it may have been heard, so it must not be said again. */
  | 'unconfirmed';

export type AnnounceResult =
  /** Home Assistant says that it was played. */
  { readonly kind: 'announced' } | { readonly kind: 'failed'; readonly reason: AnnounceFailure };

export type AskResult =
  /** `text` is what was heard; personal. */
  | { readonly kind: 'answered'; readonly text: string }
  /** It was asked, and nobody said anything. */
  | { readonly kind: 'no-answer' }
  | { readonly kind: 'failed'; readonly reason: AnnounceFailure };

export type AnnounceOptions = {
  readonly signal: AbortSignal;
  /** Everything together: waiting for Home Assistant and for a satellite that is in use, and speaking. */
  readonly deadlineMs?: number;
};

/** When the caller names no deadline. A long sentence takes 20 s, a conversation that is in the way as much. */
export const announceDeadlineMs = 60_000;

/**
 * Every call is answered by its deadline, and nothing is said twice. What can not be said yet waits: for the
 * integration to connect, for the satellite to fall silent (a running turn is not interrupted). Rejects with the
 * signal's reason only.
 */
export type Announcer = {
  announce(announcement: Announcement, options: AnnounceOptions): Promise<AnnounceResult>;
  /** Says the text and listens: returns what was answered, which runs as no turn. */
  ask(question: Announcement, options: AnnounceOptions): Promise<AskResult>;
  /** Says the text and opens the microphone: what is answered comes as a turn of this satellite. */
  startConversation(start: ConversationStart, options: AnnounceOptions): Promise<AnnounceResult>;
};
