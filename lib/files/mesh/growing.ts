type Numbers = Float32Array | Uint32Array | Uint8Array;

/** Numbers of one kind whose count is not known before: memory follows what is there, not what a file says. */
export class Growing<Kind extends Numbers> {
  length = 0;

  constructor(
    public array: Kind,
    private readonly make: (length: number) => Kind,
  ) {}

  /** Makes room for so many more; the caller writes them to `array` behind `length`. */
  room(count: number): void {
    if (this.length + count <= this.array.length) return;
    const larger = this.make(Math.max(this.length + count, Math.ceil(this.array.length * 1.6)));
    larger.set(this.array.subarray(0, this.length));
    this.array = larger;
  }

  /** What is there, in an array of its very length. */
  done(): Kind {
    return this.array.slice(0, this.length) as Kind;
  }
}

export const growingFloats = () => new Growing(new Float32Array(3 * 1024), (n) => new Float32Array(n));
export const growingIndexes = () => new Growing(new Uint32Array(3 * 1024), (n) => new Uint32Array(n));
export const growingBytes = () => new Growing(new Uint8Array(3 * 1024), (n) => new Uint8Array(n));
