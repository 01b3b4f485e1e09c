extension Rows {
    mutating func append(_ happening: Happening, number: Int) {
        let profile = happening.moment.profile
        field(number)
        field(profile)
        instant(happening.moment.time)
        field(happening.kind.name)
        if let product = happening.product { code("p", Int(product) + 1, width: 3) } else { blank() }
        field(happening.category?.name ?? "")
        if let mailing = happening.mailing { code("c", Int(mailing), width: 2) } else { blank() }
        field(happening.device?.name ?? "")
        field(happening.source?.name ?? "")
        if let cart = happening.cart { pair(profile, Int(cart)) } else { blank() }
        field(happening.answer?.text ?? "")
        endRow()
    }
}
