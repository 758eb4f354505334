/** One page of a headless Chromium, driven over its DevTools protocol. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { WebSocket } from 'ws';

/** Found through every shadow root, as Home Assistant's frontend nests them. */
const helpers = `
window.all = (selector, root = document) => [...root.querySelectorAll(selector),
  ...[...root.querySelectorAll('*')].flatMap((node) => node.shadowRoot ? all(selector, node.shadowRoot) : [])];
window.one = (selector, text = '') => all(selector).find((node) =>
  node.getClientRects().length > 0 && (node.innerText ?? node.label ?? '').trim().startsWith(text));
`;

const patienceMs = 20_000;

/** @param {{ width: number, height: number }} size of the page, in CSS pixels */
export async function openPage({ width, height }) {
  const profile = await mkdtemp(join(tmpdir(), 'hearken-browser-'));
  const flags = ['--headless', '--no-sandbox', '--hide-scrollbars'];
  const child = spawn(
    process.env.CHROMIUM ?? 'chromium',
    [...flags, '--remote-debugging-port=0', `--user-data-dir=${profile}`, 'about:blank'],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  let browserUrl = '';
  for await (const line of createInterface({ input: child.stderr })) {
    browserUrl = /DevTools listening on (ws:\S+)/.exec(line)?.[1] ?? '';
    if (browserUrl) break;
  }
  const targets = await fetch(`http://${new URL(browserUrl).host}/json`).then((answer) => answer.json());
  const socket = new WebSocket(targets.find(({ type }) => type === 'page').webSocketDebuggerUrl);
  await once(socket, 'open');
  let lastId = 0;
  /** @type {(method: string, params?: object) => Promise<any>} */
  const send = (method, params = {}) =>
    new Promise((resolve, reject) => {
      const id = (lastId += 1);
      const listen = (/** @type {unknown} */ data) => {
        const message = JSON.parse(String(data));
        if (message.id !== id) return;
        socket.off('message', listen);
        if (message.error) reject(new Error(`${method}: ${message.error.message}`));
        else resolve(message.result);
      };
      socket.on('message', listen);
      socket.send(JSON.stringify({ id, method, params }));
    });
  await send('Page.enable');
  await send('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: 1, mobile: false });
  await send('Page.addScriptToEvaluateOnNewDocument', { source: helpers });

  /** @param {string} expression @returns {Promise<any>} its value, awaited */
  const evaluate = async (expression) => {
    const { result, exceptionDetails } = await send('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(`${expression}: ${exceptionDetails.exception?.description}`);
    return result.value;
  };
  return {
    send,
    evaluate,
    /** @param {string} url */
    async open(url) {
      await send('Page.navigate', { url });
      await this.until(`document.readyState === 'complete' && location.href !== 'about:blank'`);
    },
    /** @param {string} expression waited for until it is true */
    async until(expression) {
      const end = Date.now() + patienceMs;
      while (!(await evaluate(`Boolean(${expression})`).catch(() => false))) {
        if (Date.now() > end) throw new Error(`never came true: ${expression}`);
        await delay(100);
      }
    },
    /** @param {string} text typed where the focus is */
    type: async (text) => await send('Input.insertText', { text }),
    /** @param {'Enter' | 'a'} key */
    async press(key) {
      const text = key === 'Enter' ? '\r' : key;
      const windowsVirtualKeyCode = text.toUpperCase().charCodeAt(0);
      const event = { key, code: key === 'Enter' ? key : 'KeyA', windowsVirtualKeyCode, text };
      await send('Input.dispatchKeyEvent', { type: 'keyDown', ...event });
      await send('Input.dispatchKeyEvent', { type: 'keyUp', ...event });
    },
    /** Waits until dialogs have opened; what a household gets from the internet and we do not is left out. */
    async still() {
      await delay(1_500);
      await evaluate(
        `all('img').filter((image) => image.naturalWidth === 0).forEach((image) => image.remove())`,
      );
    },
    /** @param {{ x?: number, y?: number, width: number, height: number }} clip @returns {Promise<Buffer>} PNG */
    async picture({ x = 0, y = 0, width: w, height: h }) {
      const clip = { x, y, width: w, height: h, scale: 1 };
      return Buffer.from((await send('Page.captureScreenshot', { clip })).data, 'base64');
    },
    async [Symbol.asyncDispose]() {
      socket.terminate();
      child.kill();
      if (child.exitCode === null) await once(child, 'exit');
      await rm(profile, { recursive: true, force: true });
    },
  };
}
