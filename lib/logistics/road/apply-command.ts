import type { Context } from "@/lib/access/action";
import { arrive, leaveAgain, resumeStop, skipStop } from "../arrive";
import { confirmDelivery } from "../confirm-delivery";
import { failDelivery } from "../fail-delivery";
import type { Report } from "../own-stop";
import { startRoute } from "../start-route";
import { collect } from "./collect";
import { countVan } from "./count-van";
import { loadParcel, unloadParcel } from "./load-parcel";
import { reorder } from "./reorder";
import type { RoadCommand } from "./schema";
import { visit } from "./visit";

/** Does what one command of a phone says, by the capability of its kind; refuses what that refuses. Answers what it answers. */
export function applyCommand(context: Context, command: RoadCommand, report: Report): Promise<object> {
  switch (command.kind) {
    case "start":
      return startRoute(context, command, report);
    case "load":
      return loadParcel(context, command, report);
    case "unload":
      return unloadParcel(context, command, report);
    case "arrive":
      return arrive(context, command, report);
    case "leave":
      return leaveAgain(context, command, report);
    case "skip":
      return skipStop(context, command, report);
    case "resume":
      return resumeStop(context, command, report);
    case "deliver":
      return confirmDelivery(context, { ...command, receiver: command.person }, report);
    case "collect":
      return collect(context, command, report);
    case "visit":
      return visit(context, command, report);
    case "fail":
      return failDelivery(context, command, report);
    case "reorder":
      return reorder(context, command);
    case "count":
      return countVan(context, command, report);
  }
}
