"use server";

import { action } from "@/lib/access/action";
import { addRoom as add, archiveRoom as archive, changeRoom as change, restoreRoom as restore } from "./edit-rooms";
import { changeRoomSchema, roomIdSchema, roomSchema } from "./schema";

export const addRoom = action("departments.manage", roomSchema, add);
export const changeRoom = action("departments.manage", changeRoomSchema, change);
export const archiveRoom = action("departments.manage", roomIdSchema, archive);
export const restoreRoom = action("departments.manage", roomIdSchema, restore);
