/** Whether this machine can run the program. Judged from facts, so that any machine can be judged in a test. */
import { availableParallelism, totalmem } from 'node:os';
import { dirname } from 'node:path';
import { isErrno } from '../core/errno.ts';
import { freeBytes } from '../core/free-bytes.ts';
import type { Finding } from './finding.ts';

export type MachineFacts = {
  /** e.g. `20.20.2` */
  readonly nodeVersion: string;
  /** As `process.platform` and `process.arch` say it. */
  readonly platform: string;
  readonly arch: string;
  readonly cpuCount: number;
  readonly memoryBytes: number;
  /** Free for downloads. */
  readonly freeDiskBytes: number;
};

/** @param dir where models are kept, or will be */
export async function readMachine(dir: string): Promise<MachineFacts> {
  return {
    nodeVersion: process.versions.node,
    platform: process.platform,
    arch: process.arch,
    cpuCount: availableParallelism(),
    // A container's limit where there is one: the machine's whole memory is not this program's.
    memoryBytes:
      process.constrainedMemory() > 0 ? Math.min(process.constrainedMemory(), totalmem()) : totalmem(),
    freeDiskBytes: await freeBytesFor(dir),
  };
}

/** On the disk of the directory; while it is not there, of the one it would be made in. */
async function freeBytesFor(dir: string): Promise<number> {
  try {
    return await freeBytes(dir);
  } catch (error) {
    if (!isErrno(error, 'ENOENT', 'ENOTDIR', 'EACCES') || dirname(dir) === dir) throw error;
    return await freeBytesFor(dirname(dir));
  }
}

/** The `engines` field of package.json. */
const oldestNode = [20, 19] as const;
/** Three services with the default models take about 400 MB. */
const comfortableMemoryBytes = 1024 ** 3;
/** A default set, its archives while they are unpacked, and some air. */
const comfortableDiskBytes = 1_000_000_000;

export function judgeMachine(facts: MachineFacts): readonly Finding[] {
  return [node(facts), platform(facts), memory(facts), processor(facts), disk(facts)];
}

function node({ nodeVersion }: MachineFacts): Finding {
  const [major = 0, minor = 0] = nodeVersion.split('.').map(Number);
  const isOld = major < oldestNode[0] || (major === oldestNode[0] && minor < oldestNode[1]);
  if (!isOld) return { topic: 'node', verdict: 'ok', message: `Node ${nodeVersion}` };
  const wanted = oldestNode.join('.');
  return {
    topic: 'node',
    verdict: 'problem',
    message: `Node ${nodeVersion} is older than ${wanted}`,
    fix: `install Node ${wanted} or newer from https://nodejs.org`,
  };
}

function platform({ platform: name, arch }: MachineFacts): Finding {
  const here = `${name} on ${arch}`;
  const hasSpeech = arch === 'x64' || arch === 'arm64';
  if (name === 'linux' && hasSpeech) return { topic: 'platform', verdict: 'ok', message: here };
  if (hasSpeech && (name === 'darwin' || name === 'win32')) {
    const fix = 'run it on Linux, or in a container, for anything you rely on';
    return { topic: 'platform', verdict: 'warning', message: `${here} starts, but is not tested`, fix };
  }
  const fix = 'use a 64-bit system on an Intel, AMD or ARM processor';
  return {
    topic: 'platform',
    verdict: 'problem',
    message: `${here} has no build of the speech engines`,
    fix,
  };
}

function memory({ memoryBytes }: MachineFacts): Finding {
  const message = `${(memoryBytes / 1024 ** 3).toFixed(1)} GiB`;
  if (memoryBytes >= comfortableMemoryBytes) return { topic: 'memory', verdict: 'ok', message };
  const fix = 'run fewer services here (--only stt,tts), or give the container more memory';
  return { topic: 'memory', verdict: 'warning', message: `${message}: less than all services want`, fix };
}

function processor({ cpuCount }: MachineFacts): Finding {
  if (cpuCount >= 2) return { topic: 'processor', verdict: 'ok', message: `${cpuCount} cores` };
  const fix = 'expect slower replies when several rooms speak at once, or give it a second core';
  return { topic: 'processor', verdict: 'warning', message: 'one core', fix };
}

function disk({ freeDiskBytes }: MachineFacts): Finding {
  const message = `${(freeDiskBytes / 1e9).toFixed(1)} GB free for models`;
  if (freeDiskBytes >= comfortableDiskBytes) return { topic: 'disk', verdict: 'ok', message };
  const fix = 'free some space, or choose another data directory with --data';
  return { topic: 'disk', verdict: 'warning', message, fix };
}
