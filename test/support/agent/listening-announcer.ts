/** An announcer that keeps what it is to say; asking and starting conversations fail the test. */
import type { Announcement, AnnounceResult, Announcer } from '../../../src/agent/ports/announcer.ts';

export function listeningAnnouncer(result: AnnounceResult = { kind: 'announced' }) {
  const heard: Announcement[] = [];
  const waiting = new Set<() => void>();
  const announcer: Announcer = {
    announce: async (announcement) => {
      heard.push(announcement);
      for (const look of waiting) look();
      return result;
    },
    ask: () => Promise.reject(new Error('nothing is asked here')),
    startConversation: () => Promise.reject(new Error('no conversation is started here')),
  };
  /** Settles when so many announcements were heard. */
  const until = (count: number): Promise<void> =>
    new Promise((resolve) => {
      const look = () => heard.length >= count && resolve();
      waiting.add(look);
      look();
    });
  return { heard, until, announcer };
}
