import { createHash, randomUUID } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { DateTime } from "luxon";
import sharp from "sharp";
import { FORMATS, type Format } from "@/lib/files/formats";
import { filesDirectory } from "@/lib/files/limits";
import { localStore } from "@/lib/files/local-store";
import { plyOf, stlOf } from "@/lib/files/mesh/write-mesh";
import { crown, jaw } from "./jaw";
import { idAt, type World } from "./world";

const CASES = 5;
const PREPARED = 3;

type Made = { name: string; format: Format; bytes: Buffer; internal?: boolean; series?: string; revision?: number };
type SeededCase = { id: string; practiceId: string; dentistUserId: string; at: Date };

/**
 * Gives some open digital cases, of practices that use the portal first, two jaws and a shade photo, and one a design in two versions. The contents go to the
 * local store under FILES_DIR, the rows beside them; their previews wait for the worker. Call it when the cases are in.
 */
export async function seedFiles(world: World): Promise<void> {
  const { rows: cases } = await world.owner.query<SeededCase>(
    `SELECT c.id, c.practice_id AS "practiceId", c.submitted_by_id AS "dentistUserId", c.submitted_at AS at FROM cases c
     WHERE c.lab_id = $1 AND c.impression = 'digital_scan' AND c.status NOT IN ('delivered', 'cancelled')
     ORDER BY EXISTS (SELECT FROM practice_members m WHERE m.lab_id = c.lab_id AND m.practice_id = c.practice_id) DESC,
       c.status IN ('designing', 'milling') DESC, c.submitted_at DESC LIMIT $2`,
    [world.labId, CASES],
  );
  const scans = await prescribed();
  for (const [i, found] of cases.entries()) {
    const design = i === 0 ? designed() : [];
    for (const made of [...scans, ...design]) await put(world, found, made);
  }
}

async function prescribed(): Promise<Made[]> {
  return [
    { name: "upper jaw.stl", format: "stl", bytes: stlOf(jaw(true, null), "made for the demonstration") },
    { name: "lower jaw.ply", format: "ply", bytes: plyOf(jaw(false, PREPARED), "binary_little_endian") },
    { name: "shade photo.jpg", format: "jpeg", bytes: await photo() },
  ];
}

function designed(): Made[] {
  const series = randomUUID();
  const design = { name: "crown design.stl", format: "stl", internal: true, series } as const;
  return [
    { ...design, bytes: stlOf(crown(PREPARED, 0.6)), revision: 1 },
    { ...design, bytes: stlOf(crown(PREPARED)), revision: 2 },
  ];
}

/** Three teeth beside a shade tab, drawn. */
function photo(): Promise<Buffer> {
  const tooth = (x: number, fill: string) =>
    `<path d="M${x} 250 q75 -60 150 0 q20 190 -15 330 q-60 40 -120 0 q-35 -140 -15 -330z" fill="${fill}" stroke="#a8876c" stroke-width="3"/>`;
  const drawn = `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="900"><rect width="1200" height="900" fill="#7a3f41"/>
    <rect width="1200" height="330" rx="160" fill="#c0696a"/>${tooth(180, "#e9dfc6")}${tooth(345, "#e6d9bb")}${tooth(510, "#e9dfc6")}
    <rect x="790" y="120" width="230" height="620" rx="24" fill="#3b4147"/><g transform="translate(330 60)">${tooth(500, "#e3d4b0")}</g>
    <text x="905" y="715" font-size="64" font-family="sans-serif" text-anchor="middle" fill="#fff">A2</text></svg>`;
  return sharp(Buffer.from(drawn)).jpeg({ quality: 80 }).toBuffer();
}

async function put(world: World, found: SeededCase, made: Made): Promise<void> {
  const { owner, labId } = world;
  const { mediaType, kind } = FORMATS[made.format];
  const arriving = path.join(filesDirectory(), "arriving");
  await mkdir(arriving, { recursive: true, mode: 0o700 });
  const place = path.join(arriving, randomUUID());
  await writeFile(place, made.bytes, { mode: 0o600 });
  const key = await localStore.keep({ path: place, labId, name: made.name, mediaType });
  const at = DateTime.fromJSDate(found.at);
  const id = idAt(at, world.chance);
  await owner.query(
    `INSERT INTO case_files (id, lab_id, practice_id, case_id, name, kind, media_type, size_bytes, sha256, store, store_key, uploaded_by_id,
       audience, from_practice, series, revision, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'local', $10, $11, $12, $13, coalesce($14::uuid, uuid_v7()), $15, $16)`,
    [
      id,
      labId,
      found.practiceId,
      found.id,
      made.name,
      kind,
      mediaType,
      made.bytes.length,
      createHash("sha256").update(made.bytes).digest("hex"),
      key,
      made.internal ? world.people.byRole.technician : found.dentistUserId,
      made.internal ? "internal" : "shared",
      !made.internal,
      made.series ?? null,
      made.revision ?? 1,
      at.plus({ hours: made.internal ? 4 + (made.revision ?? 1) : 0 }).toISO(),
    ],
  );
  await owner.query("INSERT INTO outbox (lab_id, topic, payload) VALUES ($1, 'file_preview', $2)", [
    labId,
    JSON.stringify({ labId, fileId: id }),
  ]);
}
