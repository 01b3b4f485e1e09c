import Customers
import Filters

extension ValueBinder {
    /// A test of a text column.
    func text(_ test: ValueTest) throws(BindingError.Reason) -> ColumnTest {
        switch test {
        case .compare(let comparison, let literal): return try compare(comparison, try texts([literal])[0])
        case .between(let first, let last):
            let bounds = try texts([first, last]).map { TextBound(text: FoldedText($0), isIncluded: true) }
            return ColumnTest(.text(.ordered(from: bounds[0], to: bounds[1])))
        case .isIn(let literals): return ColumnTest(.text(try among(literals)))
        case .isNotIn(let literals):
            return ColumnTest(.text(try among(literals)), isNegated: true)
        case .contains(let part): return ColumnTest(.text(.contains(FoldedText(part))))
        case .startsWith(let part): return ColumnTest(.text(.startsWith(FoldedText(part))))
        case .endsWith(let part): return ColumnTest(.text(.endsWith(FoldedText(part))))
        case .exactly(let text): return ColumnTest(.text(.exactly(Array(text.utf8))))
        case .matches(let source): return ColumnTest(.text(.matches(try pattern(source))))
        case .has(let literal): throw unfit("= \(written(literal))")
        case .hasAny(let literals), .hasAll(let literals):
            throw unfit("in (\(literals.map(written).joined(separator: ", ")))")
        case .time, .withinNext, .exists, .missing: throw unfit(type.usualTest)
        }
    }

    private func among(_ literals: [Literal]) throws(BindingError.Reason) -> TextTest {
        .among(try texts(literals).map(FoldedText.init).sorted())
    }

    private func compare(_ comparison: Comparison, _ text: String) throws(BindingError.Reason) -> ColumnTest {
        let folded = FoldedText(text)
        func bound(_ isIncluded: Bool) -> TextBound { TextBound(text: folded, isIncluded: isIncluded) }
        return switch comparison {
        case .equal: ColumnTest(.text(.among([folded])))
        case .unequal: ColumnTest(.text(.among([folded])), isNegated: true)
        case .less: ColumnTest(.text(.ordered(from: nil, to: bound(false))))
        case .atMost: ColumnTest(.text(.ordered(from: nil, to: bound(true))))
        case .greater: ColumnTest(.text(.ordered(from: bound(false), to: nil)))
        case .atLeast: ColumnTest(.text(.ordered(from: bound(true), to: nil)))
        }
    }

    private func pattern(_ source: String) throws(BindingError.Reason) -> Pattern {
        do throws(PatternError) {
            return try Pattern(source)
        } catch {
            throw .pattern(error)
        }
    }
}
