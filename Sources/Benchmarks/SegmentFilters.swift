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
    ]
}
