// A generator for Prisma that generates nothing but a note of what the schema files say. It speaks Prisma's generator
// protocol: JSON-RPC, asked on standard input, answered on standard error.
import { writeFileSync } from "node:fs";
import { createInterface } from "node:readline";

createInterface({ input: process.stdin }).on("line", (line) => {
  const { id, method, params } = JSON.parse(line);
  if (method === "generate") writeFileSync(process.env.CASEPAN_METADATA, JSON.stringify(params.dmmf.datamodel));
  const result = method === "getManifest" ? { manifest: { prettyName: "Metadata", defaultOutput: "." } } : null;
  process.stderr.write(`${JSON.stringify({ jsonrpc: "2.0", id, result })}\n`);
});
