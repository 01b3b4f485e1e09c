import Customers
import Intake
import Testing

struct GuessTests {
    /// Headers of files that people have, a row of each, and what they are.
    static let files: [(String, String, FileKind, String)] = [
        (
            "event_id,profile_id,timestamp,type,product_id,category,campaign_id,device,source",
            "1,47267,2024-01-01T00:00:01Z,product_view,p00602,kids,,mobile,instagram", .events,
            "key integer,identifier profile_id integer,time timestamp,event name text,property text,property text,"
                + "property text,property text,property text"
        ),
        (
            "order_id,profile_id,timestamp,status,revenue,discount,cost,channel",
            "1,67977,2024-01-01T00:03:09Z,completed,68.54,0.00,30.84,marketplace", .orders,
            "key integer,identifier profile_id integer,time timestamp,property text,property money,property money,"
                + "property money,property text"
        ),
        (
            "order_id,product_id,category,colour,size,quantity,price", "1,p00098,sandals,red,34,2,34.27", .orderLines,
            "key integer,property text,property text,property text,property text,property integer,property money"
        ),
        (
            "profile_id,email,phone,birth_date,shoe_size,subscribed_at,email_consent",
            "1,a@wp.pl,+49680097904,1989-09-05,36,2025-10-03T23:10:06Z,0", .profiles,
            "identifier profile_id integer,identifier email text,identifier phone text,property date,"
                + "property integer,property timestamp,property boolean"
        ),
        (
            "customer_id,sample_id,date,cds,amount", "00004,0001,1997-01-01,2,29.33", .orders,
            "identifier customer_id text,property text,time timestamp,property integer,property money"
        ),
        (
            "ID,frequency,recency,T", "1,2,30.43,38.86", .profiles,
            "identifier id integer,property integer,property number,property number"
        ),
        (
            "ID,x,t_x,T,zbar", "1,2,30.43,38.86,22.35", .profiles,
            "identifier id integer,property integer,property number,property number,property number"
        ),
        (
            "userid,version,sum_gamerounds,retention_1,retention_7", "116,gate_30,3,FALSE,FALSE", .profiles,
            "identifier userid integer,property text,property integer,property boolean,property boolean"
        ),
        (
            "rec_id, given_name, surname, street_number, state, date_of_birth, soc_sec_id",
            "rec-223-org, , waller, 6, wa, 19081209, 6988048", .profiles,
            "identifier rec_id text,property text,property text,property integer,property text,property date,"
                + "property integer"
        ),
        (
            "ID\tYear_Birth\tEducation\tDt_Customer\tIncome\tComplain", "5524\t1957\tGraduation\t04-09-2012\t58138\t0",
            .profiles,
            "identifier id integer,property integer,property text,property date,property integer,property integer"
        ),
        (
            "user_id,session_id,event,timestamp,platform", "user_0000,sess_000001,home,2024-03-13 10:21:14,desktop",
            .events, "identifier user_id text,property text,event name text,time timestamp,property text"
        ),
        (
            "unique_id,first_name,surname,dob,city,email,cluster", "1,Rob,Allen,1971-06-24,London,r@smith.net,0",
            .profiles,
            "identifier unique_id integer,property text,property text,property date,property text,"
                + "identifier email text,property integer"
        ),
        (
            "Номер заказа;Клиент;Дата;Сумма", "17;204;05.03.2024;1 234,50", .orders,
            "key integer,identifier клиент integer,time timestamp,property money"
        ),
        (
            "Nr zamówienia;Klient;Data;Kwota;Status", "Z/17;K204;25.03.2024 10:15;99,90;opłacone", .orders,
            "key text,identifier klient text,time timestamp,property money,property text"
        ),
        ("Phone;E-mail", "600700800;A@B.pl", .profiles, "identifier phone text,identifier email text"),
        ("sku,name,price", "a1,Boots,19.99", .products, "key text,property text,property money"),
        (
            "email,channel,purpose,state,date", "a@b.pl,email,marketing,granted,2024-01-01", .consents,
            "identifier email text,property text,property text,property text,time timestamp"
        ),
        (
            "userId,eventName,eventTime", "a,open,1700000000", .events,
            "identifier user_id text,event name text,time timestamp"
        ),
        (
            "event_id,profile_id,timestamp,type,order_id,amount", "1,7,2025-04-02T10:00:00Z,refund,1001,30.00", .events,
            "key integer,identifier profile_id integer,time timestamp,event name text,property integer,property money"
        ),
        (
            "event_id,profile_id,timestamp,type,amount", "1,7,2025-04-02T10:00:00Z,top up,30.00", .events,
            "key integer,identifier profile_id integer,time timestamp,event name text,property number"
        ),
        (
            "profile_id,date,type,order_id,amount,reason", "7,2025-04-02,Refund,1001,30.00,too small", .events,
            "identifier profile_id integer,time timestamp,event name text,property integer,property money,"
                + "property text"
        ),
        (
            "profile_id,date,type,order_id,amount", "7,2025-04-02,delivery,1001,30.00", .orders,
            "identifier profile_id integer,time timestamp,property text,key integer,property money"
        ),
        (
            "refund_id,order_id,customer_id,refunded_at,type,amount", "R1,17,204,2025-04-02T10:00:00Z,size,99.90",
            .events,
            "key text,property integer,identifier customer_id integer,time timestamp,property text,property money,"
                + "event name text"
        ),
        (
            "Nr zwrotu;Nr zamówienia;Klient;Data zwrotu;Typ;Kwota", "Z/17;9;K204;25.03.2024;zwrot;99,90", .events,
            "key text,property integer,identifier klient text,time timestamp,event name text,property number"
        ),
        (
            "order_id,customer_id,order_date,refund_date,total,event_id,type",
            "1,2,2024-01-01,2024-02-01,3.50,4,standing", .orders,
            "key integer,identifier customer_id integer,time timestamp,property date,property money,property integer,"
                + "property text"
        ),
    ]

    @Test(arguments: ["refund_id,order_id,customer_id,refunded_at,amount", "rma,order_id,email,returned_at,name"])
    func `refunds that have no event's name are called so, unless a mapping calls them otherwise`(header: String) throws
    {
        let file = Fixture("\(header)\n1,17,204,2025-04-02,99.90\n")
        func names(_ mapping: Mapping = Mapping()) throws -> [ColumnPlan.Source] {
            let plan = try FilePlan.guess(file.path, mapping: mapping)
            #expect(plan.kind == .events)
            return plan.columns.filter { $0.role == .eventName }.map(\.source)
        }
        #expect(try names() == [.constant("refund")])
        #expect(
            try names(Mapping(constants: [.init(target: "event", value: "chargeback")])) == [.constant("chargeback")])
        let last = header.split(separator: ",").count - 1
        let mapping = Mapping(
            columns: [.init(header: String(header.split(separator: ",")[last]), role: "event name", type: "text")])
        #expect(try names(mapping) == [.position(last)])
    }

    @Test(arguments: files)
    func `tells what a file is from its header`(header: String, row: String, kind: FileKind, columns: String) throws {
        let file = Fixture("\(header)\n\(row)\n")
        let plan = try FilePlan.guess(file.path)
        #expect(plan.kind == kind)
        #expect(plan.columns.map { "\($0.role.words) \($0.type.rawValue)" }.joined(separator: ",") == columns)
        let reading = Reading(file.path, plan)
        #expect(reading.rejects == [])
        #expect(reading.rows.count == 1)
    }

    @Test(arguments: files)
    func `a guess shown as a mapping gives the guess again`(
        header: String, row: String, kind: FileKind, columns: String
    ) throws {
        let file = Fixture("\(header)\n\(row)\n")
        let plan = try FilePlan.guess(file.path)
        var again = try FilePlan.guess(file.path, mapping: plan.mapping)
        again.notes = plan.notes
        #expect(again == plan)
    }

    @Test func `order columns get the names that orders know`() throws {
        let file = Fixture("Order No,Customer,Order Date,Total,Shipping,VAT\n1,2,2024-01-01,3.50,1,0\n")
        let plan = try FilePlan.guess(file.path)
        #expect(plan.columns.map(\.target) == ["Order No", "Customer", "Order Date", "revenue", "delivery", "tax"])
    }

    @Test(arguments: [
        ("1,2,3", ValueType.integer), ("1,2.5,3", .number), ("-1,0,10", .integer), ("00004,1,2", .text),
        ("+4,1,2", .text), ("1234567890123456789,1,2", .text), ("TRUE,FALSE,TRUE", .boolean), ("yes,no,yes", .boolean),
        ("0,1,0", .integer), ("2024-01-01,2024-02-29,1999-12-31", .date), ("2024-01-01,2023-02-29,x", .text),
        ("2024-01-01 10:00:00,2024-01-01T10:00:00.123Z,2024-01-01T10:00:00+02:00", .timestamp),
        ("31.12.2024,01.02.2024,5.6.2024", .date), ("12/31/2024,01/02/2024,", .date), (",,", .text),
        ("1e5,2e4,3e3", .text), ("1.5e-5,2,3", .number), ("NA,1,2", .integer), ("a,1,2", .text),
    ])
    func `guesses the type of a column from its values`(values: String, expected: ValueType) throws {
        let rows = values.split(separator: ",", omittingEmptySubsequences: false).enumerated()
        let file = Fixture("id;value\n" + rows.map { "\($0 + 1);\($1)\n" }.joined())
        let plan = try FilePlan.guess(file.path)
        #expect(plan.columns[1].type == expected)
        #expect(Reading(file.path, plan).rejects == [])
    }

    @Test func `says when day and month could be either`() throws {
        let clear = Fixture("id,day\n1,31/12/2024\n2,01/02/2024\n"), unclear = Fixture("id,day\n1,01/02/2024\n")
        #expect(try FilePlan.guess(clear.path).notes == [])
        let plan = try FilePlan.guess(unclear.path)
        #expect(plan.notes == [.ambiguousDate(column: "day")])
        #expect(plan.columns[1].conversion.format?.pattern == "dd/MM/yyyy")
    }

    @Test func `names columns that have none or one that is taken`() throws {
        let file = Fixture("id,name,name,,\n1,a,b,,x\n")
        let plan = try FilePlan.guess(file.path)
        #expect(plan.columns.map(\.target) == ["id", "name", "name_2", "column_4", "column_5"])
        #expect(
            plan.notes == [
                .renamed(column: "name", to: "name_2"), .leftOut(position: 3), .named(position: 4, as: "column_5"),
            ])
        #expect(plan.stored.count == 4)
    }

    @Test func `a file that says nothing is refused with what was seen and what to do`() {
        let file = Fixture("alpha,beta\n1,2\n")
        let error = #expect(throws: IntakeError.self) { try FilePlan.guess(file.path) }
        #expect(error == .unknownKind(path: file.path, headers: ["alpha", "beta"]))
        #expect(error?.description.contains("‘alpha’, ‘beta’") == true)
        #expect(error?.description.contains("--as order-lines") == true)
    }

    @Test func `files that are no text are refused`() {
        let utf16 = Fixture([0xFF, 0xFE] + "id,email".utf8.flatMap { [$0, 0] })
        let unmarked = Fixture("id,email\n1,a@b.pl\n".utf8.flatMap { [$0, 0] })
        let archive = Fixture([0x50, 0x4B, 3, 4, 0, 0]), empty = Fixture("")
        #expect(throws: IntakeError.utf16(path: utf16.path)) { try FilePlan.guess(utf16.path) }
        #expect(throws: IntakeError.utf16(path: unmarked.path)) { try FilePlan.guess(unmarked.path) }
        #expect(throws: IntakeError.binary(path: archive.path)) { try FilePlan.guess(archive.path) }
        #expect(throws: IntakeError.empty(path: empty.path)) { try FilePlan.guess(empty.path) }
        #expect(throws: IntakeError.self) { try FilePlan.guess("/tmp/patron-no-such-file.csv") }
    }

    @Test func `of two amounts the one that is called revenue is the revenue`() throws {
        let fixture = Fixture("order_id,customer_id,date,amount,revenue,sku,product\n1,5,2025-01-01,10.00,9.00,a,b\n")
        let plan = try FilePlan.guess(fixture.path)
        #expect(plan.kind == .orders)
        #expect(plan.columns[3].target == "amount")
        #expect(plan.columns[4].target == "revenue")
        #expect(plan.columns[4].type == .money)
    }

    @Test func `a bad time is a bad row and makes no other file`() throws {
        let rows = (1...20).map { "\($0),5,\($0 == 7 ? "yesterday" : "2025-01-01T10:00:00Z"),visit\n" }.joined()
        let fixture = Fixture("event_id,profile_id,timestamp,type\n" + rows)
        let plan = try FilePlan.guess(fixture.path)
        #expect(plan.kind == .events)
        #expect(plan.columns[2].role == .time)
        let reading = Reading(fixture.path, plan)
        #expect(reading.rejects.map(\.line) == [8])
        #expect(reading.rejects.map(\.reason) == [.misfit(.timestamp)])
    }
}
