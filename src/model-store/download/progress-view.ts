/** How a download looks: a bar that redraws itself on a terminal, a line now and then in a log. */
import type { PullEvent } from './pull-models.ts';

export type ProgressView = {
  /** Lines that stay. */
  readonly lines: readonly string[];
  /** Text of the line that is drawn over, without a line break; only on a terminal. */
  readonly bar?: string;
};

export type ProgressViewOptions = {
  /** Columns of the terminal; absent when the output is no terminal. */
  readonly columns?: number;
};

const barColumns = 30;
/** In a log a download is told each time it has come this much further. */
const logStepPercent = 25;

/** A pure renderer with the little memory a log needs: feed it every event, print what it returns. */
export function createProgressView(options: ProgressViewOptions): (event: PullEvent) => ProgressView {
  let told = { id: '', percent: 0 };
  return (event) => {
    if (event.kind !== 'downloading') return { lines: describe(event) };
    if (options.columns !== undefined) return { lines: [], bar: bar(event, options.columns) };
    const percent = percentOf(event);
    if (percent === undefined) return { lines: [] };
    if (told.id !== event.id) told = { id: event.id, percent: 0 };
    const step = Math.floor(percent / logStepPercent) * logStepPercent;
    if (step <= told.percent) return { lines: [] };
    told = { id: event.id, percent: step };
    return { lines: [`${event.id}: ${step} % of ${megabytes(event.totalBytes)}`] };
  };
}

type Downloading = Extract<PullEvent, { kind: 'downloading' }>;

function describe(event: Exclude<PullEvent, Downloading>): readonly string[] {
  switch (event.kind) {
    case 'starting': {
      const business = { yes: '', no: ', not for commercial use', unclear: ', commercial use unclear' };
      const size = event.totalBytes === undefined ? 'size unknown' : megabytes(event.totalBytes);
      const licence = `${event.id}: ${size}, licence ${event.licence}${business[event.commercialUse]}`;
      return event.licenceNote === undefined ? [licence] : [licence, `${event.id}: ${event.licenceNote}`];
    }
    case 'waiting':
      return [`${event.id}: another process is fetching it, waiting`];
    case 'unpacking':
      return [`${event.id}: unpacking`];
    case 'installed':
      return [`${event.id}: ${event.wasThere ? 'already installed' : 'installed'}`];
    case 'failed':
      return [`${event.id}: failed: ${event.reason}`, `  to fix: ${event.fix}`];
  }
}

function bar(event: Downloading, columns: number): string {
  const percent = percentOf(event);
  const amount = `${megabytes(event.receivedBytes)}${event.totalBytes === undefined ? '' : ` / ${megabytes(event.totalBytes)}`}`;
  if (percent === undefined) return `${event.id} ${amount}`.slice(0, columns - 1);
  const filled = Math.round((percent / 100) * barColumns);
  const drawn = `[${'#'.repeat(filled)}${'.'.repeat(barColumns - filled)}] ${String(percent).padStart(3)} % ${amount}`;
  // The name gives way first: the bar is what moves.
  const room = Math.max(0, columns - 2 - drawn.length);
  return `${event.id.slice(0, room)} ${drawn}`.slice(0, columns - 1);
}

function percentOf({ receivedBytes, totalBytes }: Downloading): number | undefined {
  return totalBytes === undefined || totalBytes === 0
    ? undefined
    : Math.floor((receivedBytes / totalBytes) * 100);
}

const megabytes = (bytes: number | undefined): string => `${((bytes ?? 0) / 1e6).toFixed(1)} MB`;
