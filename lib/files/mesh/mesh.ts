/**
 * What a reader of STL, PLY or OBJ tells as it goes. Lengths are millimetres; no more of a file is in memory than the sink keeps.
 * A file of loose triangles only calls `triangle`; one with points calls `point` for each, numbered from 0, and `face` by number.
 */
export type MeshSink = {
  triangle(
    ax: number,
    ay: number,
    az: number,
    bx: number,
    by: number,
    bz: number,
    cx: number,
    cy: number,
    cz: number,
  ): void;
  /** A point that is no place (not a number, or absurdly far) comes as NaN, so that those after it keep their numbers. */
  point(x: number, y: number, z: number, red: number, green: number, blue: number): void;
  /** Numbers below that of the points told so far. */
  face(a: number, b: number, c: number): void;
};

export type MeshFormat = "stl" | "ply" | "obj";

/** Why a mesh cannot be shown, in words for people. */
export class MeshFault extends Error {
  override name = "MeshFault";
}

export const cutOff = () => new MeshFault("This scan is cut off: there is less in it than it says.");
export const notAMesh = (format: MeshFormat) =>
  new MeshFault(`This is not ${format === "obj" ? "an OBJ" : `a ${format.toUpperCase()}`} file.`);

/** Nothing in a mouth is a hundred metres away: such a number is damage, and would shrink all else to a dot. */
const FARTHEST = 100_000;

export const isPlace = (x: number, y: number, z: number): boolean =>
  Math.abs(x) <= FARTHEST && Math.abs(y) <= FARTHEST && Math.abs(z) <= FARTHEST;

/** No colour of its own: what `point` gets for all three when a file has none. */
export const NO_COLOUR = -1;
