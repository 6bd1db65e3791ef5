import { Plane, Vector3 } from "three";
import { LineMaterial } from "three/examples/jsm/lines/LineMaterial.js";
import { LineSegments2 } from "three/examples/jsm/lines/LineSegments2.js";
import { LineSegmentsGeometry } from "three/examples/jsm/lines/LineSegmentsGeometry.js";
import { type Cut, cutAcross } from "@/lib/files/mesh/section";
import type { ScanScene } from "./scan-scene";

/** A cut across an axis (0 = left–right, 1 = front–back, 2 = up–down) at so many millimetres; `flipped` shows the other side. */
export type Section = { axis: 0 | 1 | 2; at: number; flipped: boolean };

const LINE = 0xd6362b;

/** Cuts all that a scene shows at a plane, and draws the line of the cut. */
export class ScanSection {
  private readonly plane = new Plane();
  private readonly lines = new LineSegments2(
    new LineSegmentsGeometry(),
    new LineMaterial({ color: LINE, linewidth: 2.5 }),
  );
  private room: Cut = { ends: new Float32Array(0), count: 0 };
  private section: Section | null = null;

  constructor(private readonly scene: ScanScene) {
    this.lines.visible = false;
    this.lines.frustumCulled = false;
    this.lines.renderOrder = 1;
    scene.scene.add(this.lines);
  }

  set(section: Section | null): void {
    this.section = section;
    if (section) {
      const side = section.flipped ? 1 : -1;
      this.plane.set(new Vector3().setComponent(section.axis, side), -side * section.at);
    }
    this.scene.cutBy(section ? [this.plane] : []);
    this.trace();
  }

  /** Draws the line again, after meshes came, went or changed their look. */
  trace(): void {
    this.lines.visible = false;
    if (!this.section) {
      this.scene.draw();
      return;
    }
    let ends = new Float32Array(0);
    for (const mesh of this.scene.meshes.values()) {
      if (!mesh.visible) continue;
      const positions = mesh.geometry.getAttribute("position").array as Float32Array;
      const index = mesh.geometry.getIndex()?.array as Uint32Array;
      this.room = cutAcross({ positions, index }, this.section.axis, this.section.at, this.room);
      const joined = new Float32Array(ends.length + this.room.count * 6);
      joined.set(ends);
      joined.set(this.room.ends.subarray(0, this.room.count * 6), ends.length);
      ends = joined;
    }
    if (ends.length > 0) {
      this.lines.geometry.dispose();
      this.lines.geometry = new LineSegmentsGeometry().setPositions(ends);
      this.lines.visible = true;
    }
    this.scene.draw();
  }

  /** Whether a place was cut away. */
  hides(place: Vector3): boolean {
    return this.section !== null && this.plane.distanceToPoint(place) < 0;
  }

  dispose(): void {
    this.lines.geometry.dispose();
    this.lines.material.dispose();
  }
}
