import type { ByteSource } from "./byte-source";
import { isPlace, type MeshSink, NO_COLOUR } from "./mesh";
import { type PlyElement, plyHeader } from "./ply-header";
import { eachRow } from "./ply-rows";

/**
 * Reads a PLY, text or binary of either byte order: points with their colours, and faces as fans of triangles; all else is passed over.
 * @returns how many faces were left out because they speak of points that are not there. Refuses (MeshFault) what is cut off.
 */
export async function readPly(source: ByteSource, sink: MeshSink): Promise<number> {
  const { encoding, elements } = await plyHeader(source);
  let points = 0;
  let dropped = 0;
  for (const element of elements) {
    if (element.name === "vertex") {
      const at = (...names: string[]) =>
        element.properties.findIndex(({ name, count }) => names.includes(name) && !count);
      const [x, y, z] = [at("x"), at("y"), at("z")];
      const [red, green, blue] = [at("red", "diffuse_red"), at("green", "diffuse_green"), at("blue", "diffuse_blue")];
      const scale = element.properties[red]?.type.startsWith("float") ? 255 : 1;
      const coloured = red >= 0 && green >= 0 && blue >= 0;
      await eachRow(source, encoding, element, (values) => {
        const place = [values[x] ?? Number.NaN, values[y] ?? Number.NaN, values[z] ?? Number.NaN] as const;
        const shown = isPlace(...place) ? place : ([Number.NaN, Number.NaN, Number.NaN] as const);
        const colour = (which: number) => (coloured ? (values[which] ?? 0) * scale : NO_COLOUR);
        points++;
        sink.point(...shown, colour(red), colour(green), colour(blue));
      });
    } else if (element.name === "face") {
      await eachRow(
        source,
        encoding,
        element,
        (_, corners) => {
          const known = corners.every((corner) => Number.isInteger(corner) && corner >= 0 && corner < points);
          if (corners.length < 3 || !known) dropped++;
          else
            for (let i = 2; i < corners.length; i++)
              sink.face(corners[0] as number, corners[i - 1] as number, corners[i] as number);
        },
        cornersOf(element),
      );
    } else await eachRow(source, encoding, element, () => {});
  }
  return dropped;
}

const cornersOf = ({ properties }: PlyElement) =>
  properties.findIndex(({ name, count }) => count && (name === "vertex_indices" || name === "vertex_index"));
