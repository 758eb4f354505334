/** What the person who starts the program should know, in the log. */
import type { Config } from '../config/schema.ts';
import type { Logger } from '../core/log.ts';
import { isLoopback } from '../core/loopback.ts';
import { phraseWeakness } from '../engines/wake/phrases/weakness.ts';

/** Where it listens, and who can connect. */
export function announceAddress({ wyoming }: Config, uri: string, log: Logger): void {
  log.info('listening', { uri });
  if (isLoopback(wyoming.host)) {
    log.info(
      'only this machine can connect; --host 0.0.0.0 serves others (Wyoming has no password: see --wyoming-allow)',
    );
  } else if (wyoming.allow.length === 0) {
    log.warn(
      'everyone who reaches this port can use it: Wyoming has no password; list peers in wyoming.allow',
    );
  }
}

/** A phrase that will be misheard often is told at the start, not found out at night. */
export function warnOfWeakPhrases({ wake }: Config, log: Logger): void {
  for (const word of wake.words) {
    const weakness = 'phrase' in word ? phraseWeakness(word.phrase) : undefined;
    if (weakness !== undefined) log.warn('weak wake phrase', { weakness });
  }
}
