import { Refusal } from "@/lib/access/errors";

export type ExportFault =
  | "damaged_archive"
  | "unsafe_archive"
  | "archive_too_large"
  | "no_order"
  | "bad_order"
  | "missing_files"
  | "unknown_dentist";

/** An export that is not taken in, with words for the person who dropped it. Nothing of it is kept. */
export const refuseExport = (fault: ExportFault, message: string): Refusal =>
  new Refusal(fault === "archive_too_large" ? "too_large" : "invalid", message, fault, { file: [message] });
