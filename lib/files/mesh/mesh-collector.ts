import { growingBytes, growingFloats, growingIndexes } from "./growing";
import { MeshFault, type MeshSink, NO_COLOUR } from "./mesh";
import { PointIndex } from "./point-index";

/** A mesh in memory, in millimetres: three numbers a point, three point numbers a triangle. */
export type Mesh = {
  positions: Float32Array;
  index: Uint32Array;
  /** Red, green, blue of each point, 0–255; null when the file has no colours. */
  colours: Uint8Array | null;
};

/** Gathers what a reader tells into one mesh; loose triangles are joined where their corners meet. `most` bounds its triangles. */
export class MeshCollector implements MeshSink {
  private readonly positions = growingFloats();
  private readonly index = growingIndexes();
  private readonly colours = growingBytes();
  private coloured = false;
  private readonly corners = new PointIndex(this.positions);

  constructor(private readonly most: number) {}

  triangle(...[ax, ay, az, bx, by, bz, cx, cy, cz]: Parameters<MeshSink["triangle"]>): void {
    this.corner(
      this.corners.numberOf(ax, ay, az),
      this.corners.numberOf(bx, by, bz),
      this.corners.numberOf(cx, cy, cz),
    );
  }

  point(x: number, y: number, z: number, red: number, green: number, blue: number): void {
    const { positions, colours } = this;
    if (positions.length >= this.most * 3) throw this.tooLarge();
    positions.room(3);
    positions.array[positions.length++] = x;
    positions.array[positions.length++] = y;
    positions.array[positions.length++] = z;
    if (red === NO_COLOUR) return;
    this.coloured = true;
    colours.room(3);
    for (const value of [red, green, blue])
      colours.array[colours.length++] = Math.max(0, Math.min(255, Math.round(value) || 0));
  }

  face(a: number, b: number, c: number): void {
    const at = this.positions.array;
    if (Number.isNaN(at[a * 3]) || Number.isNaN(at[b * 3]) || Number.isNaN(at[c * 3])) return;
    this.corner(a, b, c);
  }

  /** The mesh. Refuses (MeshFault) one without any surface. */
  done(): Mesh {
    if (this.index.length === 0) throw new MeshFault("There is no surface in this scan.");
    const positions = this.positions.done();
    const whole = this.coloured && this.colours.length === positions.length;
    return { positions, index: this.index.done(), colours: whole ? this.colours.done() : null };
  }

  private corner(a: number, b: number, c: number): void {
    const { index } = this;
    if (index.length >= this.most * 3) throw this.tooLarge();
    index.room(3);
    index.array[index.length++] = a;
    index.array[index.length++] = b;
    index.array[index.length++] = c;
  }

  private tooLarge(): MeshFault {
    return new MeshFault(
      `This scan has more than ${Math.floor(this.most / 1_000_000)} million triangles, too many to show here.`,
    );
  }
}
