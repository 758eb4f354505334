/** What the doctor says about how the settings are written. */
import type { Finding } from './finding.ts';

/** @param notices what still works under an old name */
export function judgeSettings(notices: readonly string[]): readonly Finding[] {
  return notices.map((notice) => ({
    topic: 'settings',
    verdict: 'warning',
    message: notice,
    fix: 'write the new name (docs/settings.md); the old one goes on working',
  }));
}
