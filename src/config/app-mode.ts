/** Inside the Home Assistant app: where the Supervisor is, and defaults that fit its network. */
import { Secret } from '../core/secret.ts';

export type SupervisorAccess = {
  /** Without a slash at its end. */
  readonly supervisorUrl: string;
  /** Goes nowhere but to the Supervisor. */
  readonly token: Secret;
};

export type AppMode = SupervisorAccess & {
  /** False: nobody set a language, so that Home Assistant's counts. */
  readonly isLanguageChosen: boolean;
};

type AppEnvironment = Readonly<Record<string, string | undefined>>;

const defaultSupervisorUrl = 'http://supervisor';

/** The volume that the Supervisor gives every app; its options lie there, too. */
export const appDataDir = '/data';

/**
 * The network of the Supervisor's containers, from which Home Assistant calls as well, and this container itself.
 * Source: DOCKER_IPV4_NETWORK_MASK of the Supervisor.
 */
const appNetwork = ['172.30.32.0/23', '127.0.0.0/8'];

/** Undefined outside the app: the Supervisor gives its token to apps alone. */
export function readAppMode(env: AppEnvironment): SupervisorAccess | undefined {
  const token = env['SUPERVISOR_TOKEN'];
  if (!token) return undefined;
  const url = env['HEARKEN_SUPERVISOR'] || defaultSupervisorUrl;
  return { supervisorUrl: url.replace(/\/+$/, ''), token: new Secret(token) };
}

/** The Supervisor's own socket to Home Assistant; it does not end in `/api/websocket`. */
export const coreSocketUrl = ({ supervisorUrl }: SupervisorAccess): string =>
  `${supervisorUrl.replace(/^http/, 'ws')}/core/websocket`;

/** The layer below the app's options. @param hostname by which Home Assistant calls this container. */
export const appDefaults = (hostname: string) => ({
  data: appDataDir,
  wyoming: { host: '0.0.0.0', allow: [...appNetwork] },
  api: { host: '0.0.0.0', names: [hostname.toLowerCase()] },
});
