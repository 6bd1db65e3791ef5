import type { ProcedureType, Stage } from "@/lib/cases/vocabulary";

/** The departments a lab starts with, and the stages each one works. */
export const DEFAULT_DEPARTMENTS: { key: string; name: string; stages: Stage[]; dailyCapacityUnits: number }[] = [
  { key: "front_desk", name: "Front desk", stages: ["receiving", "delivery"], dailyCapacityUnits: 80 },
  { key: "cad", name: "Scan and design", stages: ["impression_scan", "design"], dailyCapacityUnits: 40 },
  { key: "cam", name: "Milling", stages: ["milling"], dailyCapacityUnits: 48 },
  { key: "furnace", name: "Sintering and finishing", stages: ["sintering"], dailyCapacityUnits: 40 },
  { key: "quality", name: "Quality control", stages: ["quality_control"], dailyCapacityUnits: 60 },
];

export type ReasonKind =
  | "hold"
  | "block"
  | "pause"
  | "send_back"
  | "qc_failure"
  | "delivery_failure"
  | "cancellation"
  | "remake";

/** The reasons a lab starts with, as code and label; indented ones stand under the one before (two levels). */
export const DEFAULT_REASONS: Record<ReasonKind, [code: string, label: string, under?: string][]> = {
  hold: [
    ["waiting_dentist", "Waiting for the dentist"],
    ["rx_incomplete", "Prescription incomplete", "waiting_dentist"],
    ["design_approval", "Design approval", "waiting_dentist"],
    ["question", "Question to the dentist", "waiting_dentist"],
    ["photos_missing", "Photos missing", "waiting_dentist"],
    ["patient_appointment", "Appointment of the patient moved", "waiting_dentist"],
    ["waiting_material", "Waiting for material"],
    ["material_ordered", "Material ordered", "waiting_material"],
    ["implant_parts", "Implant parts", "waiting_material"],
    ["impression_unusable", "Impression unusable"],
    ["new_impression", "New impression asked for", "impression_unusable"],
    ["new_scan", "New scan asked for", "impression_unusable"],
    ["payment", "Account on stop"],
  ],
  block: [
    ["machine_down", "Machine down"],
    ["material_missing", "Material missing"],
    ["scan_unclear", "Scan or impression unclear"],
    ["question_dentist", "Question to the dentist"],
  ],
  pause: [
    ["break", "Break"],
    ["end_of_shift", "End of shift"],
    ["other_case", "Another case first"],
    ["machine_running", "Machine running"],
    ["machine_down", "Machine down"],
  ],
  send_back: [
    ["design_error", "Design error"],
    ["milling_defect", "Milling defect"],
    ["margin", "Margin not clean"],
    ["scan_error", "Scan error"],
    ["wrong_material", "Wrong material"],
  ],
  qc_failure: [
    ["contact", "Contacts"],
    ["margin", "Margin"],
    ["occlusion", "Occlusion"],
    ["shade", "Shade"],
    ["anatomy", "Anatomy or contour"],
    ["crack", "Crack or chip"],
    ["surface", "Surface or glaze"],
  ],
  delivery_failure: [
    ["closed", "Practice closed"],
    ["nobody", "Nobody to receive it"],
    ["refused", "Refused"],
    ["address", "Address not found"],
    ["damaged", "Damaged on the way"],
  ],
  cancellation: [
    ["by_practice", "Cancelled by the practice"],
    ["duplicate", "Sent twice"],
    ["not_makeable", "Cannot be made"],
  ],
  remake: [
    ["contact_misfit", "Contact misfit"],
    ["margin", "Margin"],
    ["aesthetics", "Aesthetics"],
    ["shade", "Shade"],
    ["fracture", "Fracture"],
  ],
};

const FIXED: ProcedureType[] = ["crowns", "bridges", "implants", "veneers", "inlays_onlays"];

/** The questions of the quality check; those without a procedure type are asked of everything. */
export const DEFAULT_CHECKLIST: { label: string; procedureType: ProcedureType | null }[] = [
  { label: "Matches the prescription (teeth, material, instructions)", procedureType: null },
  { label: "Clean, disinfected and labelled", procedureType: null },
  ...FIXED.flatMap((procedureType) => [
    { label: "Margins closed all round on the die", procedureType },
    { label: "Contacts and occlusion checked", procedureType },
    { label: "Shade and surface match the Rx", procedureType },
  ]),
  { label: "Pontic clearance and connector size", procedureType: "bridges" },
  { label: "Screw channel and platform seat without play", procedureType: "implants" },
  { label: "Occlusion balanced on the articulator", procedureType: "dentures" },
  { label: "Base polished, no sharp edges", procedureType: "dentures" },
  { label: "Clasps passive, framework seats", procedureType: "partial_dentures" },
  { label: "Seats without rocking, edges smooth", procedureType: "night_guards" },
];
