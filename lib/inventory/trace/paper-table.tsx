import { Text, View } from "@react-pdf/renderer";
import { paper } from "@/lib/billing/pdf/paper-styles";

type PaperTableProps = {
  heads: readonly string[];
  /** Widths of the first columns in points; the rest share what is left. */
  widths: readonly number[];
  rows: readonly (readonly string[])[];
};

/** A plain table on paper whose head is said again on every page. */
export function PaperTable({ heads, widths, rows }: PaperTableProps) {
  const cell = (column: number) => ({
    paddingRight: 6,
    ...(widths[column] === undefined ? { flex: 1 } : { width: widths[column] }),
  });
  return (
    <View style={{ marginTop: 4 }}>
      <View style={paper.headRow} fixed>
        {heads.map((head, column) => (
          <Text key={head} style={cell(column)}>
            {head}
          </Text>
        ))}
      </View>
      {rows.map((row, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows of a paper never move
        <View key={line} style={paper.row} wrap={false}>
          {row.map((words, column) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: columns never move
            <Text key={column} style={cell(column)}>
              {words}
            </Text>
          ))}
        </View>
      ))}
    </View>
  );
}
