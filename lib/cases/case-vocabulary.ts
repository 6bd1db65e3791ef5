/** Who may be responsible for a remake, and so who pays for it. */
export const RESPONSIBLE = ["lab", "dentist", "patient", "courier"] as const;
export type Responsible = (typeof RESPONSIBLE)[number];
export const RESPONSIBLE_LABEL: Record<Responsible, string> = {
  lab: "The lab",
  dentist: "The dentist",
  patient: "The patient",
  courier: "The courier",
};
