import { Stat } from "../ui/stat";
import type { ChosenFile } from "./import-screen";

type ImportCountsProps = { file: ChosenFile; bad: number; duplicates: number; fresh: number; checking: boolean };

/** The file in figures. */
export function ImportCounts({ file, bad, duplicates, fresh, checking }: ImportCountsProps) {
  const how = file.encoding === "UTF-8" ? file.name : `${file.name}, read as ${file.encoding}`;
  return (
    <div role="status" className="grid grid-cols-2 gap-3 md:grid-cols-4">
      <Stat label="Rows in the file" value={file.table.rows.length} detail={how} />
      <Stat label="New practices" value={checking ? "…" : fresh} detail="Will be added" />
      <Stat label="Known already" value={checking ? "…" : duplicates} detail="Same name and postcode: left out" />
      <Stat label="With errors" value={bad} detail={bad === 0 ? "Every row can be read" : "These stop the import"} />
    </div>
  );
}
