/** What the doctor says about one thing. */

export type Finding = {
  readonly topic:
    | 'node'
    | 'platform'
    | 'memory'
    | 'processor'
    | 'disk'
    | 'data'
    | 'settings'
    | 'home'
    | 'satellites'
    | 'assistants'
    | 'clock'
    | 'discovery'
    | 'workers'
    | 'language model'
    | 'models'
    | 'port'
    | 'speed'
    | 'proposal';
  /** `warning`: it works, not well. `problem`: something will not work. */
  readonly verdict: 'ok' | 'warning' | 'problem';
  readonly message: string;
  /** What to do about it; every warning and problem has one. */
  readonly fix?: string;
};

/** Lines for a person: the verdict, the finding, and its fix below. */
export function findingLines({ verdict, topic, message, fix }: Finding): readonly string[] {
  const mark = { ok: 'ok     ', warning: 'warning', problem: 'PROBLEM' }[verdict];
  const line = `${mark}  ${topic}: ${message}`;
  return fix === undefined ? [line] : [line, `${' '.repeat(9)}fix: ${fix}`];
}
