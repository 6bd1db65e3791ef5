/** What an archive says of itself: `manifest.json`, by path within it. Rows are counted where there are rows. */
export type ExportManifest = {
  format: 1;
  casepan: string;
  lab: { id: string; name: string; slug: string };
  /** When the moment was that all rows are of. ISO 8601, UTC. */
  takenAt: string;
  tables: Record<string, { path: string; rows: number; bytes: number; sha256: string; columns: string[] }>;
  files: Record<string, { bytes: number; sha256: string; table: string; id: string; name: string }>;
  /** Files whose content the store had no more. */
  missing: string[];
  leftOut: Record<string, string>;
};

export const MANIFEST = "manifest.json";
export const README = "README.txt";
export const tablePath = (table: string) => `tables/${table}.jsonl`;

/** Where a file lies in the archive: by table and id, with what of its name can stand in any file system. */
export function filePath(table: string, id: string, name: string): string {
  const plain = name
    .normalize("NFKD")
    .replace(/[^\w.-]+/g, "_")
    .replace(/^[._]+/, "")
    .slice(-80);
  return `files/${table}/${id}-${plain || "file"}`;
}

/** The words that go with the archive, for whoever opens it without Casepan. */
export const readmeOf = (lab: string, takenAt: string) => `Everything ${lab} keeps in Casepan, as of ${takenAt}.

tables/<name>.jsonl  One file per table. Each line is a row as a JSON object (JSON Lines, UTF-8, LF).
                     Rows that were put away are in it: their deleted_at is not null.
files/<table>/       The files, each named by the id of its row in that table and the name it was given.
manifest.json        Per table: rows, bytes, SHA-256, columns. Per file: bytes, SHA-256, and whose it is.
                     "leftOut" names what is not in this archive, and why; "missing" files the store had lost.

Ids are UUIDs. A column that ends in _id names the id of a row of another table: practice_id one of practices,
case_id one of cases; columns that name a person (..._by_id, user_id) one of users.
Instants are ISO 8601 with their offset, days YYYY-MM-DD in the lab's own zone, money exact decimal numbers in the
currency beside it or, without one, the lab's (tables/labs.jsonl). Teeth are in FDI notation (ISO 3950).
Of performance reviews those are in it that whoever asked for the archive may read.
audit_log tells every change with what the row was before and after.

No password, session, token or other secret is in this archive. It does hold personal data of patients, dentists and
the lab's people: keep it as you keep those.
`;
