/** A mesh in millimetres: three numbers a point, three point numbers a triangle, red, green and blue of each point. */
export type Model = { positions: number[]; index: number[]; colours: number[] };

const ALONG = 170;
const ACROSS = 26;
const TEETH = 14;
const GUM = [196, 122, 118] as const;
const ENAMEL = [228, 218, 196] as const;

/**
 * An arch of fourteen teeth on its ridge, as an intra-oral scanner would see it: open below, z upwards, the face at −y. `prepared` is
 * the place of a tooth (0–13 from the patient's right) ground down for a crown; an upper jaw looks down on the lower.
 */
export function jaw(upper: boolean, prepared: number | null): Model {
  const model: Model = { positions: [], index: [], colours: [] };
  for (let i = 0; i <= ALONG; i++) {
    const u = (i / ALONG) * 2 - 1;
    const place = ((u + 1) / 2) * TEETH;
    const tooth = Math.min(TEETH - 1, Math.floor(place));
    const inTooth = place - tooth;
    const molar = Math.abs(u);
    const [x, y] = [-30 * Math.sin(u * 1.35), -24 + 44 * u * u];
    const [dx, dy] = [-30 * 1.35 * Math.cos(u * 1.35), 88 * u];
    const length = Math.hypot(dx, dy);
    const bump = Math.abs(Math.sin(Math.PI * inTooth)) ** 0.4;
    const ground = tooth === prepared ? 0.55 : 1;
    const half = 3 + 2.4 * molar * (0.7 + 0.3 * bump);
    for (let j = 0; j <= ACROSS; j++) {
      const t = j / ACROSS;
      const ridge = Math.sin(Math.PI * t);
      const crown = Math.max(0, ridge - 0.45) / 0.55;
      const cusps = 0.9 * molar * Math.cos(4 * Math.PI * inTooth) * Math.cos(2 * Math.PI * (t - 0.5)) * crown;
      const height = 9 * Math.min(1, ridge / 0.45) + ground * (crown ** 0.45 * (7.5 - 2 * molar) * bump + cusps);
      const off =
        Math.cos(Math.PI * t) * half * (crown > 0 ? 0.75 + 0.25 * (1 - crown) : 1) * (crown > 0.1 ? ground ** 0.3 : 1);
      model.positions.push(x + (-dy / length) * off, y + (dx / length) * off, upper ? 33 - height : height - 1);
      model.colours.push(...(crown > 0.12 && bump > 0.35 ? ENAMEL : GUM));
    }
  }
  const row = ACROSS + 1;
  for (let i = 0; i < ALONG; i++) {
    for (let j = 0; j < ACROSS; j++) {
      const a = i * row + j;
      const [b, c, d] = [a + 1, a + row, a + row + 1];
      model.index.push(...(upper ? [a, c, b, b, c, d] : [a, b, c, b, d, c]));
    }
  }
  return model;
}

/** A crown over a lower tooth of `jaw`, thin-walled and open below; `wider` millimetres more than it should be. */
export function crown(tooth: number, wider = 0): Model {
  const model: Model = { positions: [], index: [], colours: [] };
  const u = ((tooth + 0.5) / TEETH) * 2 - 1;
  const [x, y] = [-30 * Math.sin(u * 1.35), -24 + 44 * u * u];
  const [rings, sides] = [18, 40];
  for (let i = 0; i <= rings; i++) {
    const polar = (i / rings) * (Math.PI / 2);
    for (let j = 0; j < sides; j++) {
      const round = (j / sides) * 2 * Math.PI;
      const wide = (3.9 + wider) * Math.sin(polar) ** 0.55;
      const cusp = 0.5 * Math.cos(4 * round) * Math.sin(2 * polar);
      model.positions.push(
        x + Math.cos(round) * wide,
        y + Math.sin(round) * wide,
        8 + 6.5 * Math.cos(polar) ** 0.7 + cusp,
      );
      model.colours.push(...ENAMEL);
    }
  }
  for (let i = 0; i < rings; i++) {
    for (let j = 0; j < sides; j++) {
      const a = i * sides + j;
      const b = i * sides + ((j + 1) % sides);
      model.index.push(a, a + sides, b, b, a + sides, b + sides);
    }
  }
  return model;
}
