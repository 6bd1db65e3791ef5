const composed = (heads: string, tails: string, known: string): string[] => [
  ...known.split(" "),
  ...heads.split(" ").flatMap((head) => tails.split(" ").map((tail) => head + tail)),
];
/** Given names, as many as a country has; the first are those that the searches ask for. */
export const GIVEN = composed(
  "Al Bel Cor Dan El Fer Gil Hal Is Jo Ka Lu Mar Nor",
  "a bert ena ia ian ina io mund ra vin win y",
  "Anna David Élodie",
);
/** Family names, likewise. */
export const FAMILY = composed(
  "Ash Black Brad Car Clay Dun East Fair Green Hal Hart High Kings Lang Mar Mill New North Old Pres Red Ros Shel South Stan Thorn Wal West Whit Wood",
  "berg brook burn bury by croft dale den field ford gate ham hurst land ley man more ridge son stead stone ton ville ward water well wick wood worth",
  "Müller Okafor Smith",
);
