import { stlOf } from "../../lib/files/mesh/write-mesh";
import { jaw } from "../../prisma/seed/jaw";

/** A jaw as a file that a browser sends. */
export const jawFile = (name: string, upper: boolean, prepared: number | null = null) => ({
  name,
  mimeType: "model/stl",
  buffer: stlOf(jaw(upper, prepared)),
});
