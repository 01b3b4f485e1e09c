extension Rows {
    mutating func append(_ purchase: Purchase, number: Int) {
        let profile = purchase.moment.profile
        field(number)
        field(profile)
        instant(purchase.moment.time)
        field(purchase.status.rawValue)
        money(purchase.revenue)
        money(purchase.discount)
        money(purchase.cost)
        field("EUR")
        field(purchase.channel.rawValue)
        field(purchase.source?.name ?? "")
        field(purchase.device?.name ?? "")
        if let mailing = purchase.mailing { code("c", Int(mailing), width: 2) } else { blank() }
        field(purchase.code)
        if let cart = purchase.cart { pair(profile, Int(cart)) } else { blank() }
        endRow()
    }

    mutating func append(_ line: Purchase.Line, of product: Product, order: Int) {
        field(order)
        code("p", line.product + 1, width: 3)
        field(product.category.name)
        field(product.colour)
        if let size = line.size { self.size(size) } else { blank() }
        field(line.quantity)
        money(line.price)
        endRow()
    }
}
