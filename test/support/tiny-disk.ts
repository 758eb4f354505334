import { execFileSync } from 'node:child_process';

/** A disk of 64 KiB at this directory, or nothing where this user may not make one. */
export function tinyDisk(path: string): Disposable | undefined {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', path], { stdio: 'ignore' });
  } catch {
    return undefined;
  }
  // The program that used it may still be on its way out.
  return { [Symbol.dispose]: () => void execFileSync('umount', ['--lazy', path]) };
}
