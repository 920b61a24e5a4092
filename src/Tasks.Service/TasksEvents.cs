using Campaign.EventStore;
using Campaign.Tasks.Archives;
using Campaign.Tasks.Assignments;
using Campaign.Tasks.Calendars;
using Campaign.Tasks.Census;
using Campaign.Tasks.Countdown;
using Campaign.Tasks.Deadlines;
using Campaign.Tasks.Indicators;
using Campaign.Tasks.Organisation;
using Campaign.Tasks.Plans;
using Campaign.Tasks.Points;
using Campaign.Tasks.Progress;
using Campaign.Tasks.Rectifications;
using Campaign.Tasks.Recurrences;
using Campaign.Tasks.Reports;
using Campaign.Tasks.Responsibility;
using Campaign.Tasks.Rosters;

namespace Campaign.Tasks;

/// <summary>Every event that this service stores.</summary>
internal static class TasksEvents
{
    public static EventTypes Types { get; } = new EventTypes()
        .Add<StreetRegistered>().Add<CommunityRegistered>().Add<UnitRegistered>().Add<PostRegistered>().Add<PostHandedOver>()
        .Add<ResponsibilityMapDrawn>()
        .Add<PlanImported>().Add<PlanExtended>().Add<PlanRevised>().Add<PlanReferenceResolved>()
        .Add<AssignmentIssued>().Add<AssignmentOverAtIssue>().Add<AssignmentAcknowledged>().Add<AssignmentSubmitted>()
        .Add<AssignmentReturned>().Add<AssignmentApproved>().Add<DeadlineExtended>().Add<AssignmentRevised>().Add<AssignmentBecameOverdue>()
        .Add<AssignmentReassigned>().Add<AssignmentCancelled>()
        .Add<BriefItemFiled>().Add<BriefItemRemoved>().Add<ProgressReported>().Add<InspectionPointRegistered>()
        .Add<ExtensionRequested>().Add<ExtensionRefused>().Add<ClockSuspended>().Add<ClockResumed>().Add<DeadlineMoved>()
        .Add<AssignmentSupervised>().Add<OverdueAppealed>().Add<OverdueAppealUpheld>().Add<OverdueAppealDismissed>()
        .Add<CalendarArranged>().Add<EvaluationDateSet>()
        .Add<RectificationOpened>().Add<RectificationIssued>().Add<RectificationDeclined>()
        .Add<RectificationTakenOver>().Add<RectificationHandedBack>().Add<RectificationExtended>().Add<RectificationBecameOverdue>()
        .Add<RectificationRejected>().Add<RectificationStruckOff>().Add<RectificationCalledOff>()
        .Add<RecurrenceArranged>().Add<RosterArranged>().Add<SeriesStopped>().Add<QuotaRecorded>()
        .Add<OccurrenceMissed>().Add<DutyCheckedIn>().Add<DutyShortStaffed>()
        .Add<IndicatorStandardSet>().Add<IndicatorValueReported>().Add<IndicatorValueWithdrawn>()
        .Add<CensusTradesSet>().Add<EstablishmentRegistered>().Add<EstablishmentChecked>().Add<EstablishmentClosed>().Add<EstablishmentReopened>();
}
