"use server";

import { action } from "@/lib/access/action";
import * as feeds from "./feed-address";
import * as planning from "./plan-shift";
import * as publishing from "./publish-rota";
import * as removing from "./remove-shift";
import * as schema from "./schema";
import * as swapping from "./swap-shift";

export const planShift = action("staff.manage", schema.shiftSchema, planning.planShift);
export const changeShift = action("staff.manage", schema.shiftChangeSchema, planning.changeShift);
export const moveShift = action("staff.manage", schema.shiftMoveSchema, planning.moveShift);
export const removeShift = action("staff.manage", schema.shiftIdSchema, removing.removeShift);
export const restoreShift = action("staff.manage", schema.shiftIdSchema, removing.restoreShift);
export const copyRotaWeek = action("staff.manage", schema.copyWeekSchema, publishing.copyWeek);
export const publishRota = action("staff.manage", schema.publishSchema, publishing.publishRota);
export const offerShift = action("rota.view", schema.offerSchema, swapping.offerShift);
export const withdrawOffer = action("rota.view", schema.offerIdSchema, swapping.withdrawOffer);
export const answerOffer = action("rota.view", schema.offerAnswerSchema, swapping.answerOffer);
export const decideSwap = action("staff.manage", schema.offerAnswerSchema, swapping.decideSwap);
export const renewRotaFeed = action("rota.view", schema.feedSchema, feeds.renewFeed);
export const endRotaFeed = action("rota.view", schema.feedSchema, feeds.endFeed);
