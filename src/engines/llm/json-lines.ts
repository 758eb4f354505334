/** A stream of JSON lines, handed on line by line: a reader behind it never sees half a line or one that is none. */

/** A line is a word or a call of a tool; a whole megabyte is a server that is no model's. */
const mostLineLength = 1024 * 1024;

/** @param onGarbage makes the error with which the stream breaks at a line that can not be read. */
export function jsonLines(onGarbage: (cause: unknown) => Error): TransformStream<Uint8Array, Uint8Array> {
  const decoder = new TextDecoder();
  const encoder = new TextEncoder();
  let rest = '';
  const pass = (line: string, controller: TransformStreamDefaultController<Uint8Array>): void => {
    if (line.trim() === '') return;
    try {
      JSON.parse(line);
    } catch (cause) {
      throw onGarbage(cause);
    }
    controller.enqueue(encoder.encode(`${line}\n`));
  };
  return new TransformStream({
    transform: (chunk, controller) => {
      const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) pass(line, controller);
      if (rest.length > mostLineLength) throw onGarbage(undefined);
    },
    flush: (controller) => pass(rest + decoder.decode(), controller),
  });
}
