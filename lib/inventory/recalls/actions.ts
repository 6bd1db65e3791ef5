"use server";

import { action } from "@/lib/access/action";
import * as acknowledging from "./acknowledge";
import * as ending from "./end-recall";
import * as holding from "./hold-affected";
import * as recalling from "./recall-lot";
import * as reminding from "./remind-practices";
import * as schema from "./schema";
import * as telling from "./tell-practices";

export const recallLot = action("inventory.recall", schema.recallLotSchema, recalling.recallLot);
export const tellPractices = action("inventory.recall", schema.recallSchema, telling.tellPractices);
export const remindPractices = action("inventory.recall", schema.recallSchema, reminding.remindPractices);
export const holdAffected = action("inventory.recall", schema.holdAffectedSchema, holding.holdAffected);
export const closeRecall = action("inventory.recall", schema.closeRecallSchema, ending.closeRecall);
export const withdrawRecall = action("inventory.recall", schema.withdrawRecallSchema, ending.withdrawRecall);
export const tellAcknowledged = action(
  "inventory.recall",
  schema.tellAcknowledgedSchema,
  acknowledging.tellAcknowledged,
);
export const acknowledgeRecall = action("portal.view", schema.acknowledgeSchema, acknowledging.acknowledge);
