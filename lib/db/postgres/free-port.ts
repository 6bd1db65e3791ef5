import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";

/** Whether a server could listen there now. */
export function isPortFree(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });
}

/** A port of 127.0.0.1 that nothing listens on. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

/** The port kept in the file, when it is still free; else a new one, kept there from now on. */
export async function rememberedPort(file: string): Promise<number> {
  const kept = await keptPort(file);
  if (await isPortFree(kept, "127.0.0.1")) return kept;
  return keep(file, await freePort());
}

/** The port kept in the file, chosen at first use. */
export async function keptPort(file: string): Promise<number> {
  const kept = existsSync(file) ? Number(readFileSync(file, "utf8")) : 0;
  return kept || keep(file, await freePort());
}

function keep(file: string, port: number): number {
  writeFileSync(file, String(port), { mode: 0o600 });
  return port;
}
