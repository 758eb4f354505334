/** What a process and its descendants hold, as Linux tells it. */
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

/** Proportional set size of the process and all its descendants, in MB of 10^6 bytes. */
export function memoryMb(pid: number): number {
  return processTree(pid).reduce((sum, each) => sum + proportionalSetKb(each), 0) * 1.024e-3;
}

/** Number of open sockets of the process and all its descendants. */
export function socketCount(pid: number): number {
  return processTree(pid)
    .flatMap(openFiles)
    .filter((target) => target.startsWith('socket:')).length;
}

function processTree(pid: number): number[] {
  const children = readdirSync(`/proc/${pid}/task`).flatMap((task) =>
    readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').split(' ').filter(Boolean).map(Number),
  );
  return [pid, ...children.flatMap(processTree)];
}

function proportionalSetKb(pid: number): number {
  return Number(/^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0);
}

function openFiles(pid: number): string[] {
  return readdirSync(`/proc/${pid}/fd`).flatMap((fd) => {
    try {
      return [readlinkSync(`/proc/${pid}/fd/${fd}`)];
    } catch {
      // Closed since the directory was read.
      return [];
    }
  });
}
