import {
  BufferGeometry,
  Line,
  LineBasicMaterial,
  Mesh,
  MeshBasicMaterial,
  Raycaster,
  SphereGeometry,
  Vector2,
  type Vector3,
} from "three";
import type { ScanScene } from "./scan-scene";
import type { ScanSection } from "./scan-section";

const COLOUR = 0xd6362b;
const MARK_PIXELS = 6;

/** Points that are picked on what a scene shows, at most two, and the line between them. */
export class ScanMeasure {
  private readonly points: Vector3[] = [];
  private readonly material = new MeshBasicMaterial({ color: COLOUR, depthTest: false });
  private readonly marks = [0, 1].map(() => new Mesh(new SphereGeometry(1, 16, 12), this.material));
  private readonly line = new Line(new BufferGeometry(), new LineBasicMaterial({ color: COLOUR, depthTest: false }));
  private readonly ray = new Raycaster();

  constructor(
    private readonly scene: ScanScene,
    private readonly section: ScanSection,
  ) {
    for (const part of [...this.marks, this.line]) {
      part.renderOrder = 2;
      part.visible = false;
      scene.scene.add(part);
    }
    scene.beforeDrawing.push(() => {
      const size = MARK_PIXELS * scene.millimetresPerPixel;
      for (const mark of this.marks) mark.scale.setScalar(size);
    });
  }

  /**
   * Picks what lies at a place of the canvas, −1 to 1 from left to right and from bottom to top. A third point begins anew.
   * @returns how many points there are now, or null when nothing lies there.
   */
  pick(x: number, y: number): number | null {
    this.scene.camera.updateMatrixWorld();
    this.ray.setFromCamera(new Vector2(x, y), this.scene.camera);
    const shown = [...this.scene.meshes.values()].filter(({ visible }) => visible);
    const hit = this.ray.intersectObjects(shown, false).find(({ point }) => !this.section.hides(point));
    if (!hit) return null;
    if (this.points.length === 2) this.points.length = 0;
    this.points.push(hit.point);
    this.showPoints();
    return this.points.length;
  }

  clear(): void {
    this.points.length = 0;
    this.showPoints();
  }

  /** Millimetres between the two points; null until there are two. */
  get distance(): number | null {
    const [from, to] = this.points;
    return from && to ? from.distanceTo(to) : null;
  }

  private showPoints(): void {
    for (const [i, mark] of this.marks.entries()) {
      const point = this.points[i];
      mark.visible = point !== undefined;
      if (point) mark.position.copy(point);
    }
    this.line.visible = this.points.length === 2;
    if (this.line.visible) this.line.geometry.setFromPoints(this.points);
    this.line.frustumCulled = false;
    this.scene.draw();
  }

  dispose(): void {
    for (const { geometry } of [...this.marks, this.line]) geometry.dispose();
    this.material.dispose();
    this.line.material.dispose();
  }
}
