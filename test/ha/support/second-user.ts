/** A household member of a core who is no administrator, and their long-lived token. */
import { z } from 'zod';
import { CoreClient } from '../../../src/bench/ha/core-client.ts';

const clientId = 'http://127.0.0.1/';
const credentials = { username: 'member', password: 'member-password' };

export async function createLimitedUser(admin: CoreClient, signal: AbortSignal): Promise<string> {
  const { user } = await admin.read(
    z.looseObject({ user: z.looseObject({ id: z.string() }) }),
    'config/auth/create',
    { name: 'Member', group_ids: ['system-users'] },
  );
  await admin.call('config/auth_provider/homeassistant/create', { user_id: user.id, ...credentials });
  const { flow_id } = z.looseObject({ flow_id: z.string() }).parse(
    await post(`${admin.url}/auth/login_flow`, {
      client_id: clientId,
      handler: ['homeassistant', null],
      redirect_uri: clientId,
    }),
  );
  const { result: code } = z
    .looseObject({ result: z.string() })
    .parse(await post(`${admin.url}/auth/login_flow/${flow_id}`, { ...credentials, client_id: clientId }));
  const form = new URLSearchParams({ grant_type: 'authorization_code', code, client_id: clientId });
  const response = await fetch(`${admin.url}/auth/token`, { method: 'POST', body: form });
  const { access_token } = z.looseObject({ access_token: z.string() }).parse(await response.json());
  await using member = await CoreClient.connect(admin.url, access_token, { signal });
  return await member.read(z.string(), 'auth/long_lived_access_token', {
    client_name: 'Hearken',
    lifespan: 30,
  });
}

async function post(url: string, body: unknown): Promise<unknown> {
  const response = await fetch(url, { method: 'POST', body: JSON.stringify(body) });
  return await response.json();
}
