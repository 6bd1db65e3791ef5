/** Who may call the actions of running the lab: its materials, people, calendar, reports and administration; read as `MATRIX` is. */
export const RUNNING: Record<string, Record<string, string>> = {
  "lib/calendar/actions.ts": {
    AMTS:
      "makeAppointment changeAppointment moveAppointment cancelAppointment restoreAppointment answerAppointment setReminder findFreeTimes " +
      "findPracticesToName findDentistsToInvite renewCalendarAddress endCalendarAddress",
  },
  "lib/calendar/public-actions.ts": {
    open: "answerInvitation",
  },
  "lib/calendar/rooms/actions.ts": {
    AM: "addRoom changeRoom archiveRoom restoreRoom",
  },
  "lib/data/erasure/actions.ts": {
    A: "erase",
  },
  "lib/data/export/actions.ts": {
    A: "askForExport removeExportNow",
  },
  "lib/data/trash/actions.ts": {
    AM: "restoreFromTrash",
  },
  "lib/departments/actions.ts": {
    AM: "keepDepartment archiveDepartment restoreDepartment setBudget removeBudget restoreBudget",
  },
  "lib/departments/maintenance/actions.ts": {
    AM:
      "keepPlan removePlan restorePlan recordMaintenance removeEntry restoreEntry planDowntime takeBackDowntime " +
      "removeMachineFile restoreMachineFile",
  },
  "lib/departments/promises/actions.ts": {
    AMS: "movePromisedDays",
  },
  "lib/inventory/bills/actions.ts": {
    AM: "addLine changeLine removeLine restoreLine addGroup changeGroup removeGroup addMember removeMember",
  },
  "lib/inventory/counts/actions.ts": {
    AMTS: "openCount countByScan countByHand recount",
    AM: "approveCount cancelCount resumeCount",
  },
  "lib/inventory/items/actions.ts": {
    AMS: "saveItem archiveItem restoreItem saveLocation archiveLocation restoreLocation",
  },
  "lib/inventory/ledger/actions.ts": {
    AMS: "takeOut correctStock undoMovements",
  },
  "lib/inventory/lots/actions.ts": {
    AMS: "receiveDelivery moveLot removeCertificate restoreCertificate",
    AMTS: "lookUpCode findItems",
  },
  "lib/inventory/recalls/actions.ts": {
    AM: "recallLot tellPractices remindPractices holdAffected closeRecall withdrawRecall tellAcknowledged",
    D: "acknowledgeRecall",
  },
  "lib/inventory/statement/actions.ts": {
    AMT: "issueStatement",
  },
  "lib/inventory/suppliers/actions.ts": {
    AMS: "saveSupplier archiveSupplier restoreSupplier setSupplierPrice removeSupplierPrice restoreSupplierPrice",
  },
  "lib/inventory/use/actions.ts": {
    AMT: "findLotToUse",
    AMS: "settleShortfall",
  },
  "lib/labs/calendar/actions.ts": {
    AM: "setLabHours closeLabOn openLabOn closeLabAgain setCapacity",
  },
  "lib/labs/calendar/holidays/actions.ts": {
    AM: "proposeHolidays closeOnHolidays",
  },
  "lib/labs/first-run/actions.ts": {
    A: "markStep startPrices",
  },
  "lib/labs/profile/actions.ts": {
    A: "changeProfile",
  },
  "lib/labs/templates/actions.ts": {
    AM: "addTemplate changeTemplate archiveTemplate restoreTemplate",
  },
  "lib/mail/actions.ts": {
    A: "sendAgain",
  },
  "lib/mail/texts/actions.ts": {
    A: "writeText resetText previewText sendTrial",
  },
  "lib/operations/actions.ts": {
    A: "changeFailedJob retryOutboxTopic backUpNow refreshViewsNow",
  },
  "lib/reports/actions.ts": {
    AM: "refreshReports",
  },
  "lib/settings/mail/actions.ts": {
    A: "changeMailWay forgetSecret sendTestLetter",
  },
  "lib/settings/notices/actions.ts": {
    A: "changeNotices",
  },
  "lib/staff/certificates/actions.ts": {
    AM: "addCertificate changeCertificate removeCertificate restoreCertificate",
  },
  "lib/staff/leave/actions.ts": {
    AMTS: "requestLeave withdrawLeave",
    AM: "recordLeave decideLeave",
  },
  "lib/staff/profiles/actions.ts": {
    AM: "saveProfile",
    AMTS: "saveOwnContact",
  },
  "lib/staff/reviews/actions.ts": {
    AM:
      "startReviews writeReview keepGoal removeGoal restoreGoal shareReview takeReviewBack closeReview " +
      "removeReview restoreReview",
    AMTS: "answerReview",
  },
  "lib/staff/rota/actions.ts": {
    AM: "planShift changeShift moveShift removeShift restoreShift copyRotaWeek publishRota decideSwap",
    AMTS: "renewRotaFeed endRotaFeed offerShift withdrawOffer answerOffer",
  },
  "lib/staff/schedules/actions.ts": {
    AM: "saveWeek setException removeException restoreException",
  },
};
