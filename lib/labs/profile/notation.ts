export const TOOTH_NOTATIONS = ["fdi", "universal", "palmer"] as const;
export const TOOTH_NOTATION_LABEL: Record<(typeof TOOTH_NOTATIONS)[number], string> = {
  fdi: "FDI (11–48)",
  universal: "Universal (1–32)",
  palmer: "Palmer",
};
