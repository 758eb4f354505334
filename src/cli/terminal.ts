/** Where commands print: results on stdout, everything else on stderr. */

export type Terminal = {
  /** A line of the result. */
  readonly print: (line: string) => void;
  /** A line for the person: progress, advice. */
  readonly note: (line: string) => void;
  /** Draws over the last drawn line; an empty text removes it. */
  readonly redraw: (text: string) => void;
  /** Bytes of the result, for `-o -`. */
  readonly write: (bytes: Uint8Array) => void;
  /** True when a person watches. */
  readonly isInteractive: boolean;
};

export const processTerminal: Terminal = {
  print: (line) => console.log(line),
  note: (line) => console.error(line),
  redraw: (text) => process.stderr.write(`\r\u001b[K${text}`),
  write: (bytes) => process.stdout.write(bytes),
  isInteractive: process.stderr.isTTY,
};

/** Columns padded to their widest cell; the last one is not padded. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths: number[] = [];
  for (const row of rows) row.forEach((cell, i) => (widths[i] = Math.max(widths[i] ?? 0, cell.length)));
  return rows
    .map((row) =>
      row.map((cell, i) => (i === row.length - 1 ? cell : cell.padEnd(widths[i] ?? 0))).join('  '),
    )
    .join('\n');
}
