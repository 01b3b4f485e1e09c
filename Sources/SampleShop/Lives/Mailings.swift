import Customers

extension Life {
    /// Receives letters until they unsubscribe.
    ///
    /// - Returns: the orders that a letter led to.
    mutating func receiveMailings() -> [PlannedOrder] {
        guard consents(to: .email) else { return [] }
        var random = Random(seed: shop.seed, number: person.number, purpose: .mail)
        var orders: [PlannedOrder] = []
        for (index, mailing) in Mailing.all.enumerated() {
            let isChosen = random.chance(Mailing.reach)
            let sent = mailing.time + random.below(1800)
            guard isChosen, sent > person.joined + Window.secondsADay else { continue }
            let number = UInt8(index + 1)
            guard let opened = receive(mailing, number: number, sent: sent, random: &random) else { continue }
            if let order = follow(mailing, number: number, opened: opened, random: &random) { orders.append(order) }
            if random.chance(30) {
                unsubscribed = opened + random.within(10...120)
                note(.unsubscribe, at: unsubscribed) { $0.mailing = number }
                break
            }
        }
        return orders
    }

    /// - Returns: when the letter was opened; nil when it was not.
    private mutating func receive(_ mailing: Mailing, number: UInt8, sent: Int, random: inout Random) -> Int? {
        note(.emailSent, at: sent) { $0.mailing = number }
        guard !random.chance(22) else { return nil }
        note(.emailDelivered, at: sent + random.within(1...90)) { $0.mailing = number }
        let isLost = sent > left
        guard random.chance(min(930, mailing.opens * person.habit.attention / (isLost ? 2000 : 1000))) else {
            return nil
        }
        let opened = sent + 120 + Int(random.exponential() * 18_000)
        guard Window.contains(opened) else { return nil }
        note(.emailOpen, at: opened) { $0.mailing = number }
        return opened
    }

    private mutating func follow(
        _ mailing: Mailing, number: UInt8, opened: Int, random: inout Random
    ) -> PlannedOrder? {
        guard random.chance(mailing.clicks) else { return nil }
        let clicked = opened + random.within(4...90)
        note(.emailClick, at: clicked) { $0.mailing = number }
        let isBuyer = person.habit.buying != nil && person.habit != .oneTimer
        guard isBuyer, clicked < left, random.chance(260) else { return nil }
        let order = clicked + random.within(3000...60_000)
        return order < left ? PlannedOrder(time: order, mailing: number) : nil
    }

    /// One in nine tells how the pair fits, a week or two after a web order.
    mutating func answerSurvey(after order: PlannedOrder, random: inout Random) {
        guard random.chance(110), person.hasEmail else { return }
        let answer = Happening.Answer.allCases[random.index(by: Life.answers)]
        note(.surveyAnswered, at: order.time + random.within(5 * Window.secondsADay...15 * Window.secondsADay)) {
            $0.answer = answer
        }
    }

    private static let answers = Weights([70, 18, 12])
}
