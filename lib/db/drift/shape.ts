/** What the schema files and the catalogue are both brought to, to be compared. Names are the database's. */
export type Shape = Map<string, Table>;

export type Table = {
  columns: Map<string, Column>;
  /** "id" or "lab_id, id". */
  primaryKey: string;
  /** Columns of each unique index that covers all rows. */
  uniques: Set<string>;
  /** Columns of each other index. */
  indexes: Set<string>;
  /** "lab_id, case_id → cases (lab_id, id) on delete restrict" */
  references: Set<string>;
};

export type Column = {
  /** As PostgreSQL writes it: "numeric(12,2)", "timestamp(3) with time zone", or a domain's name. */
  type: string;
  nullable: boolean;
  /** Whether a row may leave it out: it has a default, or the database computes it. */
  hasDefault: boolean;
};

/** A foreign key as one text. */
export function reference(columns: string[], table: string, referenced: string[], onDelete: string): string {
  return `${columns.join(", ")} → ${table} (${referenced.join(", ")}) on delete ${onDelete}`;
}
