/** Bytes that come in chunks, read in stretches that may lie across them. Holds what was not read yet, and no more. */
export class ByteSource {
  private readonly chunks: AsyncIterator<Uint8Array>;
  private ended = false;
  bytes: Uint8Array = new Uint8Array(0);
  view: DataView = new DataView(this.bytes.buffer);
  at = 0;

  constructor(chunks: AsyncIterable<Uint8Array>) {
    this.chunks = chunks[Symbol.asyncIterator]();
  }

  get available(): number {
    return this.bytes.length - this.at;
  }

  /** Waits until so many bytes lie ready; false when the end comes before. */
  async need(count: number): Promise<boolean> {
    while (this.available < count && !this.ended) await this.more();
    return this.available >= count;
  }

  /** Waits for the next chunk; false at the end. */
  async more(): Promise<boolean> {
    const { done, value } = await this.chunks.next();
    if (done) {
      this.ended = true;
      return false;
    }
    const left = this.bytes.subarray(this.at);
    const joined = left.length === 0 ? value : new Uint8Array(left.length + value.length);
    if (left.length > 0) {
      joined.set(left);
      joined.set(value, left.length);
    }
    this.bytes = joined;
    this.view = new DataView(joined.buffer, joined.byteOffset, joined.byteLength);
    this.at = 0;
    return true;
  }

  /** Lets the chunks go before their end. */
  async close(): Promise<void> {
    await this.chunks.return?.();
  }
}
