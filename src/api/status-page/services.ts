/** The parts of the status page about what runs: services, language models, the home. */
import { html } from 'hono/html';
import { errorCodes } from '../../core/error-codes.ts';
import type { ServiceHealth } from '../health.ts';
import type { ServiceFact, StatusFacts } from './facts.ts';

const serviceNames: Readonly<Record<string, string>> = {
  wake: 'Wake word',
  stt: 'Speech to text',
  tts: 'Text to speech',
  home: 'Home Assistant',
  store: 'Memory',
};

const stateWords = { ready: 'ready', loading: 'loading', failed: 'not working' } as const;

export function services(facts: StatusFacts) {
  return html`<section>
    <ul>
      ${Object.entries(facts.services).map(([name, service]) => serviceRow(name, service, facts))}
    </ul>
  </section>`;
}

function serviceRow(name: string, service: ServiceFact, facts: StatusFacts) {
  const { detail, uses = [] } = service;
  const isRunning = service.state !== 'failed';
  return html`<li>
    <b>${serviceNames[name] ?? name}</b>
    ${state(service)} ${name === 'home' ? homeLine(facts) : ''}
    ${isRunning && uses.length > 0 ? html`<small>${uses.join(' · ')}</small>` : ''} ${reason(service)}
    ${detail ? html`<small>${detail}</small>` : ''}
  </li>`;
}

const state = (health: Pick<ServiceHealth, 'state'>) =>
  html`<span class="${health.state}">${stateWords[health.state]}</span>`;

function reason(health: Pick<ServiceHealth, 'reason'>) {
  return health.reason ? html`<small>${errorCodes[health.reason]} <code>${health.reason}</code></small>` : '';
}

function homeLine({ isDemo, exposedCount }: StatusFacts) {
  if (isDemo) return html`<small>No Home Assistant is configured: the demo home answers.</small>`;
  if (exposedCount === undefined) return '';
  if (exposedCount > 0) return html`<small>${exposedCount} entities are exposed to voice.</small>`;
  return html`<small class="failed"
    >Nothing is exposed to voice, so there is nothing to command. Choose what Hearken may see in Home
    Assistant: Settings → Voice assistants → Expose.</small
  >`;
}

export function languageModels({ languageModels: all }: StatusFacts) {
  if (all.length === 0) return '';
  return html`<h2>Language models</h2>
    <section>
      <ul>
        ${all.map(
          (model) =>
            html`<li>
              <b>${model.name}</b>
              ${state(model)} ${reason(model)}
            </li>`,
        )}
      </ul>
    </section>`;
}
