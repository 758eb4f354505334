/** Drives a real core as its own frontend does: onboarding, REST flows and the WebSocket. */
import { WebSocket } from 'ws';
import { z } from 'zod';
import { abortable, sleep } from '../../core/abort.ts';
import { HomeError, isVoiceError } from '../../core/errors.ts';
import type { CoreProcess } from './core-process.ts';

/** The first user of every core that is booted here; it is thrown away with its folder. */
export const firstUser = { name: 'Tester', username: 'tester', password: 'tester-password' } as const;

const clientId = 'http://127.0.0.1/';

const messageSchema = z.looseObject({
  id: z.number().optional(),
  type: z.string(),
  success: z.boolean().optional(),
  result: z.unknown().optional(),
  event: z.unknown().optional(),
  error: z.looseObject({ code: z.string(), message: z.string() }).optional(),
});

type Message = z.output<typeof messageSchema>;
type Waiting = { readonly resolve: (value: unknown) => void; readonly reject: (error: Error) => void };
type Fields = Readonly<Record<string, unknown>>;

const parseMessage = (data: unknown): Message => messageSchema.parse(JSON.parse(String(data)));

/** The answer of a config flow's step. */
export const flowStep = z.looseObject({
  type: z.string(),
  flow_id: z.string().optional(),
  step_id: z.string().optional(),
  reason: z.string().optional(),
  /** Why a form is shown again, by field. */
  errors: z.record(z.string(), z.string()).nullish(),
  result: z.looseObject({ entry_id: z.string() }).optional(),
});

export type FlowStep = z.output<typeof flowStep>;

const isShownAgain = ({ errors }: FlowStep): boolean => Object.keys(errors ?? {}).length > 0;

/** One user of a core, with full rights. */
export class CoreClient implements AsyncDisposable {
  readonly url: string;
  readonly token: string;
  readonly #socket: WebSocket;
  readonly #signal: AbortSignal;
  readonly #lost = new AbortController();
  readonly #waiting = new Map<number, Waiting>();
  readonly #listeners = new Map<number, (event: unknown) => void>();
  #nextId = 1;

  private constructor(url: string, token: string, socket: WebSocket, signal: AbortSignal) {
    this.url = url;
    this.token = token;
    this.#socket = socket;
    this.#signal = signal;
    socket.on('message', (data) => this.#receive(parseMessage(data)));
    socket.on('close', () => this.#lose());
  }

  /** Aborts when the connection is gone: no event comes any more. */
  get lost(): AbortSignal {
    return this.#lost.signal;
  }

  /** Creates the first user, takes a long-lived token, and waits until core runs. */
  static async onboard(core: CoreProcess): Promise<CoreClient> {
    const { signal, url } = core;
    const answer = await post(`${url}/api/onboarding/users`, {
      body: { ...firstUser, client_id: clientId, language: 'en' },
      signal,
    });
    const { auth_code: code } = z.looseObject({ auth_code: z.string() }).parse(answer);
    const form = new URLSearchParams({ grant_type: 'authorization_code', code, client_id: clientId });
    const response = await fetch(`${url}/auth/token`, { method: 'POST', body: form, signal });
    const { access_token: access } = z.looseObject({ access_token: z.string() }).parse(await response.json());
    await post(`${url}/api/onboarding/analytics`, { body: {}, token: access, signal });
    await using first = await CoreClient.connect(url, access, { signal });
    const token = await first.read(z.string(), 'auth/long_lived_access_token', {
      client_name: 'Hearken',
      lifespan: 30,
    });
    // Without it core takes the YAML's http settings back after five minutes, by restarting; older cores keep them.
    await first.call('http/config/promote').catch((error: unknown) => {
      if (!(isVoiceError(error) && error.details['code'] === 'unknown_command')) throw error;
    });
    const client = await CoreClient.connect(url, token, { signal });
    await client.untilRunning();
    return client;
  }

  /** @param signal ends every wait of this client. @throws HomeError when there is no core, or it refuses the token. */
  static async connect(
    url: string,
    token: string,
    { signal }: { readonly signal: AbortSignal },
  ): Promise<CoreClient> {
    const socket = new WebSocket(`${url.replace(/^http/, 'ws')}/api/websocket`);
    const opened = new Promise<CoreClient>((resolve, reject) => {
      socket.on('error', (cause) =>
        reject(new HomeError('HOME_UNREACHABLE', `${url} does not answer`, { cause })),
      );
      const authenticate = (data: unknown) => {
        const { type } = parseMessage(data);
        if (type === 'auth_required') socket.send(JSON.stringify({ type: 'auth', access_token: token }));
        if (type === 'auth_invalid') reject(new HomeError('HOME_REFUSED', `${url} refused the token`));
        if (type !== 'auth_ok') return;
        socket.off('message', authenticate);
        resolve(new CoreClient(url, token, socket, signal));
      };
      socket.on('message', authenticate);
    });
    try {
      return await abortable(opened, signal);
    } catch (error) {
      socket.terminate();
      throw error;
    }
  }

  /** One command. @throws HomeError `HOME_REFUSED` with core's code and message. */
  async call(type: string, fields: Fields = {}): Promise<unknown> {
    return await this.#send(type, fields);
  }

  /** One command whose result is checked. */
  async read<Schema extends z.ZodType>(
    schema: Schema,
    type: string,
    fields: Fields = {},
  ): Promise<z.output<Schema>> {
    return schema.parse(await this.#send(type, fields));
  }

  /** A command whose events go to the listener. Resolves when core accepted it, with how to stop it. */
  async subscribe(
    type: string,
    fields: Fields,
    listener: (event: unknown) => void,
  ): Promise<() => Promise<void>> {
    const id = this.#nextId;
    this.#listeners.set(id, listener);
    await this.#send(type, fields);
    return async () => {
      this.#listeners.delete(id);
      await this.#send('unsubscribe_events', { subscription: id });
    };
  }

  /** Raw bytes, for audio. */
  sendBinary(bytes: Uint8Array): void {
    this.#socket.send(bytes);
  }

  async untilRunning(): Promise<void> {
    const config = z.looseObject({ state: z.string() });
    while ((await this.read(config, 'get_config')).state !== 'RUNNING') await sleep(50, this.#signal);
  }

  /**
   * Walks a config flow: the first form, then each step's input. Returns the last step. A form in between that is shown
   * again with errors is sent once more, as a person would: on a busy machine a server is late now and then.
   * @throws HomeError `HOME_REFUSED` with the errors when it is shown again still.
   */
  async flow(handler: string, ...inputs: Fields[]): Promise<FlowStep> {
    const begin = { handler, show_advanced_options: false };
    let step = flowStep.parse(await this.post('config/config_entries/flow', begin));
    for (const [at, input] of inputs.entries()) {
      const place = `config/config_entries/flow/${step.flow_id}`;
      step = flowStep.parse(await this.post(place, input));
      if (at === inputs.length - 1 || !isShownAgain(step)) continue;
      step = flowStep.parse(await this.post(place, input));
      if (isShownAgain(step))
        throw new HomeError('HOME_REFUSED', `${handler}: ${JSON.stringify(step.errors)} at ${step.step_id}`);
    }
    return step;
  }

  /** A REST call below `/api/`. @throws HomeError `HOME_REFUSED` with the answer on every status but 2xx. */
  async post(path: string, body: Fields): Promise<unknown> {
    return await post(`${this.url}/api/${path}`, { body, token: this.token, signal: this.#signal });
  }

  /** Removes an integration's entry with its devices and entities. */
  async removeEntry(entryId: string): Promise<void> {
    const response = await fetch(`${this.url}/api/config/config_entries/entry/${entryId}`, {
      method: 'DELETE',
      headers: { authorization: `Bearer ${this.token}` },
      signal: this.#signal,
    });
    if (!response.ok) throw new HomeError('HOME_REFUSED', `entry ${entryId}: ${response.status}`);
  }

  async state(entityId: string): Promise<string | undefined> {
    const states = await this.read(stateRows, 'get_states');
    return states.find(({ entity_id }) => entity_id === entityId)?.state;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#socket.readyState === WebSocket.CLOSED) return;
    const closed = new Promise((resolve) => this.#socket.once('close', resolve));
    this.#socket.terminate();
    await closed;
  }

  async #send(type: string, fields: Fields): Promise<unknown> {
    const id = this.#nextId;
    this.#nextId += 1;
    if (this.#socket.readyState !== WebSocket.OPEN)
      throw new HomeError('HOME_UNREACHABLE', 'the connection to Home Assistant is closed');
    const answer = new Promise((resolve, reject) => this.#waiting.set(id, { resolve, reject }));
    this.#socket.send(JSON.stringify({ id, type, ...fields }));
    return await abortable(answer, this.#signal);
  }

  #receive({ id = -1, type, event, success, error, result }: Message): void {
    if (type === 'event') return this.#listeners.get(id)?.(event);
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (type === 'result' && success === false) {
      const details = { code: error?.code };
      waiting?.reject(new HomeError('HOME_REFUSED', `${error?.code}: ${error?.message}`, { details }));
    } else waiting?.resolve(result);
  }

  #lose(): void {
    const error = new HomeError('HOME_UNREACHABLE', 'Home Assistant closed the connection');
    this.#lost.abort(error);
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}

const stateRows = z.array(z.looseObject({ entity_id: z.string(), state: z.string() }));

type PostOptions = { readonly body: Fields; readonly token?: string; readonly signal: AbortSignal };

async function post(url: string, { body, token, signal }: PostOptions): Promise<unknown> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify(body),
    signal,
  });
  if (response.ok) return await response.json();
  throw new HomeError('HOME_REFUSED', `${url}: ${response.status} ${await response.text()}`);
}
