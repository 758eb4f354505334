/** Cuts a stream of chunks into lines and blocks without copying what lies in one chunk. */

const newline = 0x0a;
const none = Buffer.alloc(0);
/** Room for an event of usual size, so that one which two chunks share is copied once. */
const firstPartBytes = 4_096;

export class ByteReader {
  #chunk: Buffer = none;
  #offset = 0;
  /** The beginning of a part that goes on in the next chunk; grows by doubling, so each byte is copied about twice at most. */
  #part: Buffer = none;
  #partLength = 0;
  #ended = false;

  /** Bytes held back for a part that is not complete, and those not looked at yet. */
  get size(): number {
    return this.#partLength + this.#chunk.length - this.#offset;
  }

  /** True when no more bytes will come. */
  get ended(): boolean {
    return this.#ended;
  }

  push(chunk: Uint8Array): void {
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    const rest = this.#chunk.subarray(this.#offset);
    this.#chunk = rest.length === 0 ? bytes : Buffer.concat([rest, bytes]);
    this.#offset = 0;
  }

  end(): void {
    this.#ended = true;
  }

  /** Passes over these bytes when exactly they come next and are all here. */
  skip(expected: Buffer): boolean {
    const end = this.#offset + expected.length;
    if (this.#partLength > 0 || end > this.#chunk.length) return false;
    if (expected.compare(this.#chunk, this.#offset, end) !== 0) return false;
    this.#offset = end;
    return true;
  }

  /** The next `length` bytes, or undefined while they are not all here. */
  take(length: number): Buffer | undefined {
    const end = this.#offset + length - this.#partLength;
    if (end > this.#chunk.length) {
      this.#keep(this.#chunk.length, length);
      return undefined;
    }
    if (this.#partLength > 0) {
      this.#keep(end, length);
      return this.#takePart();
    }
    const bytes = this.#chunk.subarray(this.#offset, end);
    this.#offset = end;
    return bytes;
  }

  /** The bytes up to the next line end (without it), or up to the end of the stream. */
  takeLine(maxLength: number): Buffer | 'too-long' | undefined {
    const found = this.#chunk.indexOf(newline, this.#offset);
    const end = found === -1 ? this.#chunk.length : found;
    const length = this.#partLength + end - this.#offset;
    if (length > maxLength) return 'too-long';
    if (found === -1 && !(this.#ended && length > 0)) {
      this.#keep(end, maxLength);
      return undefined;
    }
    const line = this.take(length);
    if (found !== -1) this.#offset = found + 1;
    return line;
  }

  /** Moves the chunk's bytes before `end` into the part, which will become `length` bytes long at most. */
  #keep(end: number, length: number): void {
    const count = end - this.#offset;
    const needed = this.#partLength + count;
    if (needed > this.#part.length) {
      const capacity = Math.max(needed, 2 * this.#part.length, firstPartBytes);
      const grown = Buffer.allocUnsafeSlow(Math.min(length, capacity));
      this.#part.copy(grown, 0, 0, this.#partLength);
      this.#part = grown;
    }
    this.#chunk.copy(this.#part, this.#partLength, this.#offset, end);
    this.#partLength = needed;
    this.#offset = end;
    if (end === this.#chunk.length) this.push(none);
  }

  #takePart(): Buffer {
    const bytes = this.#part.subarray(0, this.#partLength);
    this.#part = none;
    this.#partLength = 0;
    return bytes;
  }
}
