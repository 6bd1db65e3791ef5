import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { runPrisma } from "../../setup/run-prisma";
import { columnType, type Field } from "./column-type";
import { reference, type Shape, type Table } from "./shape";

type Model = { name: string; dbName: string | null; fields: Field[] };
type Index = { model: string; type: string; fields: { name: string }[] };
type Metadata = { models: Model[]; indexes: Index[] };

const clientSideDefaults = ["uuid", "cuid", "nanoid", "ulid"];

/** The shape that the schema files declare, as Prisma itself reads them. */
export async function declaredShape(schemaDirectory = "prisma/schema"): Promise<Shape> {
  const { models, indexes } = await readMetadata(schemaDirectory);
  return new Map(models.map((model) => [model.dbName ?? model.name, tableOf(model, models, indexes)]));
}

async function readMetadata(schemaDirectory: string): Promise<Metadata> {
  const directory = mkdtempSync(path.join(tmpdir(), "casepan-metadata-"));
  try {
    const schema = path.join(directory, "schema");
    const file = path.join(directory, "metadata.json");
    cpSync(schemaDirectory, schema, { recursive: true });
    const provider = JSON.stringify(`node ${path.resolve("lib/db/drift/metadata-generator.mjs")}`);
    writeFileSync(path.join(schema, "metadata.prisma"), `generator metadata {\n  provider = ${provider}\n}\n`);
    const args = ["generate", "--schema", schema, "--generator", "metadata"];
    const { code, output } = await runPrisma(args, { CASEPAN_METADATA: file });
    if (code !== 0) throw new Error(`Prisma could not read the schema files:\n${output}`);
    return JSON.parse(readFileSync(file, "utf8"));
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

function tableOf(model: Model, models: Model[], indexes: Index[]): Table {
  const columnsOf = (type: string) =>
    indexes
      .filter((index) => index.model === model.name && index.type === type)
      .map((index) =>
        columnNames(
          model,
          index.fields.map((field) => field.name),
        ).join(", "),
      );
  return {
    columns: new Map(model.fields.filter((field) => field.kind !== "object").map(column)),
    primaryKey: columnsOf("id").join(),
    uniques: new Set(columnsOf("unique")),
    indexes: new Set(columnsOf("normal")),
    references: new Set(model.fields.flatMap((field) => referencesOf(field, model, models))),
  };
}

function column(field: Field): [string, { type: string; nullable: boolean; hasDefault: boolean }] {
  const generator = typeof field.default === "object" && field.default !== null ? field.default.name : "";
  return [
    field.dbName ?? field.name,
    {
      type: columnType(field),
      nullable: !field.isRequired,
      hasDefault: field.hasDefaultValue && !clientSideDefaults.includes(generator ?? ""),
    },
  ];
}

function referencesOf(field: Field, model: Model, models: Model[]): string[] {
  const target = models.find((other) => other.name === field.type);
  if (!target || !field.relationFromFields?.length) return [];
  const onDelete = field.relationOnDelete ?? (field.isRequired ? "Restrict" : "SetNull");
  const words = onDelete.replace(/([a-z])([A-Z])/g, "$1 $2").toLowerCase();
  const from = columnNames(model, field.relationFromFields);
  return [reference(from, target.dbName ?? target.name, columnNames(target, field.relationToFields ?? []), words)];
}

function columnNames(model: Model, fields: string[]): string[] {
  return fields.map((name) => model.fields.find((field) => field.name === name)?.dbName ?? name);
}
