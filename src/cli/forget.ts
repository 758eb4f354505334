/** `hearken forget --person ID | --all`: removes what came of a person, or of everybody. */
import { type PersonId, personNamed } from '../agent/ports/person.ts';
import { readDataFile } from '../app/data/data-files.ts';
import { tokenFile } from '../app/data/access-token.ts';
import { type Forgotten, forgetOnDisk } from '../app/data/forget.ts';
import { forgetReport, type ForgetReport } from '../api/forget.ts';
import { protocol, protocolHeader } from '../api/protocol.ts';
import type { Config } from '../config/schema.ts';
import { startDeadline } from '../core/abort.ts';
import { RequestError } from '../core/errors.ts';
import { addConfigFlags, settingsOf } from './config-flags.ts';
import type { RegisterCommand } from './context.ts';
import { apiUrlOf } from './server-flags.ts';

type Options = { readonly person?: string; readonly all?: boolean };

export const registerForget: RegisterCommand = (program, { terminal, signal }) => {
  const command = program
    .command('forget')
    .summary('remove what is remembered of a person, or of everybody')
    .description(
      'Removes facts, history, consent, dialogues, what was said in the last turns, the sound of replies and older copies of the store. Timers and the audit log, which holds no speech, stay.',
    )
    .option(
      '--person <id>',
      'id of a Home Assistant user, entity id of a satellite (its own talks), or home (where neither was known)',
    )
    .option('--all', 'of everybody');
  addConfigFlags(command, ['data', 'database', 'api']).action(async (options: Options) => {
    const config = settingsOf(command, terminal);
    const person = meant(options);
    const byServer = await askServer(config, person, signal);
    const removed = byServer ?? (await forgetOnDisk(config, person));
    for (const line of linesOf(removed)) terminal.print(line);
    if (!byServer)
      terminal.note(
        'No server answered. One that runs elsewhere forgets what it has in memory within ten minutes.',
      );
  });
};

function meant({ person, all }: Options): PersonId | null {
  if ((person === undefined) === (all !== true))
    throw new RequestError('REQUEST_INVALID', 'say --person <id> or --all');
  return person === undefined ? null : personNamed(person);
}

/** A server that is there answers at once, and removes some files. */
const patienceMs = 10_000;

/** Undefined when there is none on this machine with this data directory. */
async function askServer(
  config: Config,
  person: PersonId | null,
  signal: AbortSignal,
): Promise<ForgetReport['removed'] | undefined> {
  const token = await readDataFile(config.directories.data, tokenFile);
  if (token === undefined) return undefined;
  const url = `${apiUrlOf(config)}/api/v1/forget`;
  using deadline = startDeadline(patienceMs, signal);
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        [protocolHeader]: String(protocol),
      },
      body: JSON.stringify({ person }),
      signal: deadline.signal,
    });
    if (!response.ok) return undefined;
    return forgetReport.parse(await response.json()).removed;
  } catch {
    signal.throwIfAborted();
    return undefined;
  }
}

function linesOf(removed: Forgotten): readonly string[] {
  return [
    `${removed.facts} facts`,
    `${removed.history} sentences of history`,
    `${removed.consents} consents`,
    `${removed.dialogues} dialogues`,
    `what was said in ${removed.turns} of the last turns`,
    `${removed.sounds} sounds of replies`,
    `${removed.copies} older copies of the store`,
  ].map((line) => `removed: ${line}`);
}
