extension Rows {
    mutating func append(_ product: Product, number: Int) {
        code("p", number, width: 3)
        field("\(product.brand) \(product.model)")
        field(product.brand)
        field(product.category.name)
        field(product.category.audience)
        field(product.colour)
        if let sizes = product.sizes { self.sizes(sizes) } else { blank() }
        money(product.price)
        money(product.cost)
        field(product.collection.name)
        date(Window.firstDay + product.collection.arrival)
        field(product.stock)
        endRow()
    }
}
