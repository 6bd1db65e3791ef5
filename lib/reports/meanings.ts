import type { FigureMeaning, Part } from "./result";

/** Makers of a headline figure's meaning: its key, name, definition, what is behind it (null: nothing of the report), which way is good, and where it is listed elsewhere. */
type Maker = (
  key: string,
  label: string,
  definition: string,
  part: Part | null,
  better?: FigureMeaning["better"],
  elsewhere?: string,
) => FigureMeaning;

const maker =
  (format: FigureMeaning["format"]): Maker =>
  (key, label, definition, part, better, elsewhere) => ({ key, label, definition, format, part, better, elsewhere });

export const count = maker({ style: "number" });
export const decimal = maker({ style: "number", decimals: 2 });
export const rate = maker({ style: "percent", decimals: 1 });
export const hours = maker({ style: "hours", decimals: 1 });
export const days = maker({ style: "days", decimals: 1 });
export const money = maker({ style: "money" });
export const words = maker({ style: "text" });
