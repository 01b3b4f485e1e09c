import Foundation
import SampleShop
import Testing

struct LogarithmTests {
    @Test(arguments: [1, 0.5, 0.7071, 0.7072, 0.9999, 1.0001, 1.4142, 1.4143, 0x1p-53, 1e-9, 3, 1e300, 2.5e-308])
    func `agrees with the C library to the last digit or two`(value: Double) {
        #expect(abs(naturalLogarithm(value) - log(value)) <= 2 * max(log(value).ulp, 0x1p-54))
    }
}
