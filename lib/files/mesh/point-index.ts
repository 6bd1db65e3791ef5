import type { Growing } from "./growing";

/** Numbers points as they come, the same place always alike: an open hash over the growing list of places itself. */
export class PointIndex {
  private table = new Int32Array(4096).fill(-1);
  private readonly floats = new Float32Array(3);
  private readonly bits = new Uint32Array(this.floats.buffer);

  constructor(private readonly places: Growing<Float32Array>) {}

  numberOf(x: number, y: number, z: number): number {
    const { places, floats } = this;
    if (places.length / 3 > this.table.length / 2) this.widen();
    floats[0] = x + 0; // so that -0 and 0 are one place
    floats[1] = y + 0;
    floats[2] = z + 0;
    let slot = this.slotOf();
    for (;;) {
      const known = this.table[slot] as number;
      if (known === -1) break;
      const at = known * 3;
      if (places.array[at] === floats[0] && places.array[at + 1] === floats[1] && places.array[at + 2] === floats[2])
        return known;
      slot = (slot + 1) & (this.table.length - 1);
    }
    const number = places.length / 3;
    this.table[slot] = number;
    places.room(3);
    places.array.set(floats, places.length);
    places.length += 3;
    return number;
  }

  private slotOf(): number {
    const [a, b, c] = this.bits as unknown as [number, number, number];
    let hash = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b) ^ Math.imul(c, 0xc2b2ae35);
    hash ^= hash >>> 15;
    return Math.imul(hash, 0x2c1b3c6d) >>> (32 - Math.log2(this.table.length));
  }

  private widen(): void {
    this.table = new Int32Array(this.table.length * 4).fill(-1);
    const count = this.places.length / 3;
    for (let number = 0; number < count; number++) {
      this.floats.set(this.places.array.subarray(number * 3, number * 3 + 3));
      let slot = this.slotOf();
      while (this.table[slot] !== -1) slot = (slot + 1) & (this.table.length - 1);
      this.table[slot] = number;
    }
  }
}
