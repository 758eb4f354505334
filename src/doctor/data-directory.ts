/** What the doctor says about the place of all that must survive. */
import type { Finding } from './finding.ts';

export type DataDirectoryFacts = {
  readonly path: string;
  /** Why it can not be written; undefined when it can. */
  readonly problem: string | undefined;
};

export function judgeDataDirectory({ path, problem }: DataDirectoryFacts): readonly Finding[] {
  if (problem === undefined) return [{ topic: 'data', verdict: 'ok', message: `kept in ${path}` }];
  return [
    {
      topic: 'data',
      verdict: 'problem',
      message: problem,
      fix: 'free some space, make the directory belong to the user that runs Hearken (10001 in its container), or choose another one with --data',
    },
  ];
}
