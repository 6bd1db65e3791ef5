import { StyleSheet } from "@react-pdf/renderer";
import { FONT_FAMILIES } from "./fonts";

const INK = "#16181d";
const GREY = "#5b6270";
const LINE = "#d5d9e0";

/** Measures in points, for A4 and Letter alike. */
export const paper = StyleSheet.create({
  page: {
    fontFamily: FONT_FAMILIES as unknown as string,
    fontSize: 9,
    fontFeatureSettings: ["tnum"],
    lineHeight: 1.35,
    color: INK,
    padding: 40,
    paddingBottom: 64,
  },
  strong: { fontWeight: 600 },
  grey: { color: GREY },
  small: { fontSize: 7.5, color: GREY },
  head: { flexDirection: "row", justifyContent: "space-between", marginBottom: 24 },
  labName: { fontSize: 14, fontWeight: 600, lineHeight: 1.2, marginBottom: 5 },
  title: { fontSize: 20, fontWeight: 600, textAlign: "right", lineHeight: 1.2 },
  parties: { flexDirection: "row", justifyContent: "space-between", marginBottom: 20 },
  facts: { width: 262 },
  fact: { flexDirection: "row", justifyContent: "space-between", paddingVertical: 1.5 },
  row: { flexDirection: "row", borderBottomWidth: 0.5, borderBottomColor: LINE, paddingVertical: 3.5, fontSize: 8.5 },
  headRow: {
    flexDirection: "row",
    borderBottomWidth: 1,
    borderBottomColor: INK,
    paddingBottom: 3,
    fontSize: 8,
    color: GREY,
  },
  sums: { flexDirection: "row", justifyContent: "space-between", marginTop: 14 },
  sum: { flexDirection: "row", justifyContent: "space-between", paddingVertical: 2 },
  grandTotal: { borderTopWidth: 1, borderTopColor: INK, marginTop: 3, paddingTop: 4, fontSize: 11, fontWeight: 600 },
  pay: { marginTop: 20, borderWidth: 0.5, borderColor: LINE, borderRadius: 3, padding: 10 },
  foot: {
    position: "absolute",
    left: 40,
    right: 40,
    bottom: 36,
    borderTopWidth: 0.5,
    borderTopColor: LINE,
    paddingTop: 5,
    fontSize: 7.5,
    color: GREY,
  },
  // Placed from above: a text with page numbers that is placed from below fails to lay out past some 180 lines.
  pageNumber: { position: "absolute", right: 40, width: 220, textAlign: "right", fontSize: 7.5, color: GREY },
  watermark: {
    position: "absolute",
    top: 330,
    left: 0,
    right: 0,
    textAlign: "center",
    fontSize: 96,
    fontWeight: 600,
    color: "#eceef2",
    transform: "rotate(-32deg)",
  },
});

/** Widths of the columns of lines; the description takes what is left. */
export const columns = StyleSheet.create({
  case: { width: 82, paddingRight: 6 },
  description: { flex: 1, paddingRight: 2 },
  quantity: { width: 26, textAlign: "right" },
  price: { width: 62, textAlign: "right" },
  discount: { width: 36, textAlign: "right" },
  tax: { width: 50, textAlign: "right" },
  net: { width: 64, textAlign: "right" },
});
