/** The parts of the status page about files: what is being fetched, and what the disk holds. */
import { html } from 'hono/html';
import type { DiskFact, DownloadFact } from './facts.ts';

export function downloads(list: readonly DownloadFact[]) {
  if (list.length === 0) return '';
  return html`<h2>Downloads</h2>
    <section>
      <ul>
        ${list.map(downloadRow)}
      </ul>
    </section>`;
}

function downloadRow({ id, state, receivedBytes, totalBytes, reason }: DownloadFact) {
  const words =
    state === 'failed'
      ? html`<span class="failed">failed</span>`
      : html`<span class="loading">${progressText(state, receivedBytes, totalBytes)}</span>`;
  return html`<li>
    <b>${id}</b> ${words}
    ${state === 'failed' ? html`<small>${reason ?? ''}; it is tried again by itself</small>` : ''}
    ${state === 'downloading' && totalBytes ? html`<progress max="${totalBytes}" value="${receivedBytes}"></progress>` : ''}
  </li>`;
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

export function disk({ modelBytes, replyBytes, dataBytes, freeBytes }: DiskFact) {
  const rows = [
    ['Models', modelBytes],
    ['Kept sound of replies', replyBytes],
    ['Memory and records', dataBytes],
    ['Free', freeBytes],
  ] as const;
  return html`<h2>Disk</h2>
    <section>
      <ul>
        ${rows.map(
          ([name, bytes]) =>
            html`<li>
              <span>${name}</span>
              <span>${size(bytes)}</span>
            </li>`,
        )}
      </ul>
    </section>`;
}

function size(bytes: number): string {
  if (bytes >= 1e9) return `${(bytes / 1e9).toFixed(1)} GB`;
  return `${(bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0)} MB`;
}
