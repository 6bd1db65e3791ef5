import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { runInNewContext } from "node:vm";
import { gzipSync } from "node:zlib";
import { type Figure, figure } from "./figure";

const BUILD = ".next";
const sizes = new Map<string, number>();

function gzipped(file: string): number {
  let size = sizes.get(file);
  if (size === undefined) {
    size = gzipSync(readFileSync(path.join(BUILD, file))).length;
    sizes.set(file, size);
  }
  return size;
}

type ClientManifest = { entryJSFiles: Record<string, string[]> };

/** The JavaScript a route's page asks for before anything is pressed, in KB gzip: what every page needs and what its own parts need. */
export function firstLoadFigures(): Figure[] {
  const shared = (
    JSON.parse(readFileSync(path.join(BUILD, "build-manifest.json"), "utf8")) as { rootMainFiles: string[] }
  ).rootMainFiles;
  const manifests = readdirSync(path.join(BUILD, "server/app"), { recursive: true, encoding: "utf8" }).filter((file) =>
    file.endsWith("page_client-reference-manifest.js"),
  );
  const served = manifests.filter((file) => !file.startsWith("design/")); // the page of components answers in development only
  return served.sort().map((file) => {
    const context: { globalThis?: unknown; __RSC_MANIFEST?: Record<string, ClientManifest> } = {};
    context.globalThis = context;
    runInNewContext(readFileSync(path.join(BUILD, "server/app", file), "utf8"), context);
    const manifest = Object.values(context.__RSC_MANIFEST ?? {})[0];
    const wanted = new Set(
      [...shared, ...Object.values(manifest?.entryJSFiles ?? {}).flat()].map((name) => name.replace(/^\/?_next\//, "")),
    );
    const bytes = [...wanted].filter((name) => name.endsWith(".js")).reduce((sum, name) => sum + gzipped(name), 0);
    const route = `/${path.dirname(file)}`.replaceAll(/\/\([^)]*\)/g, "").replace(/\/\.$/, "") || "/";
    return figure(`first-load JavaScript of ${route} (KB gzip)`, "<= 250", bytes / 1024);
  });
}
