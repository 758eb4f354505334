/** Starts, lists and changes timers of the house. */
import { z } from 'zod';
import { failed } from './run-tool.ts';
import type { Tool } from './tool.ts';
import type { TimerNow } from '../schedule/timer.ts';
import type { TimerChoice, TimerRequest } from '../understand/plan.ts';

const input = z.strictObject({
  action: z.enum(['start', 'list', 'cancel', 'cancel_all', 'pause', 'resume', 'change']),
  seconds: z.number().optional().describe('start: the length. change: time to add, negative to take away.'),
  name: z.string().max(100).optional().describe('What the timer is called, e.g. "pasta".'),
  length_seconds: z
    .number()
    .positive()
    .optional()
    .describe('Which timer, by the length it was started with.'),
});

type Input = z.output<typeof input>;

export const timersTool: Tool = {
  name: 'timers',
  description:
    'Timers that ring where they were set: start, list, cancel, cancel_all, pause, resume, or change one by some seconds.',
  input,
  deedOf: (given) => {
    const { action, seconds = null } = input.parse(given);
    if (action === 'list') return null;
    if (action === 'cancel' || action === 'cancel_all' || action === 'pause') return { do: 'stop_timer' };
    return { do: action === 'start' ? 'start_timer' : 'change_timer', seconds };
  },
  run: async (given, hands, options) => {
    const { timers } = hands.work.hands;
    if (!timers) return failed('There are no timers here.');
    const wanted = input.parse(given);
    if (wanted.action === 'list') return { content: listed(timers.timers.pending()) };
    const request = requestOf(wanted);
    if (typeof request === 'string') return failed(request);
    const answer = await hands.carryOut({ kind: 'timer', request }, options);
    const told =
      answer.speech === ''
        ? 'The person is asked which one.'
        : `The person is told: "${answer.speech}" Do not repeat it.`;
    return { content: told, answer };
  },
};

function requestOf({ action, seconds, name, length_seconds }: Input): TimerRequest | string {
  const timer: TimerChoice = {
    name: name ?? null,
    lengthMs: length_seconds === undefined ? null : length_seconds * 1_000,
    place: null,
  };
  switch (action) {
    case 'start':
      return seconds === undefined || seconds <= 0
        ? 'start needs the length in seconds.'
        : { do: 'start', lengthMs: seconds * 1_000, name: name ?? null };
    case 'change':
      return seconds === undefined || seconds === 0
        ? 'change needs the seconds to add or take away.'
        : { do: 'change', byMs: seconds * 1_000, timer };
    case 'cancel_all':
      return { do: 'cancel_all', place: null };
    case 'list':
      return { do: 'status', timer };
    default:
      return { do: action, timer };
  }
}

function listed(timers: readonly TimerNow[]): string {
  if (timers.length === 0) return 'No timer is set.';
  return timers
    .map(({ name, durationMs, nowLeftMs, phase }) => {
      const left = Math.max(0, Math.round(nowLeftMs / 1_000));
      return `${name ?? 'timer'} of ${Math.round(durationMs / 1_000)} s: ${left} s left${phase === 'paused' ? ', paused' : ''}`;
    })
    .join('\n');
}
