import type { ProcedureType, Stage } from "@/lib/cases/vocabulary";

export const EMPLOYMENT_TYPES = ["full_time", "part_time", "contract", "temporary", "intern"] as const;
export type EmploymentType = (typeof EMPLOYMENT_TYPES)[number];
export const EMPLOYMENT_LABEL: Record<EmploymentType, string> = {
  full_time: "Full time",
  part_time: "Part time",
  contract: "Contract",
  temporary: "Temporary",
  intern: "Intern",
};

export const LEAVE_KINDS = ["holiday", "sick", "unpaid", "training"] as const;
export type LeaveKind = (typeof LEAVE_KINDS)[number];
export const LEAVE_KIND_LABEL: Record<LeaveKind, string> = {
  holiday: "Holiday",
  sick: "Sick leave",
  unpaid: "Unpaid leave",
  training: "Training",
};

export const LEAVE_STATUSES = ["requested", "approved", "rejected", "withdrawn"] as const;
export type LeaveStatus = (typeof LEAVE_STATUSES)[number];
export const LEAVE_STATUS_LABEL: Record<LeaveStatus, string> = {
  requested: "Requested",
  approved: "Approved",
  rejected: "Rejected",
  withdrawn: "Withdrawn",
};

export const EXCEPTION_KINDS = ["other_hours", "off", "training"] as const;
export type ExceptionKind = (typeof EXCEPTION_KINDS)[number];
export const EXCEPTION_LABEL: Record<ExceptionKind, string> = {
  other_hours: "Other hours",
  off: "Off",
  training: "Training",
};

/** ISO weekdays by number, 1 Monday … 7 Sunday. */
export const WEEKDAY_LABEL = [
  "",
  "Monday",
  "Tuesday",
  "Wednesday",
  "Thursday",
  "Friday",
  "Saturday",
  "Sunday",
] as const;

export const SKILL_STAGES = [
  "receiving",
  "impression_scan",
  "design",
  "milling",
  "sintering",
  "quality_control",
  "delivery",
] as const satisfies readonly Stage[];
export const SKILL_PROCEDURES = [
  "crowns",
  "bridges",
  "implants",
  "veneers",
  "inlays_onlays",
  "posts_cores",
  "provisionals",
  "dentures",
  "partial_dentures",
  "night_guards",
  "retainers",
  "orthodontics",
  "sleep_appliances",
  "surgical_guides",
  "models",
  "repairs",
] as const satisfies readonly ProcedureType[];

/** What somebody can do: at a stage, for one kind of work or (null) any, from 1 learning to 3 teaches others. */
export type Skill = { stage: Stage; procedure: ProcedureType | null; level: 1 | 2 | 3 };
export const LEVEL_LABEL: Record<Skill["level"], string> = { 1: "Learning", 2: "On their own", 3: "Teaches others" };
