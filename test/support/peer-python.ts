/** Programs of others that ours is held against: their Python environments, made by `scripts/peer.sh`. */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, it } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));

function findPython(peer: string): { readonly python: string } | { readonly problem: string } {
  try {
    const path = execFileSync('scripts/peer.sh', [peer], { cwd: root, encoding: 'utf8', stdio: 'pipe' });
    return { python: path.trim() };
  } catch (error) {
    return { problem: error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error) };
  }
}

/**
 * Like `describe`, for cases that need the packages of `test/peers/<peer>.txt`. Outside CI their absence skips
 * the cases by name; in CI it fails them.
 */
export function describePeer(peer: string, title: string, cases: (python: string) => void): void {
  const found = findPython(peer);
  if ('python' in found) describe(title, () => cases(found.python));
  else if (process.env['CI'])
    describe(title, () => {
      it(`finds the peer ${peer}`, () => {
        throw new Error(`scripts/peer.sh ${peer}: ${found.problem}`);
      });
    });
  else describe.skip(`${title} (no peer ${peer}: ${found.problem})`, () => cases(''));
}
