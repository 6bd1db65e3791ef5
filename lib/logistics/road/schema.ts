import { z } from "zod";
import { signatureSchema } from "../signature-schema";

const id = z.uuid();
const moment = z.iso.datetime({ offset: true, error: "Not a time." });
const ids = (most: number) => z.array(id).max(most, `At most ${most}.`);
/** What a person wrote; without the character zero, which the database cannot keep and which would hold back the whole log for ever. */
const words = (most: number, tooLong: string) =>
  z
    .string()
    .trim()
    .max(most, tooLong)
    .transform((text) => text.replaceAll("\0", "") || null)
    .nullable();
const note = words(1000, "At most 1,000 characters.");

/** Every command has an id of the phone's making and the phone's own time of the deed. */
const command = { id, routeId: id, happenedAt: moment };
/** A command at a stop carries the stop's version that the phone showed. */
const atStop = { ...command, stopId: id, version: z.int().min(1) };
const proof = {
  person: words(120, "At most 120 characters."),
  signature: signatureSchema.nullable(),
  photoIds: ids(6),
};

/** What a driver's phone reports, one kind each. */
export const roadCommandSchema = z.discriminatedUnion("kind", [
  /** The parcels on the van when it left; null when nobody looked, so all of them. */
  z.strictObject({ ...command, kind: z.literal("start"), parcelIds: ids(500).nullable() }),
  z.strictObject({ ...command, kind: z.literal("load"), parcelId: id }),
  z.strictObject({ ...command, kind: z.literal("unload"), parcelId: id }),
  z.strictObject({ ...atStop, kind: z.literal("arrive") }),
  z.strictObject({ ...atStop, kind: z.literal("leave") }),
  z.strictObject({ ...atStop, kind: z.literal("skip") }),
  z.strictObject({ ...atStop, kind: z.literal("resume") }),
  /** `shipmentIds`: what was handed over; `scannedIds`: the parcels among them that were scanned at the door. */
  z.strictObject({ ...atStop, ...proof, kind: z.literal("deliver"), shipmentIds: ids(100), scannedIds: ids(500) }),
  z.strictObject({
    ...atStop,
    ...proof,
    kind: z.literal("collect"),
    /** Each pick-up asked for: the cases that were there, and its parcels, new ones by ids of the phone's making; neither when nothing was ready. */
    pickups: z.array(z.strictObject({ shipmentId: id, caseIds: ids(100), parcelIds: ids(99), note })).max(20),
    /** What nobody had asked to be fetched. */
    extra: z.strictObject({ parcelIds: ids(99).min(1), note }).nullable(),
  }),
  /** Nothing to bring and nothing to fetch. */
  z.strictObject({ ...atStop, kind: z.literal("visit") }),
  z.strictObject({
    ...atStop,
    kind: z.literal("fail"),
    reasonId: z.uuid("Choose what went wrong."),
    note,
    /** Whether it comes back to the lab or is tried again later on this route. */
    next: z.enum(["lab", "today"]),
    photoIds: ids(6),
  }),
  z.strictObject({ ...command, kind: z.literal("reorder"), stopIds: ids(200).min(1) }),
  /** The parcels found on the van at the lab. */
  z.strictObject({ ...command, kind: z.literal("count"), parcelIds: ids(1000) }),
]);

export const MOST_COMMANDS = 50;

/** What is sent at once. Each command is read by itself, so that one that cannot be read keeps none of the others back. */
export const roadLogSchema = z.strictObject({
  phoneId: id,
  /** Whose deeds these are; an app from before this was said leaves it out. */
  userId: id.optional(),
  sentAt: moment,
  commands: z.array(z.unknown()).min(1, "Nothing to send.").max(MOST_COMMANDS, `At most ${MOST_COMMANDS} at once.`),
});

const rule = z.enum(["off", "optional", "required"], "Choose one.");
export const proofRulesSchema = z.strictObject({
  deliveryName: rule,
  deliverySignature: rule,
  deliveryPhoto: rule,
  pickupName: rule,
  pickupSignature: rule,
  pickupPhoto: rule,
});

export type RoadCommand = z.output<typeof roadCommandSchema>;
export type RoadCommandKind = RoadCommand["kind"];
export type CommandOf<Kind extends RoadCommandKind> = Extract<RoadCommand, { kind: Kind }>;
export type RoadLog = z.output<typeof roadLogSchema>;
