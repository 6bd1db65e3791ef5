"use server";

import { action } from "@/lib/access/action";
import * as binding from "./bind";
import * as standing from "./downtime";
import * as editing from "./edit-machine";
import * as schema from "./schema";

export const reportMachineDown = action("bench.work", schema.machineDownSchema, standing.reportDown);
export const reportMachineUp = action("bench.work", schema.machineUpSchema, standing.reportUp);
export const keepMachine = action("departments.manage", schema.machineSchema, editing.saveMachine);
export const chooseMachine = action("bench.work", schema.bindMachineSchema, binding.bindMachine);
