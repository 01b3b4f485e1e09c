/// The segments of the workloads in the filter language.
enum SegmentFilters {
    static let demographic = """
        country in ("PL", "UA") and (gender = "F" or marital_status = "married") and not shoe_size >= 44 \
        and email_consent = true and birth_date between 1980-01-01 and 1999-12-31
        """
    static let ordered = "did purchase where category = \"sneakers\" at least 2 times within last 90 days"

    static let all = [
        ("W1", demographic),
        ("W2", ordered),
        (
            "W3",
            """
            did product_view where category = "boots" within last 30 days and did not purchase within last 180 days
            """
        ),
        ("W4", "subscribed_at before 30 days ago and did not order"),
        (
            "W5",
            """
            country = "PL" and (city = "Warszawa" or acquisition_source in ("facebook", "instagram")) \
            and (did product_view where category in ("sandals", "sneakers") at least 3 times within last 60 days \
            or did add_to_cart within last 14 days and did not purchase within last 14 days) \
            and (not did email_open at least 2 times within last 90 days or sum(purchase.revenue) >= 500)
            """
        ), ("W6", "did email_click then purchase within 7 days"),
    ]

    /// The ten segments of the overlap matrix, W14.
    static let overlapping = [
        "country = \"PL\"", "gender = \"F\"", "email_consent = true", "did purchase",
        "did purchase at least 3 times", "sum(purchase.revenue) >= 500", "did session_start within last 30 days",
        "did product_view where category = \"boots\" within last 90 days", "did email_open within last 60 days",
        "did add_to_cart within last 30 days",
    ]

    /// Conditions that no workload of other engines is of.
    static let conditions = [
        ("mean", "average(purchase.revenue) >= 100"), ("kinds", "distinct(order.category) >= 3"),
        ("lines", "sum(purchase.quantity) >= 5"), ("not", "did add_to_cart then not purchase within 24 hours"),
        ("wait", "did email_open then not email_click within 1 day then purchase within 7 days"),
        ("same", "did product_view within last 30 days then same product purchase within 7 days"),
        ("chain", "did session_start then product_view within 1 hour then add_to_cart within 1 hour"),
        ("habit", "did session_start in at least 3 of last 8 weeks"),
        ("life", "lifecycle of session_start by month = \"resurrected\""),
        ("cohrt", "in cohort 2025-03 of purchase"), ("stop", "stopped purchase within last 90 days"),
        ("sampl", "sample 10 % salt \"x\""),
    ]
}
