import Customers

extension Life {
    /// What is allowed when subscribing.
    mutating func grantConsents() {
        var random = Random(seed: shop.seed, number: person.number, purpose: .consents)
        let origin: ConsentChange.Origin = random.chance(720) ? .signupForm : .checkout
        let answers = [
            (Channel.email, random.chance(840) && person.hasEmail),
            (Channel.sms, random.chance(430) && person.hasPhone),
            (Channel.push, random.chance(person.device == .mobile ? 320 : 60)),
        ]
        for (channel, isGranted) in answers where isGranted {
            change(channel, isGranted: true, origin: origin, at: person.joined)
        }
    }

    /// What is taken back later, and what buyers allow besides.
    mutating func withdrawConsents() {
        var random = Random(seed: shop.seed, number: person.number, purpose: .withdrawals)
        if unsubscribed < Window.seconds {
            change(.email, isGranted: false, origin: .unsubscribeLink, at: unsubscribed)
            let regret = unsubscribed + random.within(30...90) * Window.secondsADay
            if random.chance(90) { change(.email, isGranted: true, origin: .preferenceCentre, at: regret) }
        }
        let later = person.joined + 1 + random.below(Window.seconds - person.joined)
        if consents(to: .sms), random.chance(80) {
            change(.sms, isGranted: false, origin: .smsStop, at: later)
        }
        if consents(to: .push), random.chance(120) {
            change(.push, isGranted: false, origin: .appSettings, at: later)
        }
        if let first = purchases.first, person.hasEmail, random.chance(550) {
            change(.email, purpose: .loyalty, isGranted: true, origin: .checkout, at: first.moment.time)
        }
    }

    private mutating func change(
        _ channel: Channel, purpose: ConsentChange.Purpose = .marketing, isGranted: Bool,
        origin: ConsentChange.Origin, at time: Int
    ) {
        guard Window.contains(time) else { return }
        consents.append(
            ConsentChange(
                moment: moment(at: time, index: consents.count), channel: channel, purpose: purpose,
                isGranted: isGranted, origin: origin))
    }
}
