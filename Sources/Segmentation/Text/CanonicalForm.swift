@_spi(_Unicode) import Swift

/// A text in Unicode's normal form C.
///
/// The standard library has this form for its own comparisons and shows it under this name to those who ask for it, as
/// swift-foundation does.
func canonicallyComposed(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    scalars.append(contentsOf: text._nfc)
    return String(scalars)
}
