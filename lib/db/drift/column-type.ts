/** A field as Prisma describes it to generators. */
export type Field = {
  name: string;
  dbName?: string;
  kind: "scalar" | "object" | "enum" | "unsupported";
  type: string;
  isList: boolean;
  isRequired: boolean;
  hasDefaultValue: boolean;
  default?: string | number | boolean | { name?: string } | null;
  nativeType: [string, string[]] | null;
  documentation?: string;
  relationFromFields?: string[];
  relationToFields?: string[];
  relationOnDelete?: string;
};

const plain: Record<string, string> = {
  String: "text",
  Boolean: "boolean",
  Int: "integer",
  BigInt: "bigint",
  Float: "double precision",
  Decimal: "numeric(65,30)",
  DateTime: "timestamp(3) without time zone",
  Json: "jsonb",
  Bytes: "bytea",
};

const native: Record<string, (...args: string[]) => string> = {
  Uuid: () => "uuid",
  Date: () => "date",
  Timestamptz: (digits = "6") => `timestamp(${digits}) with time zone`,
  Timestamp: (digits = "6") => `timestamp(${digits}) without time zone`,
  Time: (digits = "6") => `time(${digits}) without time zone`,
  Decimal: (precision = "65", scale = "30") => `numeric(${precision},${scale})`,
  SmallInt: () => "smallint",
  Integer: () => "integer",
  BigInt: () => "bigint",
  Real: () => "real",
  DoublePrecision: () => "double precision",
  VarChar: (length) => (length ? `character varying(${length})` : "character varying"),
  Char: (length = "1") => `character(${length})`,
  Text: () => "text",
  Inet: () => "inet",
  JsonB: () => "jsonb",
  ByteA: () => "bytea",
};

/** The column type a field must have, as PostgreSQL writes it; a comment `@domain name` makes it that domain. */
export function columnType(field: Field): string {
  const domain = /@domain\s+(\w+)/.exec(field.documentation ?? "")?.[1];
  const [name, args] = field.nativeType ?? ["", []];
  const type = domain ?? (name ? native[name]?.(...args) : plain[field.type]);
  return `${type ?? `unknown (${name || field.type})`}${field.isList ? "[]" : ""}`;
}
