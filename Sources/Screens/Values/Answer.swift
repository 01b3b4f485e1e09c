public import Analytics
public import Customers
public import Filters

/// What came of a question.
public enum Answer: Hashable, Sendable {
    case size(SegmentSize)
    case conditions([ConditionSize])
    case sample([ProfileRow])
    case sizes([Int])
    case reasons(MembershipReasons)
    case makeup(SegmentMakeup)
    case contrast(SegmentContrast)
    case overlaps([SegmentOverlap])
    case history([SegmentHistoryPoint])
    case versions([Segment])
    case difference(SegmentDifference)
    case page(ProfilePage)
    case card(ProfileCard)
    case timeline(TimelinePage)
    case segments([Segment])
    case rfm(RFMFigures)
    case funnel(FunnelFigures)
    case funnels([SavedFunnel])
    case retention(RetentionReport)
    case lifecycle(LifecycleReport)
    case flows(FlowMatrix)
    case flow(FlowReport)
    case dashboard(DashboardFigures)
    case value(ValueFigures)
    case mailings([MailingRow])
    case sessions(SessionReport)
    case preview(ImportPreview)
    case imported(ImportSummary)
    case mappingSaved(path: String)
    case imports([ImportRecord])
    case discarded
    case summary(StoreSummary)
    case opened(OpenStore)
    case vocabulary(Vocabulary)
    case values([CountedValue])
    case exported(rows: Int, path: String)
}
