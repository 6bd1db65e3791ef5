import { reference, type Shape, type Table } from "./shape";

/** Every tenant table refers to its lab; the migrations add that key to all of them at once, the schema files name it nowhere. */
const labKey = reference(["lab_id"], "labs", ["id"], "restrict");

/**
 * Every difference between the schema files and the database, one line each; none when they agree.
 * Indexes that only the database has are not differences: the schema files cannot say most of them.
 */
export function differences(declared: Shape, live: Shape): string[] {
  const names = [...new Set([...declared.keys(), ...live.keys()])].sort();
  return names.flatMap((name) => {
    const [ours, theirs] = [declared.get(name), live.get(name)];
    if (!theirs) return [`${name}: the database has no such table`];
    if (!ours) return [`${name}: the schema files know no such table`];
    return inTable(ours, theirs).map((difference) => `${name}${difference}`);
  });
}

function inTable(declared: Table, live: Table): string[] {
  return [
    ...inColumns(declared, live),
    ...(declared.primaryKey === live.primaryKey
      ? []
      : [`: the primary key is (${declared.primaryKey}) in the schema files, (${live.primaryKey}) in the database`]),
    ...missing(declared.uniques, live.uniques).map((columns) => `: the database lets (${columns}) repeat`),
    ...missing(live.uniques, declared.uniques).map(
      (columns) => `: the schema files do not say that (${columns}) is unique`,
    ),
    ...missing(declared.indexes, live.indexes).map((columns) => `: the database has no index on (${columns})`),
    ...missing(declared.references, live.references).map((key) => `: the database lacks the foreign key ${key}`),
    ...missing(live.references, declared.references)
      .filter((key) => key !== labKey)
      .map((key) => `: the schema files lack the foreign key ${key}`),
  ];
}

function inColumns(declared: Table, live: Table): string[] {
  const names = [...new Set([...declared.columns.keys(), ...live.columns.keys()])];
  return names.flatMap((name) => {
    const [ours, theirs] = [declared.columns.get(name), live.columns.get(name)];
    if (!theirs) return [`.${name}: the database has no such column`];
    if (!ours) return [`.${name}: the schema files know no such column`];
    const unlike: [string, unknown, unknown][] = [
      ["type", ours.type, theirs.type],
      ["null", ours.nullable ? "allowed" : "refused", theirs.nullable ? "allowed" : "refused"],
      ["default", ours.hasDefault ? "some" : "none", theirs.hasDefault ? "some" : "none"],
    ];
    return unlike
      .filter(([, here, there]) => here !== there)
      .map(([what, here, there]) => `.${name}: ${what} is ${here} in the schema files, ${there} in the database`);
  });
}

function missing(wanted: Set<string>, found: Set<string>): string[] {
  return [...wanted].filter((one) => !found.has(one)).sort();
}
