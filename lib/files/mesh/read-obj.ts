import type { ByteSource } from "./byte-source";
import { eachLine } from "./lines";
import { isPlace, type MeshSink, NO_COLOUR } from "./mesh";

const MOST_CORNERS = 64;

/**
 * Reads an OBJ: its points (with a colour behind them, as scanners write it) and faces, these as fans of triangles.
 * @returns how many faces were left out because they speak of points that are not there.
 */
export async function readObj(source: ByteSource, sink: MeshSink): Promise<number> {
  let points = 0;
  let dropped = 0;
  const corners: number[] = [];
  await eachLine(source, (said) => {
    const line = said.trim();
    if (line.startsWith("v ") || line.startsWith("v\t")) {
      const [, x, y, z, red, green, blue] = line.split(/\s+/).map(Number) as [
        number,
        number,
        number,
        number,
        number?,
        number?,
        number?,
      ];
      const coloured = red !== undefined && green !== undefined && blue !== undefined;
      const [r, g, b] = coloured ? [red * 255, green * 255, blue * 255] : [NO_COLOUR, NO_COLOUR, NO_COLOUR];
      points++;
      if (isPlace(x, y, z)) sink.point(x, y, z, r, g, b);
      else sink.point(Number.NaN, Number.NaN, Number.NaN, r, g, b);
    } else if (line.startsWith("f ") || line.startsWith("f\t")) {
      const words = line.split(/\s+/);
      corners.length = 0;
      for (let i = 1; i < words.length && i <= MOST_CORNERS; i++) {
        const number = Number.parseInt(words[i] as string, 10);
        corners.push(number < 0 ? points + number : number - 1);
      }
      const known = corners.every((corner) => corner >= 0 && corner < points);
      if (corners.length < 3 || words.length - 1 > MOST_CORNERS || !known) dropped++;
      else
        for (let i = 2; i < corners.length; i++)
          sink.face(corners[0] as number, corners[i - 1] as number, corners[i] as number);
    }
  });
  return dropped;
}
