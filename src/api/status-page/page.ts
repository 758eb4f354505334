/**
 * `GET /`: how this installation stands, as a page without scripts. Behind the token, and in the Home Assistant app
 * behind its ingress. It tells nothing that was said and no name of the home.
 */
import { createHash } from 'node:crypto';
import { html, raw } from 'hono/html';
import { packageVersion } from '../../core/version.ts';
import type { ServiceHealth } from '../health.ts';
import type { StatusFacts } from './facts.ts';
import { languageModels, services } from './services.ts';
import { disk, downloads } from './storage.ts';
import { style } from './style.ts';
import { turns } from './turns.ts';

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

export async function answerStatusPage(facts: StatusFacts): Promise<Response> {
  return new Response(String(await page(facts)), { headers });
}

async function page(facts: StatusFacts) {
  const states = Object.values(facts.services).map(({ state }) => state);
  const isBusy = states.includes('loading') || facts.downloads.some(({ state }) => state !== 'failed');
  const { tone, text } = summary(facts, isBusy);
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta http-equiv="refresh" content="${isBusy ? busyRefreshSeconds : idleRefreshSeconds}" />
        <title>Hearken</title>
        ${styleTag}
      </head>
      <body>
        <header>
          <h1>Hearken</h1>
          <small>${packageVersion}</small>
          <p class="${tone}">${text}</p>
        </header>
        <main>
          ${services(facts)} ${downloads(facts.downloads)} ${languageModels(facts)} ${turns(facts)}
          ${facts.disk ? disk(facts.disk) : ''}
        </main>
      </body>
    </html>`;
}

type Summary = { readonly tone: 'ready' | 'loading' | 'failed'; readonly text: string };

function summary({ services: all, languageModels: models }: StatusFacts, isBusy: boolean): Summary {
  const isFailed = ({ state }: Pick<ServiceHealth, 'state'>): boolean => state === 'failed';
  if (Object.values(all).some(isFailed)) return { tone: 'failed', text: 'Something needs your attention.' };
  if (isBusy) return { tone: 'loading', text: 'Starting. What is ready already works.' };
  if (models.some(isFailed)) return { tone: 'loading', text: 'Works; a language model does not.' };
  return { tone: 'ready', text: 'Everything works.' };
}
