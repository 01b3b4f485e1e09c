/// A file that a shop writes.
public enum ShopFile: CaseIterable, Hashable, Sendable {
    /// One row a profile, in the order of their numbers.
    case profiles
    /// One row an event, in the order of time.
    case events
    /// One row an order, in the order of time.
    case orders
    /// One row a line of an order, in the order of the orders.
    case orderItems
    /// One row a product.
    case products
    /// One row a consent given or taken back, in the order of time.
    case consents

    /// The file's name, as `order_items.csv`.
    public var name: String {
        switch self {
        case .profiles: "profiles.csv"
        case .events: "events.csv"
        case .orders: "orders.csv"
        case .orderItems: "order_items.csv"
        case .products: "products.csv"
        case .consents: "consents.csv"
        }
    }

    /// The names of its columns.
    var header: String {
        switch self {
        case .profiles:
            """
            profile_id,email,phone,first_name,last_name,gender,birth_date,city,country,time_zone,language,\
            marital_status,children,youngest_child_birth_date,pet,shoe_size,foot_width,interests,acquisition_source,\
            device,loyalty_tier,loyalty_points,subscribed_at,email_consent,sms_consent,push_consent
            """
        case .events: "event_id,profile_id,timestamp,type,product_id,category,campaign_id,device,source,cart_id,answer"
        case .orders:
            """
            order_id,profile_id,timestamp,status,revenue,discount,cost,currency,channel,source,device,campaign_id,\
            promo_code,cart_id
            """
        case .orderItems: "order_id,product_id,category,colour,size,quantity,price"
        case .products: "product_id,name,brand,category,audience,colour,sizes,price,cost,collection,introduced_on,stock"
        case .consents: "identifier,channel,purpose,state,time,source,wording"
        }
    }
}
