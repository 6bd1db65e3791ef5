"use client";

import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import { meshFormat } from "@/lib/files/mesh/read-mesh";
import { loadMesh, type MeshLoading } from "./load-mesh";
import type { LoadedMesh } from "./loaded-mesh";
import { ScanMeasure } from "./scan-measure";
import { type MeshLook, ScanScene } from "./scan-scene";
import { ScanSection } from "./scan-section";
import { seemsYUp, turned } from "./upright";

/** A file of a case that can be shown as a scan; `sizeBytes` in bytes. */
export type ScanFile = { id: string; name: string; mediaType: string; sizeBytes: number };

export type Scan = ScanFile & {
  state: "waiting" | "loading" | "ready" | "failed";
  share: number;
  problem?: string;
  look: MeshLook;
  /** Whether the file has colours of its own. */
  coloured: boolean;
  triangles: number;
  dropped: number;
  /** Width, depth and height in millimetres. */
  size: [number, number, number] | null;
};

export type Stage = { scene: ScanScene; section: ScanSection; measure: ScanMeasure };

const COLOURS = ["#e6d8bd", "#9fc6d8", "#d8a79d", "#b5c995", "#c8b4de", "#dfc268"];

const scanOf = (file: ScanFile, index: number, visible: boolean): Scan => ({
  ...file,
  state: "waiting",
  share: 0,
  look: { visible, colour: COLOURS[index % COLOURS.length] as string, opacity: 1, natural: true },
  coloured: false,
  triangles: 0,
  dropped: 0,
  size: null,
});

/**
 * The scans of a viewer: what of them is loaded, how each looks, and the stage they stand on, made on `canvas`. A scan is fetched
 * when it is first to be seen. `noWebgl` says that this browser cannot draw them at all.
 */
export function useScans(
  files: readonly ScanFile[],
  first: readonly string[],
  canvas: RefObject<HTMLCanvasElement | null>,
) {
  const [scans, setScans] = useState<Scan[]>(() => files.map((file, i) => scanOf(file, i, first.includes(file.id))));
  const [stage, setStage] = useState<Stage | null>(null);
  const [noWebgl, setNoWebgl] = useState(false);
  const [yUp, setYUp] = useState<boolean | null>(null);
  const loaded = useRef(new Map<string, LoadedMesh>());
  const loadings = useRef(new Map<string, MeshLoading>());
  const upright = useRef<boolean | null>(null);
  const latest = useRef(scans);
  latest.current = scans;

  const change = useCallback((id: string, changes: Partial<Scan>) => {
    setScans((all) => all.map((scan) => (scan.id === id ? { ...scan, ...changes } : scan)));
  }, []);

  useEffect(() => {
    if (!canvas.current) return;
    let made: Stage;
    try {
      const scene = new ScanScene(canvas.current);
      const section = new ScanSection(scene);
      made = { scene, section, measure: new ScanMeasure(scene, section) };
    } catch {
      setNoWebgl(true);
      return;
    }
    setStage(made);
    const watching = new ResizeObserver(() => made.scene.resize());
    watching.observe(canvas.current.parentElement as HTMLElement);
    const lost = () => setNoWebgl(true);
    canvas.current.addEventListener("webglcontextlost", lost);
    const [place, open, kept] = [canvas.current, loadings.current, loaded.current];
    return () => {
      watching.disconnect();
      place.removeEventListener("webglcontextlost", lost);
      for (const loading of open.values()) loading.stop();
      open.clear();
      kept.clear();
      made.measure.dispose();
      made.section.dispose();
      made.scene.dispose();
      setStage(null);
      setScans((all) => all.map((scan) => (scan.state === "failed" ? scan : { ...scan, state: "waiting", share: 0 })));
    };
  }, [canvas]);

  const load = useCallback(
    async (scan: Scan, on: Stage) => {
      const format = meshFormat(scan.mediaType);
      if (!format) return;
      change(scan.id, { state: "loading", share: 0, problem: undefined });
      const loading = loadMesh(scan.id, format, scan.sizeBytes, (share) => change(scan.id, { share }));
      loadings.current.set(scan.id, loading);
      try {
        const mesh = await loading.done;
        upright.current ??= seemsYUp(mesh);
        setYUp(upright.current);
        loaded.current.set(scan.id, upright.current ? turned(mesh, true) : mesh);
        const [x0, y0, z0, x1, y1, z1] = mesh.box;
        on.scene.add(scan.id, mesh, latest.current.find(({ id }) => id === scan.id)?.look ?? scan.look);
        if (!on.scene.touched) on.scene.reset();
        on.section.trace();
        change(scan.id, {
          state: "ready",
          triangles: mesh.index.length / 3,
          dropped: mesh.dropped,
          coloured: mesh.colours !== null,
          size: [x1 - x0, y1 - y0, z1 - z0],
        });
      } catch (error) {
        change(scan.id, { state: "failed", problem: (error as Error).message });
      } finally {
        loadings.current.delete(scan.id);
      }
    },
    [change],
  );

  useEffect(() => {
    if (!stage) return;
    for (const scan of scans) {
      if (scan.state === "waiting" && scan.look.visible && !loadings.current.has(scan.id)) void load(scan, stage);
    }
  }, [scans, stage, load]);

  useEffect(() => {
    setScans((all) => files.map((file, i) => all.find(({ id }) => id === file.id) ?? scanOf(file, i, false)));
    for (const id of [...loaded.current.keys()].filter((known) => !files.some((file) => file.id === known))) {
      loaded.current.delete(id);
      stage?.scene.remove(id);
    }
    stage?.section.trace();
  }, [files, stage]);

  const setLook = useCallback(
    (id: string, look: MeshLook) => {
      change(id, { look });
      stage?.scene.show(id, look);
      stage?.section.trace();
    },
    [change, stage],
  );

  const turn = useCallback(
    (up: boolean) => {
      if (!stage || upright.current === up) return;
      upright.current = up;
      setYUp(up);
      stage.measure.clear();
      for (const scan of scans) {
        const mesh = loaded.current.get(scan.id);
        if (!mesh) continue;
        stage.scene.remove(scan.id);
        stage.scene.add(scan.id, turned(mesh, up), scan.look);
      }
      stage.section.set(null);
      stage.scene.reset();
    },
    [stage, scans],
  );

  const again = useCallback((id: string) => change(id, { state: "waiting", share: 0, problem: undefined }), [change]);
  return { scans, stage, noWebgl, yUp, setLook, turn, again };
}
