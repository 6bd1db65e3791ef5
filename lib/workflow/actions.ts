"use server";

import { action } from "@/lib/access/action";
import * as assigning from "./assign";
import * as blocking from "./block";
import * as checking from "./check-quality";
import * as completing from "./complete";
import * as delivering from "./deliver";
import * as pans from "./pans";
import * as pausing from "./pause";
import * as receiving from "./receive";
import * as schema from "./schema";
import * as sending from "./send-back";
import * as starting from "./start";

export const receiveCase = action("cases.receive", schema.receiveSchema, receiving.receive);
export const lookUpPan = action("cases.receive", schema.lookUpPanSchema, pans.lookUpPan);
export const startStages = action("bench.work", schema.moveSchema, starting.start);
export const undoStart = action("bench.work", schema.undoStartSchema, starting.undoStart);
export const pauseStages = action("bench.work", schema.pauseSchema, pausing.pause);
export const resumeStages = action("bench.work", schema.moveSchema, pausing.resume);
export const completeStages = action("bench.work", schema.moveSchema, completing.complete);
export const blockStages = action("bench.work", schema.blockSchema, blocking.block);
export const unblockStages = action("bench.work", schema.unblockSchema, blocking.unblock);
export const sendBackStages = action("bench.send_back", schema.sendBackSchema, sending.sendBack);
export const passQuality = action("quality.check", schema.passSchema, checking.passQuality);
export const failQuality = action("quality.check", schema.failSchema, checking.failQuality);
export const assignStages = action("bench.assign", schema.assignSchema, assigning.assign);
export const handOverItems = action("shipments.manage", schema.handOverSchema, delivering.handOver);
