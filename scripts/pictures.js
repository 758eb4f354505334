#!/usr/bin/env node
/**
 * `npm run pictures`: takes the pictures of docs/images anew, from a real Home Assistant with the furnished house of the
 * tests. Needs Chromium (`chromium`, or $CHROMIUM) beside what `npm run demo:ha` needs.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CoreClient, firstUser } from '../dist/bench/ha/core-client.js';
import { startCore } from '../dist/bench/ha/core-process.js';
import { furnish } from '../dist/bench/ha/furnish.js';
import { defaultHouse } from '../dist/bench/ha/house.js';
import { houseConfig } from '../dist/bench/ha/house-config.js';
import { startProgram, untilServed } from '../dist/bench/ha/program.js';
import { openPage } from './pictures/browser.js';

const whole = { width: 860, height: 700 };
const images = fileURLToPath(new URL('../docs/images', import.meta.url));
const { signal } = new AbortController();
const progress = (/** @type {string} */ line) => console.error(`… ${line}`);

/** Ended in the opposite order. @type {AsyncDisposable[]} */
const started = [];
/** @type {<Part extends AsyncDisposable>(part: Part) => Part} */
const keep = (part) => {
  started.unshift(part);
  return part;
};

let core, client, program, page;
try {
  core = keep(await startCore({ configuration: houseConfig(defaultHouse), signal, progress }));
  client = keep(await CoreClient.onboard(core));
  await furnish(client, defaultHouse);
  const models = process.env.HEARKEN_MODELS?.split(',');
  program = keep(
    await startProgram({
      settings: { home: { url: core.url, token: client.token }, ...(models && { models: { dirs: models } }) },
      signal,
    }),
  );
  await untilServed(program, { signal, progress });
  page = keep(await openPage(whole));
  await signIn(await login());
  await setUp();
  await look();
  await talk();
  await status();
} finally {
  for (const part of started) await part[Symbol.asyncDispose]();
}

/** @param {string} name @param {{ x?: number, y?: number, width: number, height: number }} clip */
async function take(name, clip) {
  await page.still();
  const png = await page.picture(clip);
  await writeFile(join(images, `${name}.png`), png);
  console.log(`docs/images/${name}.png ${Math.round(png.length / 1000)} kB`);
}

/** What the frontend gets when the first user logs in, who ends the onboarding: it shows nothing else before. */
async function login() {
  const ours = { client_id: `${core.url}/`, redirect_uri: `${core.url}/` };
  /** @type {(path: string, body: string | URLSearchParams, headers?: Record<string, string>) => Promise<any>} */
  const post = async (path, body, headers = {}) => {
    const answer = await fetch(`${core.url}/${path}`, { method: 'POST', body, headers });
    return await answer.json();
  };
  const json = JSON.stringify;
  const { flow_id } = await post('auth/login_flow', json({ ...ours, handler: ['homeassistant', null] }));
  const { username, password } = firstUser;
  const { result: code } = await post(
    `auth/login_flow/${flow_id}`,
    json({ client_id: ours.client_id, username, password }),
  );
  const tokens = await post(
    'auth/token',
    new URLSearchParams({ ...ours, grant_type: 'authorization_code', code }),
  );
  const authorization = { authorization: `Bearer ${tokens.access_token}` };
  await post('api/onboarding/core_config', '{}', authorization);
  await post('api/onboarding/integration', json(ours), authorization);
  return {
    ...tokens,
    clientId: ours.client_id,
    hassUrl: core.url,
    expires: Date.now() + 1_000 * tokens.expires_in,
  };
}

/** @param {object} tokens */
async function signIn(tokens) {
  await page.open(`${core.url}/manifest.json`);
  await page.evaluate(`localStorage.setItem('hassTokens', ${JSON.stringify(JSON.stringify(tokens))})`);
}

/** A button of the open dialog, by the beginning of its text. @param {string} text */
async function click(text) {
  const button = `one('ha-button', ${JSON.stringify(text)})`;
  await page.until(button);
  await page.evaluate(`${button}.click()`);
}

/** A field of the open dialog, filled in anew. @param {string} selector @param {string} text */
async function fill(selector, text) {
  const field = `one('input[${selector}]')`;
  await page.until(field);
  await page.evaluate(`${field}.focus(), ${field}.select()`);
  await page.type(text);
}

/** The open dialog, with a little of what surrounds it. @param {string} name */
async function takeDialog(name) {
  await page.still();
  const { x, y, width, height } = await page.evaluate(
    `all('dialog').find((box) => box.open).getBoundingClientRect().toJSON()`,
  );
  const margin = 10;
  await take(name, { x: x - margin, y: y - margin, width: width + 2 * margin, height: height + 2 * margin });
}

async function setUp() {
  await page.open(`${core.url}/config/integrations/dashboard/add?domain=hearken`);
  await click('OK');
  // What a household would read there; this one's own address is of no use to anybody.
  await fill('name=host', '192.168.1.20');
  await fill('name=token', program.api.token);
  await takeDialog('connect');
  await fill('name=host', program.api.host);
  await fill('type=number', String(program.api.port));
  await click('Submit');
  await page.until(`one('ha-form-boolean')`);
  await takeDialog('last-step');
  await click('Submit');
  await click('Skip and finish');
}

async function look() {
  await page.open(`${core.url}/config/voice-assistants/assistants`);
  await page.until(`one('ha-button', 'Add assistant')`);
  await take('assistants', { x: 20, y: 66, width: 820, height: 400 });
  await page.open(`${core.url}/config/integrations/integration/wyoming`);
  await page.until(`one('h1', 'Wyoming')`);
  await take('wyoming-entry', { ...whole, height: 360 });
  await page.open(`${core.url}/config/integrations/integration/hearken`);
  await page.until(`one('h1', 'Hearken')`);
  await take('hearken-entry', { ...whole, height: 460 });
}

async function talk() {
  await page.press('a');
  const field = `all('ha-assist-chat').length > 0 && one('input')`;
  await page.until(field);
  for (const text of ['turn on the lights in the kitchen', 'unlock the front door', 'yes']) {
    await page.evaluate(`${field}.focus()`);
    await page.type(text);
    await page.press('Enter');
    await page.still();
    await page.still();
  }
  await takeDialog('assist');
}

async function status() {
  const { host, port, token } = program.api;
  await page.send('Network.enable');
  await page.send('Network.setExtraHTTPHeaders', { headers: { authorization: `Bearer ${token}` } });
  await page.open(`http://${host}:${port}/`);
  // What follows is about this machine's disk.
  const height = await page.evaluate(`all('h2').at(-1).getBoundingClientRect().top`);
  await take('status', { ...whole, height });
}
