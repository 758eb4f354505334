/** The first part of `hearken setup`: which Home Assistant, and whether its token works. */
import { lookAtHome } from '../../app/doctor/look-at-home.ts';
import type { Config } from '../../config/schema.ts';
import { Secret } from '../../core/secret.ts';
import { findHomeAssistant } from '../../discovery/find-home-assistant.ts';
import { findingLines } from '../../doctor/finding.ts';
import { judgeHome } from '../../doctor/home.ts';
import type { Terminal } from '../terminal.ts';
import type { Ask } from './ask.ts';
import type { Choice } from './settings-file.ts';

export type HomeStep = {
  readonly config: Config;
  readonly ask: Ask;
  readonly terminal: Pick<Terminal, 'note'>;
  readonly signal: AbortSignal;
};

const tokenHelp =
  'Make a long-lived access token in Home Assistant: your profile → Security → Long-lived access tokens.';

/** How often a person may correct an address or a token before the rest is set up without them. */
const maxAttempts = 3;

/** Nothing when no Home Assistant was named: the demo home answers then. */
export async function chooseHome({ config, ask, terminal, signal }: HomeStep): Promise<readonly Choice[]> {
  let url = config.home.url || (await foundUrl({ ask, terminal, signal }));
  let token = config.home.token.reveal();
  for (let attempt = 1; ; attempt += 1) {
    url = await ask.text('Address of Home Assistant (empty: try the demo home first)', url);
    if (url === '') return [];
    if (!/^https?:\/\//.test(url)) url = `http://${url}`;
    if (token === '') terminal.note(tokenHelp);
    const given = await ask.text(
      token === '' ? 'Access token' : 'Access token (Enter keeps the known one)',
      '',
    );
    if (given !== '') token = given;
    if (token === '') return [];
    const home = { ...config.home, url, token: new Secret(token) };
    const facts = await lookAtHome(home, { signal });
    for (const finding of judgeHome(facts)) for (const line of findingLines(finding)) terminal.note(line);
    if (facts.status === 'connected' || attempt === maxAttempts) break;
    if (!(await ask.confirm('Correct it?', false))) break;
    if (facts.status === 'refused') token = '';
  }
  return [
    { key: 'home.url', value: url },
    { key: 'home.token', value: token },
  ];
}

async function foundUrl({ ask, terminal, signal }: Omit<HomeStep, 'config'>): Promise<string> {
  terminal.note('Looking for Home Assistant in the network …');
  const homes = await findHomeAssistant({ signal });
  if (homes.length === 0) terminal.note('None announced itself.');
  if (homes.length < 2) return homes[0]?.url ?? '';
  const place = await ask.choice(
    'Which one?',
    homes.map(({ name, url }) => `${name}, ${url}`),
  );
  return homes[place]?.url ?? '';
}
