import { growingFloats } from "../mesh/growing";
import { MeshFault, type MeshSink } from "../mesh/mesh";

/** A picture's pixels, four bytes each (red, green, blue, opacity), row by row from the top. */
export type Pixels = { width: number; height: number; data: Uint8Array };

/** How high the eye stands over the front of the model, whose z points up: as a jaw is held to look at. */
const ELEVATION = (50 * Math.PI) / 180;
const [SIN, COS] = [Math.sin(ELEVATION), Math.cos(ELEVATION)];
const MARGIN = 0.04;
const SURFACE = [214, 202, 180] as const;
const MOST_POINTS = 4_000_000;

/**
 * Draws a mesh without a graphics card, in two readings of it: the first (`measure`) finds how large it is and keeps its points, if
 * it has any, the second (`draw`) draws each triangle into a depth buffer. Loose triangles are never all in memory.
 */
export class MeshPicture {
  private readonly points = growingFloats();
  private left = Number.POSITIVE_INFINITY;
  private right = Number.NEGATIVE_INFINITY;
  private low = Number.POSITIVE_INFINITY;
  private high = Number.NEGATIVE_INFINITY;
  private readonly depth: Float32Array;
  private readonly pixels: Uint8Array;

  constructor(
    private readonly width: number,
    private readonly height: number,
  ) {
    this.depth = new Float32Array(width * height).fill(Number.POSITIVE_INFINITY);
    this.pixels = new Uint8Array(width * height * 4);
  }

  readonly measure: MeshSink = {
    triangle: (ax, ay, az, bx, by, bz, cx, cy, cz) => {
      this.stretch(ax, ay, az);
      this.stretch(bx, by, bz);
      this.stretch(cx, cy, cz);
    },
    point: (x, y, z) => {
      const { points } = this;
      if (points.length >= MOST_POINTS * 3) throw new MeshFault("This scan has too many points for a small picture.");
      points.room(3);
      points.array[points.length++] = x;
      points.array[points.length++] = y;
      points.array[points.length++] = z;
      if (!Number.isNaN(x)) this.stretch(x, y, z);
    },
    face: () => {},
  };

  readonly draw: MeshSink = {
    triangle: (...corners) => this.fill(...corners),
    point: () => {},
    face: (a, b, c) => {
      const at = this.points.array;
      const n = (point: number, axis: number) => at[point * 3 + axis] as number;
      if (Number.isNaN(n(a, 0) + n(b, 0) + n(c, 0))) return;
      this.fill(n(a, 0), n(a, 1), n(a, 2), n(b, 0), n(b, 1), n(b, 2), n(c, 0), n(c, 1), n(c, 2));
    },
  };

  /** The picture. Refuses (MeshFault) when nothing was drawn. */
  done(): Pixels {
    if (!this.depth.some(Number.isFinite)) throw new MeshFault("There is no surface in this scan.");
    return { width: this.width, height: this.height, data: this.pixels };
  }

  private stretch(x: number, y: number, z: number): void {
    const up = y * SIN + z * COS;
    this.left = Math.min(this.left, x);
    this.right = Math.max(this.right, x);
    this.low = Math.min(this.low, up);
    this.high = Math.max(this.high, up);
  }

  private fill(...[ax, ay, az, bx, by, bz, cx, cy, cz]: Parameters<MeshSink["triangle"]>): void {
    const { width, height } = this;
    const room = 1 - 2 * MARGIN;
    const scale = Math.min(
      (width * room) / (this.right - this.left || 1),
      (height * room) / (this.high - this.low || 1),
    );
    const [middle, centre] = [(this.left + this.right) / 2, (this.low + this.high) / 2];
    const px = (x: number) => width / 2 + (x - middle) * scale;
    const py = (y: number, z: number) => height / 2 - (y * SIN + z * COS - centre) * scale;
    const [x0, y0, d0] = [px(ax), py(ay, az), ay * COS - az * SIN];
    const [x1, y1, d1] = [px(bx), py(by, bz), by * COS - bz * SIN];
    const [x2, y2, d2] = [px(cx), py(cy, cz), cy * COS - cz * SIN];
    const area = (x1 - x0) * (y2 - y0) - (x2 - x0) * (y1 - y0);
    if (!(Math.abs(area) > 1e-9)) return;
    const light = brightness(bx - ax, by - ay, bz - az, cx - ax, cy - ay, cz - az);
    const fromX = Math.max(0, Math.ceil(Math.min(x0, x1, x2) - 0.5));
    const toX = Math.min(width - 1, Math.floor(Math.max(x0, x1, x2) - 0.5));
    const fromY = Math.max(0, Math.ceil(Math.min(y0, y1, y2) - 0.5));
    const toY = Math.min(height - 1, Math.floor(Math.max(y0, y1, y2) - 0.5));
    for (let y = fromY; y <= toY; y++) {
      for (let x = fromX; x <= toX; x++) {
        const w1 = ((x + 0.5 - x0) * (y2 - y0) - (x2 - x0) * (y + 0.5 - y0)) / area;
        const w2 = ((x1 - x0) * (y + 0.5 - y0) - (x + 0.5 - x0) * (y1 - y0)) / area;
        if (w1 < 0 || w2 < 0 || w1 + w2 > 1) continue;
        const at = y * width + x;
        const depth = d0 + w1 * (d1 - d0) + w2 * (d2 - d0);
        if (depth >= (this.depth[at] as number)) continue;
        this.depth[at] = depth;
        this.pixels[at * 4] = SURFACE[0] * light;
        this.pixels[at * 4 + 1] = SURFACE[1] * light;
        this.pixels[at * 4 + 2] = SURFACE[2] * light;
        this.pixels[at * 4 + 3] = 255;
      }
    }
  }
}

/** How bright a face of these two sides is, 0.25–1: lit from the eye and a little from the left, alike on both its sides. */
function brightness(ux: number, uy: number, uz: number, vx: number, vy: number, vz: number): number {
  const [nx, ny, nz] = [uy * vz - uz * vy, uz * vx - ux * vz, ux * vy - uy * vx];
  const length = Math.hypot(nx, ny, nz) || 1;
  return 0.25 + (0.75 * Math.abs(nx * -0.3 - ny * COS * 0.95 + nz * SIN * 0.95)) / length / 1.05;
}
