/** Drives a real core as its own frontend does: onboarding, REST flows and the WebSocket. */
import { WebSocket } from 'ws';
import type { CoreProcess } from './core-process.ts';

const clientId = 'http://127.0.0.1/';
const credentials = { name: 'Tester', username: 'tester', password: 'tester-password' };

type Waiting = { readonly resolve: (value: unknown) => void; readonly reject: (error: Error) => void };
type Message = {
  id?: number;
  type: string;
  success?: boolean;
  result?: unknown;
  event?: unknown;
  error?: { code: string; message: string };
};

/** One user of a core, with full rights. */
export class CoreClient implements AsyncDisposable {
  readonly #url: string;
  readonly #token: string;
  readonly #socket: WebSocket;
  readonly #waiting = new Map<number, Waiting>();
  readonly #listeners = new Map<number, (event: unknown) => void>();
  #nextId = 1;

  private constructor(url: string, token: string, socket: WebSocket) {
    this.#url = url;
    this.#token = token;
    this.#socket = socket;
    socket.on('message', (data: Buffer) => this.#receive(JSON.parse(data.toString()) as Message));
  }

  get token(): string {
    return this.#token;
  }

  /** Creates the first user, takes a long-lived token, and waits until core runs. */
  static async onboard(core: CoreProcess): Promise<CoreClient> {
    const { auth_code } = await post<{ auth_code: string }>(`${core.url}/api/onboarding/users`, {
      ...credentials,
      client_id: clientId,
      language: 'en',
    });
    const form = new URLSearchParams({
      grant_type: 'authorization_code',
      code: auth_code,
      client_id: clientId,
    });
    const response = await fetch(`${core.url}/auth/token`, { method: 'POST', body: form });
    const { access_token } = (await response.json()) as { access_token: string };
    await post(`${core.url}/api/onboarding/analytics`, {}, access_token);
    await using first = await CoreClient.connect(core.url, access_token);
    const token = await first.call<string>('auth/long_lived_access_token', {
      client_name: 'tests',
      lifespan: 30,
    });
    // Without it core takes the YAML's http settings back after five minutes, by restarting.
    await first.call('http/config/promote');
    const client = await CoreClient.connect(core.url, token);
    await client.untilRunning();
    return client;
  }

  static async connect(url: string, token: string): Promise<CoreClient> {
    const socket = new WebSocket(`${url.replace('http', 'ws')}/api/websocket`);
    await new Promise<void>((resolve, reject) => {
      socket.on('error', reject);
      socket.on('message', function auth(data: Buffer) {
        const { type } = JSON.parse(data.toString()) as Message;
        if (type === 'auth_required') socket.send(JSON.stringify({ type: 'auth', access_token: token }));
        if (type === 'auth_invalid') reject(new Error('core refused the token'));
        if (type === 'auth_ok') {
          socket.off('message', auth);
          resolve();
        }
      });
    });
    return new CoreClient(url, token, socket);
  }

  /** One command; rejects with core's code and message. */
  async call<Result>(type: string, fields: Record<string, unknown> = {}): Promise<Result> {
    return (await this.#send(type, fields)) as Result;
  }

  /** A command whose events go to the listener. Resolves when core accepted it. */
  async subscribe(
    type: string,
    fields: Record<string, unknown>,
    listener: (event: unknown) => void,
  ): Promise<void> {
    this.#listeners.set(this.#nextId, listener);
    await this.#send(type, fields);
  }

  /** Raw bytes, for audio. */
  sendBinary(bytes: Uint8Array): void {
    this.#socket.send(bytes);
  }

  async untilRunning(): Promise<void> {
    for (;;) {
      const { state } = await this.call<{ state: string }>('get_config');
      if (state === 'RUNNING') return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  /** Walks a config flow: the first form, then each step's input. Returns the last step. */
  async flow(handler: string, ...inputs: Record<string, unknown>[]): Promise<Record<string, unknown>> {
    const path = `${this.#url}/api/config/config_entries/flow`;
    let step = await post<Record<string, unknown>>(
      path,
      { handler, show_advanced_options: false },
      this.#token,
    );
    for (const input of inputs) {
      step = await post<Record<string, unknown>>(`${path}/${String(step['flow_id'])}`, input, this.#token);
    }
    return step;
  }

  async state(entityId: string): Promise<string | undefined> {
    const states = await this.call<{ entity_id: string; state: string }[]>('get_states');
    return states.find(({ entity_id }) => entity_id === entityId)?.state;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#socket.close();
    await Promise.resolve();
  }

  async #send(type: string, fields: Record<string, unknown>): Promise<unknown> {
    const id = this.#nextId;
    this.#nextId += 1;
    const answer = new Promise((resolve, reject) => this.#waiting.set(id, { resolve, reject }));
    this.#socket.send(JSON.stringify({ id, type, ...fields }));
    return await answer;
  }

  #receive(message: Message): void {
    const id = message.id ?? -1;
    if (message.type === 'event') return this.#listeners.get(id)?.(message.event);
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (message.type === 'result' && message.success === false) {
      waiting?.reject(new Error(`${message.error?.code}: ${message.error?.message}`));
    } else waiting?.resolve(message.result);
  }
}

async function post<Result>(url: string, body: unknown, token?: string): Promise<Result> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${url}: ${response.status} ${await response.text()}`);
  return (await response.json()) as Result;
}
