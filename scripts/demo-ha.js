#!/usr/bin/env node
/**
 * `npm run demo:ha`: boots a real Home Assistant beside Hearken, sets both up without a hand, speaks a command into its
 * Assist pipeline and tells what happened. Everything listens on loopback only and is stopped and removed at the end.
 */
import { parseArgs } from 'node:util';
import { firstUser } from '../dist/bench/ha/core-client.js';
import { demoCommand, demonstrate } from '../dist/bench/ha/demo.js';
import { startRealHome } from '../dist/bench/ha/real-home.js';
import { betweenMs, stagesOf } from '../dist/bench/ha/stages.js';
import { readAudioFile } from '../dist/bench/recordings.js';
import { table } from '../dist/cli/terminal.js';

const help = `Usage: npm run demo:ha -- [recording…] [--keep]

Speaks each recording (WAV or FLAC), or "${demoCommand}" in our own voice, into the Assist pipeline of a real Home
Assistant. The first run builds Home Assistant in .cache/ha-core: needs root, a Debian-like Linux and some minutes.

  --keep   leave everything running until Ctrl-C, to look around in the browser
  --help   this text`;

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { keep: { type: 'boolean', default: false }, help: { type: 'boolean', default: false } },
});
if (values.help) {
  console.log(help);
  process.exit(0);
}

const stop = new AbortController();
for (const name of ['SIGINT', 'SIGTERM']) process.on(name, () => stop.abort());
const { signal } = stop;
const models = process.env.HEARKEN_MODELS?.split(',');

/** @param {string} line */
const note = (line) => console.error(line);

try {
  const recordings = await Promise.all(
    positionals.map(async (path) => ({ path, samples: await readAudioFile(path) })),
  );
  const home = await startRealHome({
    settings: models === undefined ? {} : { models: { dirs: models } },
    signal,
    progress: distinct((text) => note(`… ${text}`)),
  });
  try {
    for (const { path, samples } of recordings.length > 0 ? recordings : [{}]) {
      note(`… speaking ${path ?? `"${demoCommand}"`}`);
      report(await demonstrate(home, samples, { signal }));
    }
    if (values.keep) await lookAround(home);
  } finally {
    note('… stopping');
    await home[Symbol.asyncDispose]();
  }
} catch (error) {
  if (!signal.aborted) {
    note(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}

/**
 * @param {import('../dist/bench/ha/demo.js').Demonstration} demonstration
 */
function report({ run, wakeWord, changes }) {
  const facts = [
    ['woken by', `"${wakeWord}"`],
    ['heard', run.heard === undefined ? 'nothing' : `"${run.heard}"`],
    ...(changes.length > 0 ? changes : ['nothing']).map((change, i) => [i === 0 ? 'changed' : '', change]),
    ['said', run.speech === undefined ? 'nothing' : `"${run.speech}" (${run.audio.length} bytes of mp3)`],
  ];
  if (run.error !== undefined) facts.push(['failed', `${run.error.code}: ${run.error.message}`]);
  const stages = stagesOf(run);
  const total = { name: 'together, from the end of speech', ms: betweenMs(run, 'lastVoiced', 'sound') };
  console.log(`\n${table(facts)}\n`);
  console.log(
    table(
      [...stages, ...(Number.isNaN(total.ms) ? [] : [total])].map(({ name, ms }) => [
        name,
        `${Math.round(ms)} ms`,
      ]),
    ),
  );
  console.log('');
  if (run.error !== undefined) process.exitCode = 1;
}

/** @param {import('../dist/bench/ha/real-home.js').RealHome} home */
async function lookAround({ core, client, program }) {
  console.log(
    table([
      ['Home Assistant', core.url],
      ['user, password', `${firstUser.username}, ${firstUser.password}`],
      ['token', client.token],
      ['Hearken', `${program.uri}, http://${program.api.host}:${program.api.port}`],
      ['configuration', core.configDir],
    ]),
  );
  note('\nCtrl-C stops and removes it.');
  // The timer keeps the process alive, which an aborted signal's listener alone would not.
  const alive = setInterval(() => undefined, 60_000);
  await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
  clearInterval(alive);
}

/** @param {(text: string) => void} tell */
function distinct(tell) {
  let last = '';
  return (/** @type {string} */ text) => {
    if (text !== last) tell(text);
    last = text;
  };
}
