/**
 * `GET /`: how this installation stands, as a page without scripts. Behind the token, and in the Home Assistant app
 * behind its ingress. It tells nothing that was said and no name of the home.
 */
import { createHash } from 'node:crypto';
import { html, raw } from 'hono/html';
import { errorCodes } from '../core/error-codes.ts';
import type { ErrorCode } from '../core/errors.ts';
import { packageVersion } from '../core/version.ts';
import type { ServiceHealth } from './health.ts';

export type StatusFacts = {
  /** Each enabled service by its name. */
  readonly services: Readonly<Record<string, ServiceHealth & { readonly detail?: string }>>;
  readonly downloads: readonly DownloadFact[];
  /** Undefined: it can not be read. */
  readonly disk: DiskFact | undefined;
  /** How many entities are exposed to voice; undefined without a home that answers. */
  readonly exposedCount: number | undefined;
  /** No Home Assistant is configured. */
  readonly isDemo: boolean;
  /** Newest first. */
  readonly failures: readonly FailureFact[];
  readonly turnCount: number;
};

export type DownloadFact = {
  readonly id: string;
  readonly state: 'waiting' | 'downloading' | 'unpacking' | 'failed';
  readonly receivedBytes: number;
  readonly totalBytes: number | undefined;
  readonly reason?: string;
};

export type DiskFact = {
  readonly modelBytes: number;
  readonly replyBytes: number;
  readonly dataBytes: number;
  readonly freeBytes: number;
};

export type FailureFact = {
  readonly stage: 'wake' | 'stt' | 'agent' | 'tts';
  /** Wall time, ms since the epoch. */
  readonly atMs: number;
  readonly code: string;
};

const style = `
body{font:16px/1.5 system-ui,sans-serif;margin:0 auto;max-width:48rem;padding:1rem;color:#1c2b33;background:#fff}
h1{font-size:1.4rem}h2{font-size:1.1rem;margin:1.6rem 0 .4rem}
table{border-collapse:collapse;width:100%}td,th{text-align:left;vertical-align:top;padding:.35rem .6rem .35rem 0;border-bottom:1px solid #d5dde1}
.ready{color:#1b6e3c}.loading{color:#8a5a00}.failed{color:#b3261e}
progress{width:100%}small{color:#54656e}
@media(prefers-color-scheme:dark){body{color:#e3e9ec;background:#111a1f}td,th{border-color:#33424a}.ready{color:#7fd79f}.loading{color:#f0c060}.failed{color:#ff8a80}small{color:#a3b3bb}}
`;

/** Byte for byte what the hash below is of. */
const styleTag = raw(`<style>${style}</style>`);

/** Nothing but this style may be loaded, and only Home Assistant's own page may frame it. */
const headers = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'content-security-policy': `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'`,
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

/** While something is on its way the page is looked at again soon. */
const busyRefreshSeconds = 3;
const idleRefreshSeconds = 30;

const serviceNames: Readonly<Record<string, string>> = {
  wake: 'Wake word',
  stt: 'Speech to text',
  tts: 'Text to speech',
  home: 'Home Assistant',
  store: 'Memory',
};

const stageNames: Readonly<Record<FailureFact['stage'], string>> = {
  wake: 'Wake word',
  stt: 'Speech to text',
  agent: 'Assistant',
  tts: 'Text to speech',
};

export async function answerStatusPage(facts: StatusFacts): Promise<Response> {
  return new Response(String(await page(facts)), { headers });
}

async function page(facts: StatusFacts) {
  const states = Object.values(facts.services).map(({ state }) => state);
  const isBusy = states.includes('loading') || facts.downloads.some(({ state }) => state !== 'failed');
  const refreshSeconds = isBusy ? busyRefreshSeconds : idleRefreshSeconds;
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta http-equiv="refresh" content="${refreshSeconds}" />
        <title>Hearken</title>
        ${styleTag}
      </head>
      <body>
        <h1>Hearken <small>${packageVersion}</small></h1>
        <p>${summary(facts, isBusy)}</p>
        <table>
          ${Object.entries(facts.services).map(([name, health]) => serviceRow(name, health))}
        </table>
        ${facts.downloads.length > 0 ? downloads(facts.downloads) : ''} ${homeLine(facts)} ${failures(facts)}
        ${facts.disk ? disk(facts.disk) : ''}
      </body>
    </html>`;
}

function summary({ services }: StatusFacts, isBusy: boolean): string {
  if (Object.values(services).some(({ state }) => state === 'failed'))
    return 'Something needs your attention.';
  if (isBusy) return 'Starting. What is ready already works.';
  return 'Everything works.';
}

function serviceRow(name: string, { state, reason, detail }: StatusFacts['services'][string]) {
  const words = { ready: 'ready', loading: 'loading', failed: 'not working' }[state];
  return html`<tr>
    <th>${serviceNames[name] ?? name}</th>
    <td class="${state}">${words}</td>
    <td>
      ${reason ? html`${errorCodes[reason]} <small>${reason}</small>` : ''}
      ${detail ? html`<br /><small>${detail}</small>` : ''}
    </td>
  </tr>`;
}

function downloads(list: readonly DownloadFact[]) {
  return html`<h2>Downloads</h2>
    <table>
      ${list.map(
        ({ id, state, receivedBytes, totalBytes, reason }) =>
          html`<tr>
            <th>${id}</th>
            <td class="${state === 'failed' ? 'failed' : 'loading'}">
              ${state === 'failed' ? `failed: ${reason ?? ''}; it is tried again by itself` : progressText(state, receivedBytes, totalBytes)}
              ${state === 'downloading' && totalBytes ? html`<progress max="${totalBytes}" value="${receivedBytes}"></progress>` : ''}
            </td>
          </tr>`,
      )}
    </table>`;
}

function progressText(
  state: DownloadFact['state'],
  receivedBytes: number,
  totalBytes: number | undefined,
): string {
  if (state === 'waiting') return 'another process is fetching it';
  if (state === 'unpacking') return 'unpacking';
  const received = (receivedBytes / 1e6).toFixed(0);
  return totalBytes === undefined ? `${received} MB` : `${received} of ${(totalBytes / 1e6).toFixed(0)} MB`;
}

function disk({ modelBytes, replyBytes, dataBytes, freeBytes }: DiskFact) {
  const rows = [
    ['Models', modelBytes],
    ['Kept sound of replies', replyBytes],
    ['Memory and records', dataBytes],
    ['Free', freeBytes],
  ] as const;
  return html`<h2>Disk</h2>
    <table>
      ${rows.map(
        ([name, bytes]) =>
          html`<tr>
            <th>${name}</th>
            <td>${(bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0)} MB</td>
          </tr>`,
      )}
    </table>`;
}

function homeLine({ isDemo, exposedCount }: StatusFacts) {
  if (isDemo) return html`<p>No Home Assistant is configured: the demo home answers.</p>`;
  if (exposedCount === undefined) return '';
  if (exposedCount > 0) return html`<p>${exposedCount} entities are exposed to voice.</p>`;
  return html`<p class="failed">
    Nothing is exposed to voice, so there is nothing to command. Choose what Hearken may see in Home
    Assistant: Settings → Voice assistants → Expose.
  </p>`;
}

function failures({ failures: list, turnCount }: StatusFacts) {
  if (list.length === 0)
    return turnCount === 0 ? '' : html`<p>None of the last ${turnCount} turns failed.</p>`;
  return html`<h2>What failed lately</h2>
    <table>
      ${list.map(
        ({ stage, atMs, code }) =>
          html`<tr>
            <td><time>${new Date(atMs).toISOString().slice(0, 19).replace('T', ' ')} UTC</time></td>
            <th>${stageNames[stage]}</th>
            <td>${isErrorCode(code) ? errorCodes[code] : ''} <small>${code}</small></td>
          </tr>`,
      )}
    </table>`;
}

const isErrorCode = (code: string): code is ErrorCode => Object.hasOwn(errorCodes, code);
