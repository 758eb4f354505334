/** The part of the status page about the last turns: what came of each, why one failed, and what was waited for. */
import { html } from 'hono/html';
import { errorCodes } from '../../core/error-codes.ts';
import type { ErrorCode } from '../../core/errors.ts';
import { localTime } from '../../core/home-time.ts';
import type { StageName } from '../../turns/join-turns.ts';
import type { StatusFacts, TurnFact, TurnResult } from './facts.ts';

const stageNames: Readonly<Record<StageName, string>> = {
  wake: 'Wake word',
  stt: 'Speech to text',
  agent: 'Assistant',
  tts: 'Text to speech',
};

const waitNames: Readonly<Record<StageName, string>> = {
  wake: 'woken',
  stt: 'heard',
  agent: 'answered',
  tts: 'first sound',
};

const pathNames: Readonly<Record<string, string>> = {
  ha: "by Home Assistant's sentences",
  llm: 'by the language model',
};

export function turns({ turns: list, nowMs, timeZone, services }: StatusFacts) {
  // A worker for another machine is nothing that one talks to.
  if (list.length === 0) return 'home' in services ? firstTurn : '';
  return html`<h2>The last turns</h2>
    <section>
      <ul>
        ${list.map((turn) => turnRow(turn, { nowMs, timeZone }))}
      </ul>
    </section>`;
}

const firstTurn = html`<h2>The last turns</h2>
  <section>
    <p>
      Nothing was said since this start. If Hearken is new here: <b>Settings → Devices &amp; services</b> in
      Home Assistant offers it, and its last step makes the assistant. Then say the wake phrase and “turn on
      the kitchen light”.
    </p>
  </section>`;

function turnRow(
  { endedAtMs, waits, result }: TurnFact,
  { nowMs, timeZone }: Pick<StatusFacts, 'nowMs' | 'timeZone'>,
) {
  const { tone, title, why, code } = wordsOf(result);
  const times = waits.map(({ stage, tookMs }) => `${waitNames[stage]} ${duration(tookMs)}`);
  return html`<li>
    <span class="${tone}">${title}</span>
    <time title="${localTime(endedAtMs, timeZone)}">${ago(nowMs - endedAtMs)}</time>
    ${why ? html`<small>${why}${code ? html` <code>${code}</code>` : ''}</small>` : ''}
    ${times.length > 0 ? html`<small>${times.join(' · ')}</small>` : ''}
  </li>`;
}

type Words = {
  readonly tone: 'ready' | 'loading' | 'failed';
  readonly title: string;
  readonly why?: string;
  readonly code?: string;
};

function wordsOf(result: TurnResult): Words {
  switch (result.kind) {
    case 'failed': {
      const { stage, code } = result;
      const why = isErrorCode(code) ? errorCodes[code] : '';
      return { tone: 'failed', title: `${stageNames[stage]} failed`, why, code };
    }
    case 'answered':
      return answeredWords(result);
    case 'not-understood':
      return {
        tone: 'loading',
        title: 'Not understood',
        why: 'No command or question that is known here; “hearken ask --explain” shows how a sentence is read.',
      };
    case 'nothing-heard':
      return {
        tone: 'loading',
        title: 'Nothing was heard',
        why: 'Nobody spoke after the wake word, or it was too quiet for the microphone.',
      };
    case 'answered-elsewhere':
      return {
        tone: 'loading',
        title: 'Heard, and answered by another agent',
        why: 'In Home Assistant look at the assistant: its conversation agent, and “prefer handling commands locally”.',
      };
    case 'heard':
    case 'woken':
    case 'spoken':
      return { tone: 'ready', title: { heard: 'Heard', woken: 'Woken', spoken: 'Spoken' }[result.kind] };
  }
}

function answeredWords({ path, proofs }: Extract<TurnResult, { kind: 'answered' }>): Words {
  const by = path === undefined ? undefined : pathNames[path];
  const { proven = 0, already = 0, started = 0, sent = 0, failed = 0, refused = 0 } = proofs;
  const parts = [
    counted(proven + already, 'done'),
    counted(started, 'on its way'),
    counted(sent, 'not confirmed'),
    counted(failed, 'failed'),
    counted(refused, 'not done: asked for a yes, or not permitted'),
  ].filter((part) => part !== '');
  const tone = failed > 0 ? 'failed' : sent + refused > 0 ? 'loading' : 'ready';
  const partly = proven + already + started > 0 ? 'Not all done' : 'Not done';
  const title =
    parts.length === 0 ? 'Answered' : { ready: 'Done', loading: partly, failed: 'A device failed' }[tone];
  const why = [...(by === undefined ? [] : [by]), ...parts].join(', ');
  return { tone, title, ...(why !== '' && { why }) };
}

const counted = (count: number, what: string): string =>
  count === 0 ? '' : `${count} ${count === 1 ? 'device' : 'devices'} ${what}`;

const duration = (ms: number): string =>
  ms < 1_000 ? `${Math.round(ms)} ms` : `${(ms / 1_000).toFixed(1)} s`;

function ago(ms: number): string {
  const minutes = Math.floor(ms / 60_000);
  if (minutes < 1) return 'just now';
  if (minutes < 60) return `${minutes} min ago`;
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? `${hours} h ago` : `${Math.floor(hours / 24)} days ago`;
}

const isErrorCode = (code: string): code is ErrorCode => Object.hasOwn(errorCodes, code);
