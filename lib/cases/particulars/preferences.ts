import type { Material, ProcedureType, ShadeGuide } from "../vocabulary";
import type { Contact, Enclosed, Occlusion, PonticDesign, Retention } from "./words";

/** What a dentist always wants, for new prescriptions to begin with. A blank is "" and prefills nothing. */
export type Preferences = {
  /** The material a restoration is usually wanted in. */
  materials: Partial<Record<ProcedureType, Material | "">>;
  /** The guide whose shades are offered first. */
  shadeGuide: ShadeGuide | "";
  contact: Contact | "";
  occlusion: Occlusion | "";
  ponticDesign: PonticDesign | "";
  implantSystem: string;
  implantRetention: Retention | "";
  impression: "digital_scan" | "physical" | "";
  enclosures: Enclosed[];
  /** Words for the instructions of every prescription. */
  notes: string;
  /** How finished cases should come, also for the instructions. */
  delivery: string;
};

export const NO_PREFERENCES: Preferences = {
  materials: {},
  shadeGuide: "",
  contact: "",
  occlusion: "",
  ponticDesign: "",
  implantSystem: "",
  implantRetention: "",
  impression: "",
  enclosures: [],
  notes: "",
  delivery: "",
};

/** The instructions that a prescription begins with: the standing notes, then how it should be delivered. */
export const standingInstructions = ({ notes, delivery }: Preferences): string =>
  [notes, delivery && `Delivery: ${delivery}`].filter(Boolean).join("\n");

/** Whether anything is wanted always. */
export const isSaid = ({ materials, enclosures, ...rest }: Preferences): boolean =>
  Object.values(materials).some(Boolean) || enclosures.length > 0 || Object.values(rest).some(Boolean);
