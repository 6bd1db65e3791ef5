/** Implant systems that are offered while typing, with their platforms (makers' own names; any other may be written). */
export const IMPLANT_SYSTEMS: Record<string, readonly string[]> = {
  "Straumann BLT": ["NC", "RC"],
  "Straumann BLX": ["RB", "WB"],
  "Straumann TL": ["NNC", "RN", "WN"],
  NobelActive: ["3.0", "NP", "RP", "WP"],
  NobelReplace: ["NP", "RP", "WP", "6.0"],
  "Astra Tech EV": ["3.0", "3.6", "4.2", "4.8", "5.4"],
  "Zimmer Biomet TSV": ["3.5", "4.5", "5.7"],
  "Osstem TS": ["Mini", "Regular"],
  "MegaGen AnyRidge": ["3.5"],
  "Neodent GM": ["GM"],
  BioHorizons: ["3.0", "3.5", "4.5", "5.7"],
  Camlog: ["3.3", "3.8", "4.3", "5.0", "6.0"],
};
