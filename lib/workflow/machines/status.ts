export type MachineStatus = "active" | "maintenance" | "inactive" | "broken" | "decommissioned";

/** What a machine's status is called. */
export const MACHINE_STATUS_LABEL: Record<MachineStatus, string> = {
  active: "Ready",
  maintenance: "Maintenance",
  inactive: "Not in use",
  broken: "Down",
  decommissioned: "Decommissioned",
};
