"use server";

import { action } from "@/lib/access/action";
import { packAgain as again } from "../make-shipment";
import { shipmentSchema } from "../schema";
import { openParcel as open } from "./open-parcel";
import { pack as put } from "./pack";
import { repack as anew } from "./repack";
import { openParcelSchema, packSchema, repackSchema } from "./schema";

export const packParcels = action("shipments.manage", packSchema, put);
export const repackShipment = action("shipments.manage", repackSchema, anew);
export const packAgain = action("shipments.manage", shipmentSchema, again);
export const openParcel = action("shipments.view", openParcelSchema, open);
