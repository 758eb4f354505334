/** Speaks on satellites over the integration's connection. */
import {
  type AnnounceOptions,
  type AnnounceResult,
  type Announcement,
  announceDeadlineMs,
  type Announcer,
  type AskResult,
  type ConversationStart,
} from '../../agent/ports/announcer.ts';
import { sleep, startDeadline } from '../../core/abort.ts';
import { announceFailures } from './messages.ts';
import type { CommandAnswer } from './satellite-link.ts';
import type { CommandContent, SatelliteChannel } from './satellite-links.ts';

/** How soon a satellite that was in use is asked again: about a breath after it fell silent. */
const busyRetryMs = 500;

type Ended =
  | Exclude<CommandAnswer, { readonly kind: 'lost' }>
  | { readonly kind: 'late'; readonly wasSent: boolean };

export class SatelliteAnnouncer implements Announcer {
  readonly #links: Pick<SatelliteChannel, 'request'>;

  constructor(links: Pick<SatelliteChannel, 'request'>) {
    this.#links = links;
  }

  async announce({ satelliteId, text }: Announcement, options: AnnounceOptions): Promise<AnnounceResult> {
    return resultOf(await this.#request({ type: 'announce', satellite_id: satelliteId, text }, options));
  }

  async startConversation(start: ConversationStart, options: AnnounceOptions): Promise<AnnounceResult> {
    const { satelliteId, text, extraPrompt } = start;
    const command: CommandContent = {
      type: 'start_conversation',
      satellite_id: satelliteId,
      text,
      ...(extraPrompt !== undefined && { extra_prompt: extraPrompt }),
    };
    return resultOf(await this.#request(command, options));
  }

  async ask({ satelliteId, text }: Announcement, options: AnnounceOptions): Promise<AskResult> {
    const ended = await this.#request({ type: 'ask', satellite_id: satelliteId, text }, options);
    if (ended.kind === 'failed' && ended.reason === 'no_answer') return { kind: 'no-answer' };
    const result = resultOf(ended);
    if (result.kind === 'failed') return result;
    const answer = ended.kind === 'done' ? ended.answer : undefined;
    return answer === undefined ? { kind: 'no-answer' } : { kind: 'answered', text: answer };
  }

  async #request(
    command: CommandContent,
    { signal, deadlineMs = announceDeadlineMs }: AnnounceOptions,
  ): Promise<Ended> {
    using deadline = startDeadline(deadlineMs, signal);
    let isOpen = false;
    let isBusy = false;
    try {
      for (;;) {
        isOpen = false;
        const answer = await this.#links.request(command, {
          signal: deadline.signal,
          onSent: () => (isOpen = true),
        });
        if (answer.kind === 'lost') return { kind: 'late', wasSent: true };
        isBusy = answer.kind === 'failed' && answer.reason === 'busy';
        if (!isBusy) return answer;
        isOpen = false;
        await sleep(busyRetryMs, deadline.signal);
      }
    } catch (error) {
      if (!deadline.isOver || signal.aborted) throw error;
      if (isBusy && !isOpen) return { kind: 'failed', reason: 'busy' };
      return { kind: 'late', wasSent: isOpen };
    }
  }
}

function resultOf(ended: Ended): AnnounceResult {
  switch (ended.kind) {
    case 'done':
      return { kind: 'announced' };
    case 'failed':
      return { kind: 'failed', reason: announceFailures[ended.reason] };
    case 'late':
      return { kind: 'failed', reason: ended.wasSent ? 'unconfirmed' : 'not-connected' };
  }
}
