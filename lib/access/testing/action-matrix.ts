import { RUNNING } from "./actions-of-running";

/**
 * Who may call which server action, said here once more by hand: the actions by the letters of the roles that may (A admin, M
 * manager, T technician, D dentist, S staff, V driver), `open` for those that work before sign-in. An action that is not here fails.
 */
const MATRIX: Record<string, Record<string, string>> = {
  "lib/access/account/actions.ts": {
    AMTDSV: "changeParticulars changePassword changeAddress resendVerification endSession endOtherSessions",
  },
  "lib/access/first-run/actions.ts": {
    open: "proveCode keepDraft openFirstLab",
  },
  "lib/access/people/actions.ts": {
    D: "invitePerson changeRights endPerson restorePerson startHere",
    AMS: "inviteToPractice changeRightsAtPractice endPersonAtPractice restorePersonAtPractice",
  },
  "lib/access/recovery/actions.ts": {
    open: "forgotPassword resetPassword confirmAddress",
  },
  "lib/access/role-rights/actions.ts": {
    A: "setRight resetRights makeRole renameRole takeRoleAway bringRoleBack",
  },
  "lib/access/users/actions.ts": {
    A: "inviteUser resendInvitation invitationLink changeRole endUserSession disableUser enableUser",
  },
  "lib/billing/actions.ts": {
    AMS: "addLine changeLine removeLine changeNotes sendInvoice mailAgain recordPayment",
    AM: "cancelInvoice",
  },
  "lib/billing/cancellation/actions.ts": {
    AMS: "previewCancellation cancelCase",
  },
  "lib/billing/journal/actions.ts": {
    AM: "setAccounts",
  },
  "lib/billing/ledger/actions.ts": {
    AMS: "receivePayment allocateCredit takeBack bouncePayment",
    AM: "issueCreditNote refundCredit",
  },
  "lib/billing/month-end/actions.ts": {
    AMS: "startMonthEnd cancelMonthEnd mailResultAgain draftPractices",
  },
  "lib/billing/prices/actions.ts": {
    AM:
      "setPriceList copyPriceList archivePriceList restorePriceList setPrice removePrice previewPrices importPrices " +
      "addTaxRate takeBackTaxRate changeBilling",
    AMS: "findPayers checkPrice",
  },
  "lib/billing/reminders/actions.ts": {
    AMS: "sendReminders pauseReminders endPause",
    AM: "changeReminderLevels",
  },
  "lib/billing/statements/actions.ts": {
    AMS: "sendStatements",
    AM: "changeStatementRules",
  },
  "lib/cases/actions.ts": {
    AMTS:
      "holdCase releaseCase holdAgain moveHoldReview writeNote editNote takeNoteAway bringNoteBack " +
      "recordTicketPrinted",
    AMS: "changeDueDate",
    D: "writeToLab changeOwnNote removeOwnNote bringOwnNoteBack",
    AM: "changeCaseRules",
  },
  "lib/cases/approvals/actions.ts": {
    AMTS: "askForApproval withdrawRequest keepAnswer",
    D: "answerDesign",
  },
  "lib/cases/list-actions.ts": {
    AMTS:
      "holdCases releaseCases casesThatFit recordTicketsPrinted caseFilterChoices saveCaseView " +
      "updateCaseView renameCaseView deleteCaseView restoreCaseView openCasesWith",
    AMS: "changeDueDates",
  },
  "lib/cases/particulars/actions.ts": {
    AM: "setParticularDemand replaceParticularRules",
    D: "setOwnPreferences",
    AMS: "setDentistPreferences",
  },
  "lib/cases/portal-list-actions.ts": {
    D:
      "writeToLabAboutCases ownCasesThatFit ownFilterChoices saveOwnView updateOwnView renameOwnView " +
      "deleteOwnView restoreOwnView openOwnCasesWith",
  },
  "lib/cases/remakes/actions.ts": {
    D: "askRemake",
    AMS: "remakeCase refuseRemake",
  },
  "lib/cases/submission-actions.ts": {
    D:
      "submitOwnCase openOwnDraft saveOwnDraft discardOwnDraft restoreOwnDraft lookUpOwnPatient " +
      "findOwnEarlierCases copyOwnEarlierCase",
    AMS:
      "enterCase openDeskDraft saveDeskDraft discardDeskDraft restoreDeskDraft lookUpPatient " +
      "findPracticesToSubmitFor findEarlierCases copyEarlierCase",
  },
  "lib/logistics/actions.ts": {
    AMS:
      "makeShipment unpackShipment planRoute changeRoute deleteRoute restoreRoute putOnRoute putOnNewRoute " +
      "takeOffRoute orderStops orderStopsBest",
  },
  "lib/logistics/carriers/actions.ts": {
    AMS:
      "addCarrier changeCarrier archiveCarrier restoreCarrier setPracticeWay changeWay handToCarrier changeTracking " +
      "confirmCarrierDelivery failCarrierDelivery takeBackFromCarrier handToCollector",
  },
  "lib/logistics/dispatch/actions.ts": {
    AMS: "reschedule",
  },
  "lib/logistics/parcels/actions.ts": {
    AMS: "packParcels repackShipment packAgain openParcel",
  },
  "lib/logistics/pickups/actions.ts": {
    D: "askPickup changeOwnPickup callOffOwnPickup askOwnPickupAgain",
    AMS: "askPickupFor changePickup callOffPickup askPickupAgain settleMissing",
  },
  "lib/logistics/planning/actions.ts": {
    AMS: "planDay lockRoute unlockRoute setRouteTimes setServiceMinutes moveStop takeStopOff addOnRoad",
  },
  "lib/logistics/road/actions.ts": {
    AMS: "changeProofRules",
  },
  "lib/logistics/templates/actions.ts": {
    AMS: "addRouteTemplate changeRouteTemplate archiveRouteTemplate restoreRouteTemplate findPracticesForTemplate",
  },
  "lib/messaging/actions.ts": {
    AMTDS:
      "begin readContacts openCaseConversation sendMessage editMessage removeMessage markConversationRead " +
      "addPeople removePerson leaveConversation renameConversation",
  },
  "lib/network/actions.ts": {
    AM: "checkLicence askApplicant approveApplication rejectApplication setAcceptsApplications",
    D: "rateCase dismissRating recallRating",
  },
  "lib/network/public-actions.ts": {
    open: "apply confirmApplication answerQuestion withdrawApplication",
  },
  "lib/notifications/actions.ts": {
    AMTDSV: "markRead markAllRead openBell savePreferences",
  },
  "lib/practices/actions.ts": {
    AMS:
      "createPractice addPracticeWithDentist editPractice archivePractice restorePractice addDentist linkDentist " +
      "changeDentistTerms unlinkDentist relinkDentist findDentists checkPracticeFile importPractices",
  },
  "lib/practices/closing-days-actions.ts": {
    AMS: "closePracticeOn openPracticeOn closePracticeAgain",
    D: "closeOwnPracticeOn openOwnPracticeOn closeOwnPracticeAgain",
  },
  "lib/workflow/actions.ts": {
    AMTS: "openScanned lookAtStation",
    AMS: "receiveCase lookUpPan handOverItems",
    AMT:
      "startStages undoStart pauseStages resumeStages completeStages undoComplete blockStages unblockStages " +
      "sendBackStages passQuality failQuality",
    AM: "assignStages",
  },
  "lib/workflow/batches/actions.ts": {
    AMT: "openLoad loadScanned takeOutOfLoad startLoad finishLoad cancelLoad",
  },
  "lib/workflow/checklists/actions.ts": {
    AM: "addQuestion changeQuestion archiveQuestion restoreQuestion orderQuestions",
  },
  "lib/workflow/list-actions.ts": {
    AM: "assignCases",
  },
  "lib/workflow/machines/actions.ts": {
    AMT: "reportMachineDown reportMachineUp chooseMachine",
    AM: "keepMachine",
  },
  "lib/workflow/reason-list/actions.ts": {
    AM: "addReason renameReason archiveReason restoreReason orderReasons",
  },
  "lib/workflow/suggest/actions.ts": {
    AM: "suggestPeople",
  },
  "lib/workflow/try-in-actions.ts": {
    AMT: "sendToTryIn",
    AMS: "handTryIn takeTryInBack",
  },
};

/** The letters of who may call an action, by its file and name. */
export const ALLOWED: ReadonlyMap<string, string> = new Map(
  Object.entries({ ...MATRIX, ...RUNNING }).flatMap(([file, byLetters]) =>
    Object.entries(byLetters).flatMap(([letters, names]) =>
      names.split(" ").map((name): [string, string] => [`${file} ${name}`, letters]),
    ),
  ),
);
