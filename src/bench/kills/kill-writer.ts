/** Writes memory and audit records until it is killed, and tells its parent of each that was acknowledged. */
import { AuditWriter } from '../../agent/audit/audit-writer.ts';
import { readSigningKey } from '../../agent/audit/signing.ts';
import { systemClock } from '../../core/clock.ts';
import { Secret } from '../../core/secret.ts';
import { openStore } from '../../store/open-store.ts';
import { killJob, type RecordKind } from './kill-job.ts';

const { path, url, key, round } = killJob.parse(JSON.parse(process.argv[2] ?? '{}'));
const store = await openStore({ path, url: new Secret(url), clock: systemClock });
let failure: unknown;
const audit = new AuditWriter({
  store: store.audit,
  key: readSigningKey(key),
  clock: systemClock,
  onHealth: (error) => (failure = error),
});

const writers: Readonly<Record<RecordKind, (id: string) => Promise<unknown>>> = {
  fact: (factId) =>
    store.memory.addFact(
      {
        factId,
        owner: 'home',
        toldBy: 'home',
        text: `number ${factId} is remembered`,
        language: 'en',
        atMs: systemClock.now(),
      },
      null,
    ),
  exchange: (exchangeId) =>
    store.memory.addExchange({
      exchangeId,
      person: 'home',
      said: `say ${exchangeId}`,
      answered: exchangeId,
      language: 'en',
      atMs: systemClock.now(),
    }),
  audit: (id) =>
    audit.record([
      {
        turnId: id,
        path: 'local',
        channel: 'cli',
        userId: null,
        satelliteId: null,
        deviceId: null,
        action: { id, service: 'light.turn_on', entityIds: ['light.bench'], data: {} },
        event: { kind: 'sent' },
      },
    ]),
};

async function writeFor(kind: RecordKind): Promise<void> {
  for (let count = 0; ; count += 1) {
    const id = `${kind}-${round}-${count}`;
    await writers[kind](id);
    if (failure === undefined) process.send?.({ kind, id });
  }
}

await Promise.all([writeFor('fact'), writeFor('exchange'), writeFor('audit')]);
