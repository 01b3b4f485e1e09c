/// The messy second record of somebody who is already known.
struct Duplicate {
    /// The profile number of the same person's first record.
    let original: Int
    let spelling: Spelling

    /// What differs from the first record.
    enum Spelling: Int, CaseIterable {
        /// Two letters of the family name are swapped; another e-mail; the same telephone with blanks.
        case typo
        /// The name in plain Latin letters; another e-mail, the same telephone.
        case latin
        /// Another e-mail and no telephone; name and birthday agree.
        case otherEmail
        /// The same e-mail in capitals, and no telephone.
        case capitals
    }

    /// The duplicate that a profile number stands for: one in two hundred does.
    init?(number: Int, seed: UInt64) {
        guard Duplicate.isDuplicate(number) else { return nil }
        var random = Random(seed: seed, number: number, purpose: .original)
        let drawn = 1 + random.below(number - 1)
        original = Duplicate.isDuplicate(drawn) ? drawn - 1 : drawn
        spelling = Spelling.allCases[number / 200 % Spelling.allCases.count]
    }

    /// The contact of the first record, misspelled.
    func misspelled(_ contact: Contact, of person: Person, number: Int) -> Contact {
        var copy = contact
        copy.email = "\(person.given.latin)\(number)@example.com"
        switch spelling {
        case .typo:
            copy.family = swapped(contact.family)
            copy.phone = contact.phone.map(spaced)
        case .latin:
            copy.given = capitalized(person.given.latin)
            copy.family = capitalized(person.family.latin)
        case .otherEmail:
            copy.phone = nil
        case .capitals:
            copy.email = contact.email?.uppercased() ?? copy.email
            copy.phone = nil
        }
        return copy
    }

    private static func isDuplicate(_ number: Int) -> Bool {
        number % 200 == 118
    }

    private func swapped(_ name: String) -> String {
        var letters = Array(name)
        let middle = letters.count / 2
        // A pair of equal letters would show no typo.
        let place = (middle..<letters.count).first { letters[$0] != letters[$0 - 1] } ?? middle
        letters.swapAt(place - 1, place)
        return String(letters)
    }

    private func spaced(_ phone: String) -> String {
        var text = ""
        for (index, digit) in phone.reversed().enumerated() {
            if index > 0, index % 3 == 0, digit != "+" { text.append(" ") }
            text.append(digit)
        }
        return String(text.reversed())
    }

    private func capitalized(_ name: String) -> String {
        name.prefix(1).uppercased() + name.dropFirst()
    }
}
