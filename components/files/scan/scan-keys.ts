import { Spherical, Vector3 } from "three";
import type { ScanScene } from "./scan-scene";
import { VIEW_NAMES, VIEWS } from "./views";

const TURN = Math.PI / 24;
const STEP_PIXELS = 30;

export const KEYS_HELP =
  "Arrow keys turn the model, with Shift they move it; plus and minus zoom; 1 to 6 show it from the front, back, left, right, top and bottom; 0 shows all of it. Enter marks a point in the middle while measuring.";

/** Does what a key means to the model; answers whether it means anything. */
export function pressKey(scene: ScanScene, { key, shiftKey }: { key: string; shiftKey: boolean }): boolean {
  const view = VIEW_NAMES.find((name) => VIEWS[name].key === key);
  if (view) scene.view(view);
  else if (key === "0" || key === "Home") scene.reset();
  else if (key === "+" || key === "=") zoom(scene, 1.2);
  else if (key === "-" || key === "_") zoom(scene, 1 / 1.2);
  else if (key === "ArrowLeft") turnOrMove(scene, shiftKey, 1, 0);
  else if (key === "ArrowRight") turnOrMove(scene, shiftKey, -1, 0);
  else if (key === "ArrowUp") turnOrMove(scene, shiftKey, 0, 1);
  else if (key === "ArrowDown") turnOrMove(scene, shiftKey, 0, -1);
  else return false;
  return true;
}

function zoom({ camera, controls, draw }: ScanScene, by: number): void {
  camera.zoom = Math.min(controls.maxZoom, Math.max(controls.minZoom, camera.zoom * by));
  camera.updateProjectionMatrix();
  draw();
}

function turnOrMove(scene: ScanScene, move: boolean, x: number, y: number): void {
  const { camera, controls } = scene;
  if (move) {
    const right = new Vector3().setFromMatrixColumn(camera.matrix, 0);
    const up = new Vector3().setFromMatrixColumn(camera.matrix, 1);
    const step = scene.millimetresPerPixel * STEP_PIXELS;
    const by = right.multiplyScalar(x * step).addScaledVector(up, -y * step);
    controls.target.add(by);
    camera.position.add(by);
  } else {
    // Spherical counts its polar angle from y; the model stands on z.
    const offset = camera.position.clone().sub(controls.target);
    const round = new Spherical().setFromVector3(new Vector3(offset.x, offset.z, -offset.y));
    round.theta -= x * TURN;
    round.phi -= y * TURN;
    round.makeSafe();
    const turned = new Vector3().setFromSpherical(round);
    camera.position.copy(controls.target).add(new Vector3(turned.x, -turned.z, turned.y));
  }
  controls.update();
  scene.draw();
}
