import {
  AmbientLight,
  Box3,
  BufferAttribute,
  BufferGeometry,
  DirectionalLight,
  DoubleSide,
  Mesh,
  MeshPhongMaterial,
  OrthographicCamera,
  type Plane,
  Scene,
  Sphere,
  Vector3,
  WebGLRenderer,
} from "three";
import { OrbitControls } from "three/examples/jsm/controls/OrbitControls.js";
import type { LoadedMesh } from "./loaded-mesh";
import { FIRST_VIEW, VIEWS, type ViewName } from "./views";

/** How a mesh shows: `opacity` 0–1; `natural` with the colours of its own file. */
export type MeshLook = { visible: boolean; colour: string; opacity: number; natural: boolean };
export type ShownMesh = Mesh<BufferGeometry, MeshPhongMaterial>;

/** A flat look is truer to few triangles, a smooth one to a scan's many. */
const SMOOTH_FROM = 5000;
const MARGIN = 1.1;

/** A drawing of meshes on a canvas: draws again only when something changed. Throws where there is no WebGL. */
export class ScanScene {
  readonly scene = new Scene();
  readonly camera = new OrthographicCamera(-1, 1, 1, -1, -1000, 1000);
  readonly controls: OrbitControls;
  readonly meshes = new Map<string, ShownMesh>();
  /** Called before each drawing. */
  readonly beforeDrawing: (() => void)[] = [];
  /** Whether a person chose what is looked at since the last reset. */
  touched = false;
  private readonly renderer: WebGLRenderer;
  private readonly light = new DirectionalLight(0xffffff, 2.2);
  private waiting = 0;
  private halfWidth = 10;
  private halfHeight = 10;
  private planes: Plane[] = [];

  constructor(readonly canvas: HTMLCanvasElement) {
    this.renderer = new WebGLRenderer({ canvas, antialias: true, alpha: true });
    this.renderer.localClippingEnabled = true;
    this.renderer.setPixelRatio(Math.min(2, window.devicePixelRatio));
    this.camera.up.set(0, 0, 1);
    this.scene.add(new AmbientLight(0xffffff, 1.1), this.light, this.light.target);
    this.controls = new OrbitControls(this.camera, canvas);
    this.controls.addEventListener("change", this.draw);
    this.controls.addEventListener("start", () => {
      this.touched = true;
    });
    this.look(new Vector3(...FIRST_VIEW));
  }

  add(id: string, loaded: LoadedMesh, look: MeshLook): void {
    const geometry = new BufferGeometry();
    geometry.setIndex(new BufferAttribute(loaded.index, 1));
    geometry.setAttribute("position", new BufferAttribute(loaded.positions, 3));
    geometry.setAttribute("normal", new BufferAttribute(loaded.normals, 3));
    if (loaded.colours) geometry.setAttribute("color", new BufferAttribute(loaded.colours, 3, true));
    geometry.boundingBox = new Box3(new Vector3(...loaded.box.slice(0, 3)), new Vector3(...loaded.box.slice(3)));
    geometry.boundingSphere = geometry.boundingBox.getBoundingSphere(new Sphere());
    const material = new MeshPhongMaterial({ side: DoubleSide, shininess: 18, specular: 0x333333 });
    material.flatShading = loaded.index.length / 3 < SMOOTH_FROM;
    material.clippingPlanes = this.planes;
    const mesh = new Mesh(geometry, material);
    this.meshes.set(id, mesh);
    this.scene.add(mesh);
    this.show(id, look);
  }

  remove(id: string): void {
    const mesh = this.meshes.get(id);
    if (!mesh) return;
    this.scene.remove(mesh);
    mesh.geometry.dispose();
    mesh.material.dispose();
    this.meshes.delete(id);
    this.draw();
  }

  show(id: string, { visible, colour, opacity, natural }: MeshLook): void {
    const mesh = this.meshes.get(id);
    if (!mesh) return;
    const { material } = mesh;
    const coloured = natural && mesh.geometry.hasAttribute("color");
    if (material.vertexColors !== coloured || material.transparent !== opacity < 1) material.needsUpdate = true;
    material.vertexColors = coloured;
    material.color.set(coloured ? "#ffffff" : colour);
    material.opacity = opacity;
    material.transparent = opacity < 1;
    material.depthWrite = opacity === 1;
    mesh.visible = visible && opacity > 0;
    this.draw();
  }

  /** The box around all that is shown; around all there is when nothing is. */
  box(): Box3 {
    const all = [...this.meshes.values()];
    const visible = all.filter((mesh) => mesh.visible);
    const box = new Box3();
    for (const mesh of visible.length > 0 ? visible : all) box.union(mesh.geometry.boundingBox as Box3);
    return box;
  }

  cutBy(planes: Plane[]): void {
    this.planes = planes;
    for (const { material } of this.meshes.values()) material.clippingPlanes = planes;
    this.draw();
  }

  view(name: ViewName): void {
    this.touched = true;
    this.look(new Vector3(...VIEWS[name].from));
  }

  reset(): void {
    this.touched = false;
    this.look(new Vector3(...FIRST_VIEW));
  }

  /** Turns to look from a direction, with everything in the picture. */
  private look(from: Vector3): void {
    const box = this.box();
    const sphere = box.getBoundingSphere(new Sphere());
    const radius = Math.max(1, sphere.radius || 1);
    const centre = sphere.isEmpty() ? new Vector3() : sphere.center;
    this.controls.target.copy(centre);
    this.camera.position.copy(centre).addScaledVector(from.normalize(), radius * 4);
    this.camera.near = -radius * 20;
    this.camera.far = radius * 40;
    this.camera.zoom = 1;
    this.camera.lookAt(centre);
    this.camera.updateMatrixWorld();
    const seen = box.isEmpty() ? box : box.clone().applyMatrix4(this.camera.matrixWorldInverse);
    const reach = seen.getSize(new Vector3()).multiplyScalar(MARGIN / 2);
    [this.halfWidth, this.halfHeight] = box.isEmpty() ? [10, 10] : [Math.max(1, reach.x), Math.max(1, reach.y)];
    this.controls.minZoom = 0.2;
    this.controls.maxZoom = 60;
    this.resize();
    this.controls.update();
  }

  /** Fits the drawing to the canvas's place on the page. */
  resize(): void {
    const { clientWidth: width, clientHeight: height } = this.canvas.parentElement ?? this.canvas;
    if (width === 0 || height === 0) return;
    const ratio = width / height;
    const y = Math.max(this.halfHeight, this.halfWidth / ratio);
    const x = y * ratio;
    [this.camera.left, this.camera.right, this.camera.top, this.camera.bottom] = [-x, x, y, -y];
    this.camera.updateProjectionMatrix();
    this.renderer.setSize(width, height, false);
    this.draw();
  }

  /** Millimetres that one pixel of the page covers. */
  get millimetresPerPixel(): number {
    return (this.camera.top - this.camera.bottom) / this.camera.zoom / Math.max(1, this.canvas.clientHeight);
  }

  readonly draw = (): void => {
    if (this.waiting) return;
    this.waiting = requestAnimationFrame(() => {
      this.waiting = 0;
      this.drawNow();
    });
  };

  private drawNow(): void {
    for (const prepare of this.beforeDrawing) prepare();
    this.light.position.copy(this.camera.position);
    this.light.target.position.copy(this.controls.target);
    this.renderer.render(this.scene, this.camera);
  }

  /** What is seen, as a PNG on white. */
  async picture(): Promise<Blob | null> {
    this.renderer.setClearColor(0xffffff, 1);
    this.drawNow();
    const taken = new Promise<Blob | null>((resolve) => this.canvas.toBlob(resolve, "image/png"));
    this.renderer.setClearColor(0x000000, 0);
    this.draw();
    return taken;
  }

  dispose(): void {
    cancelAnimationFrame(this.waiting);
    for (const id of [...this.meshes.keys()]) this.remove(id);
    cancelAnimationFrame(this.waiting);
    this.controls.dispose();
    this.renderer.dispose();
  }
}
