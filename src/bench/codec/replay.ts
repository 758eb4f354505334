/** Child process of the codec bench: sends the prepared bytes to a server and waits for its count. */
import { once } from 'node:events';
import net from 'node:net';
import process from 'node:process';
import { Connection, parseUri } from 'wyoming-ts';
import { codecResult, codecStream, type CodecRun } from './stream.ts';
import { BugError } from '../../core/errors.ts';

const [uri = '', eventCount = '0'] = process.argv.slice(2);
const address = parseUri(uri);
if (address.kind !== 'tcp') throw new BugError('BUG', 'the codec bench runs over tcp');
const stream = codecStream(Number(eventCount));
const socket = net.connect({ host: address.host, port: address.port, noDelay: true });
await once(socket, 'connect');
await using connection = new Connection({ readable: socket, writable: socket });
const startedMs = performance.now();
socket.write(stream);
const answer = await connection.read();
const elapsedMs = performance.now() - startedMs;
if (answer?.type !== 'transcript') throw new BugError('BUG', 'the server gave no count');
const run: CodecRun = { ...codecResult.parse(JSON.parse(answer.data.text)), elapsedMs };
process.send?.(run);
