/**
 * Feeds the Wyoming decoder with mutated streams, cut at random: it must neither crash, hang nor keep memory.
 * Whatever it reads is encoded again and must come back unchanged. A seed repeats a run.
 *
 *   npm run fuzz -- [--frames 1000000] [--seed 1]
 */
import { readFileSync } from 'node:fs';
import { isDeepStrictEqual, parseArgs } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { encodeEvent, EventDecoder, isProtocolError } from 'wyoming-ts';
import { setTimeout } from 'node:timers/promises';

const { values } = parseArgs({
  options: { frames: { type: 'string', default: '1000000' }, seed: { type: 'string', default: '1' } },
});
const frameCount = Number(values.frames);
const seed = Number(values.seed);

/** A stream must be read in this time, wherever it is broken: the vectors take well under a millisecond. */
const hangMs = 2_000;
/** What the heap may grow from the first tenth of the run to the end: noise of the collector, not of frames. */
const growthLimitBytes = 16 * 1024 * 1024;

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc');

/** mulberry32: small, fast, good enough to choose bytes. */
function random(state) {
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
const next = random(seed);
const below = (limit) => Math.floor(next() * limit);
const pick = (list) => list[below(list.length)];

// What is accepted comes more often: mutations break enough of it.
const vectors = ['accepted', 'refused', 'typed', 'accepted', 'typed', 'accepted']
  .flatMap((name) =>
    JSON.parse(
      readFileSync(new URL(`../wyoming/test/contract/vectors/${name}.json`, import.meta.url), 'utf8'),
    ),
  )
  .map(({ bytes }) =>
    Buffer.concat(
      bytes.map((part) => {
        if (typeof part === 'string') return Buffer.from(part);
        return 'hex' in part ? Buffer.from(part.hex, 'hex') : Buffer.from(part.repeat.repeat(part.count));
      }),
    ),
  )
  .filter(({ length }) => length > 0);

/** Pieces that lengths, JSON and text stumble over. */
const pieces = [
  Buffer.from([0xff]),
  Buffer.from([0xc0, 0xaf]),
  Buffer.from([0xed, 0xa0, 0x80]),
  Buffer.from('\ufeff\u0000'),
].concat(
  '\n|\r\n|{|}|[|"|\\|:|,|null|-1|1e999|0|3.0|4194305|1073741824|"type":"audio-chunk"|"__proto__":'
    .concat('|"data_length":|"payload_length":|"data":')
    .split('|')
    .map((text) => Buffer.from(text)),
);

const mutations = [
  (bytes) => bytes,
  (bytes) => {
    const changed = Buffer.from(bytes);
    changed[below(changed.length)] = below(256);
    return changed;
  },
  (bytes) => {
    const changed = Buffer.from(bytes);
    changed[below(changed.length)] ^= 1 << below(8);
    return changed;
  },
  (bytes) => bytes.subarray(0, below(bytes.length)),
  (bytes) => bytes.subarray(below(bytes.length)),
  (bytes) => insert(bytes, pick(pieces)),
  (bytes) => insert(bytes, pick(vectors)),
  (bytes) => {
    const from = below(bytes.length);
    return Buffer.concat([bytes.subarray(0, from), bytes.subarray(from + 1 + below(8))]);
  },
];

function insert(bytes, piece) {
  const at = below(bytes.length + 1);
  return Buffer.concat([bytes.subarray(0, at), piece, bytes.subarray(at)]);
}

function mutatedStream() {
  let bytes = pick(vectors);
  for (let count = below(4); count > 0; count -= 1) if (bytes.length > 0) bytes = pick(mutations)(bytes);
  return next() < 0.3 ? Buffer.concat([bytes, pick(vectors)]) : bytes;
}

/** The stream in one to eight chunks, now and then in single bytes. */
function chunks(bytes) {
  if (bytes.length < 300 && next() < 0.1) return Array.from(bytes, (byte) => Uint8Array.of(byte));
  const cuts = Array.from({ length: below(8) }, () => below(bytes.length + 1)).sort((a, b) => a - b);
  return [0, ...cuts].map((from, index) => bytes.subarray(from, cuts[index] ?? bytes.length));
}

/** Like the two sides of a connection: what one sends again is what the other reads. */
function expectRoundTrip(event, stream) {
  const decoder = new EventDecoder();
  decoder.push(encodeEvent(event));
  const again = decoder.next();
  if (!isDeepStrictEqual(normal(again), normal(event))) fail('changed on the way', stream, { event, again });
}

/** Payloads as plain bytes; through JSON, where -0 and the prototype of a Buffer make no difference. */
const normal = (event) =>
  JSON.parse(JSON.stringify({ ...event, payload: Buffer.from(event.payload ?? []).toString('base64') }));

function fail(what, stream, details) {
  console.error(`seed ${seed}: ${what}: ${JSON.stringify(stream.toString('latin1'))}`, details);
  process.exit(1);
}

/** What is wrong with a single event leaves the rest of the stream readable. */
const oneEvent = new Set(['EVENT_INVALID', 'DATA_INVALID']);

const counts = { streams: 0, events: 0, refused: new Map() };

/** Reads one stream; a frame is an event read, or what was refused instead of one. */
function readStream(stream) {
  const decoder = new EventDecoder();
  let frames = 0;
  const refused = (error) => {
    frames += 1;
    counts.refused.set(error.code, (counts.refused.get(error.code) ?? 0) + 1);
  };
  const nextEvent = () => {
    for (;;) {
      try {
        return decoder.next();
      } catch (error) {
        if (!isProtocolError(error) || !oneEvent.has(error.code)) throw error;
        refused(error);
      }
    }
  };
  const take = () => {
    for (let event = nextEvent(); event; event = nextEvent()) {
      frames += 1;
      counts.events += 1;
      expectRoundTrip(event, stream);
    }
  };
  try {
    for (const chunk of chunks(stream)) {
      decoder.push(chunk);
      take();
    }
    decoder.end();
    take();
  } catch (error) {
    if (!isProtocolError(error)) fail('no ProtocolError', stream, error);
    refused(error);
  }
  return frames;
}

/** The least of some readings: buffers that were collected are given back by a thread of their own. */
async function heapBytes() {
  const readings = [];
  for (let round = 0; round < 4; round += 1) {
    collectGarbage();
    await setTimeout(25);
    const { heapUsed, external, arrayBuffers } = process.memoryUsage();
    readings.push(heapUsed + external + arrayBuffers);
  }
  return Math.min(...readings);
}

const startedMs = performance.now();
let baselineBytes = 0;
let slowestMs = 0;
for (let frames = 0; frames < frameCount; counts.streams += 1) {
  const stream = mutatedStream();
  const beforeMs = performance.now();
  frames += readStream(stream);
  const tookMs = performance.now() - beforeMs;
  slowestMs = Math.max(slowestMs, tookMs);
  if (tookMs > hangMs) fail(`took ${Math.round(tookMs)} ms`, stream);
  if (baselineBytes === 0 && frames >= frameCount / 10) baselineBytes = await heapBytes();
}
if ({}.polluted !== undefined) fail('a prototype was changed', Buffer.alloc(0));

const growthBytes = (await heapBytes()) - baselineBytes;
const mib = (bytes) => (bytes / 1024 / 1024).toFixed(1);
console.log(
  `${frameCount} frames in ${counts.streams} streams, seed ${seed}, ${((performance.now() - startedMs) / 1000).toFixed(1)} s\n` +
    `events ${counts.events}; refused ${[...counts.refused].map(([code, count]) => `${code} ${count}`).join(', ')}\n` +
    `slowest stream ${slowestMs.toFixed(1)} ms; memory ${mib(baselineBytes)} MiB at a tenth, ${mib(growthBytes)} MiB more at the end ` +
    `(limit ${mib(growthLimitBytes)}), peak resident ${mib(process.resourceUsage().maxRSS * 1024)} MiB`,
);
if (growthBytes > growthLimitBytes) process.exit(1);
