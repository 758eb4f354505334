/**
 * The lease in PostgreSQL: a lock that belongs to a connection of its own, so that the server frees it when the
 * process, its machine or the network between them is gone.
 */
import type { Client } from 'pg';
import type { HeldLease, Lease } from '../../agent/ports/lease.ts';
import { pollLease } from '../poll-lease.ts';

/** Any two numbers that mean this lock to every replica: "hear", "ken". */
const lockKey = [0x68656172, 0x6b656e];
/** A holder looks so often whether the server is still there. */
const beatMs = 5_000;
/**
 * So the server finds out that a holder's machine is gone: 25 s, later than the holder itself finds out that the
 * server is (its next beat and the time a query may take).
 */
const keepAlive =
  'set tcp_keepalives_idle = 10; set tcp_keepalives_interval = 5; set tcp_keepalives_count = 3';

export function postgresLease(newClient: () => Client): Lease {
  return pollLease(async () => {
    const client = newClient();
    const lost = new AbortController();
    const onEnd = (): void => lost.abort();
    client.on('error', onEnd).on('end', onEnd);
    try {
      await client.connect();
      await client.query(keepAlive);
      const { rows } = await client.query<{ held: boolean }>(
        'select pg_try_advisory_lock($1, $2) as held',
        lockKey,
      );
      if (rows[0]?.held === true) return held(client, lost);
      await end(client);
      return undefined;
    } catch (error) {
      await end(client);
      throw error;
    }
  });
}

function held(client: Client, lost: AbortController): HeldLease {
  const beat = setInterval(() => {
    client.query('select 1').catch(() => lost.abort());
  }, beatMs);
  beat.unref();
  return {
    lost: lost.signal,
    [Symbol.asyncDispose]: async () => {
      clearInterval(beat);
      await end(client);
    },
  };
}

/** A connection that is broken already can not be ended once more. */
async function end(client: Client): Promise<void> {
  await client.end().catch(() => undefined);
}
