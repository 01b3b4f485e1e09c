// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "patron",
    products: [.executable(name: "patron", targets: ["patron"])],
    dependencies: [
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/LebJe/TOMLKit", exact: "0.6.0"),
    ],
    targets: [
        // C
        .target(name: "CNcurses"),
        .target(name: "CKernels"),
        .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),
        .target(name: "CPty"),
        .systemLibrary(name: "CVterm", providers: [.apt(["libvterm-dev"])]),
        // ground
        .target(name: "Phrases"),
        .target(name: "Customers", dependencies: ["Phrases"]),
        .target(name: "Columnar", dependencies: ["CKernels"]),
        .target(name: "Terminal", dependencies: ["Phrases"], exclude: ["Tables"]),
        // language
        .target(name: "Filters", dependencies: ["Customers", "Phrases"]),
        // work
        .target(name: "Intake", dependencies: ["Customers", "Columnar", "CKernels", "CZlib", "Phrases"]),
        .target(name: "Segmentation", dependencies: ["Customers", "Columnar", "Filters", "Phrases"]),
        .target(name: "Analytics", dependencies: ["Customers", "Columnar", "Filters", "Phrases"]),
        .target(name: "SampleShop", dependencies: ["Customers"]),
        .target(
            name: "Store",
            dependencies: [
                "Customers", "Columnar", "CKernels", "Phrases", .product(name: "GRDB", package: "GRDB.swift"),
            ]),
        // app
        .target(name: "Curses", dependencies: ["Terminal", "CNcurses"]),
        .target(name: "Screens", dependencies: ["Terminal", "Customers", "Filters", "Analytics", "Phrases"]),
        .target(
            name: "Workspace",
            dependencies: [
                "Customers", "Columnar", "CKernels", "Filters", "Intake", "Segmentation", "Analytics", "Store",
                "Phrases",
            ]),
        // program
        .executableTarget(
            name: "patron",
            dependencies: [
                "Customers", "Phrases", "Terminal", "Filters", "Intake", "Analytics", "SampleShop", "Store",
                "Workspace",
                "Screens", "Curses",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "TOMLKit", package: "TOMLKit"),
            ],
            exclude: ["Documentation.docc"]),
        .executableTarget(
            name: "Benchmarks", dependencies: ["Workspace", "Store", "Customers", "Analytics", "Filters"]),
        // tests
        .testTarget(name: "CustomersTests", dependencies: ["Customers"]),
        .testTarget(name: "ColumnarTests", dependencies: ["Columnar"]),
        .testTarget(name: "TerminalTests", dependencies: ["Terminal"]),
        .testTarget(name: "CursesTests", dependencies: ["Curses", "Terminal"]),
        .testTarget(name: "FiltersTests", dependencies: ["Filters", "Customers", "Phrases"]),
        .testTarget(name: "IntakeTests", dependencies: ["Intake", "Customers", "Columnar", "Phrases"]),
        .testTarget(
            name: "SegmentationTests", dependencies: ["Segmentation", "Filters", "Columnar", "Customers", "Phrases"]),
        .testTarget(name: "AnalyticsTests", dependencies: ["Analytics", "Customers", "Columnar", "Filters"]),
        .testTarget(name: "SampleShopTests", dependencies: ["SampleShop"]),
        .testTarget(
            name: "StoreTests",
            dependencies: [
                "Store", "Customers", "Columnar", "Phrases", .product(name: "GRDB", package: "GRDB.swift"),
            ]),
        .testTarget(
            name: "WorkspaceTests",
            dependencies: [
                "Workspace", "Store", "Intake", "Segmentation", "Analytics", "Filters", "Columnar", "Customers",
                "Phrases", "SampleShop",
            ]),
        .testTarget(
            name: "ScreensTests", dependencies: ["Screens", "Terminal", "Customers", "Analytics", "Filters", "Phrases"]),
        .testTarget(
            name: "PatronTests",
            dependencies: [
                "CPty", "CVterm", "Analytics", "Customers", "Intake", "Phrases", "Screens", "Terminal", "Workspace",
                "patron",
            ]),
    ],
    swiftLanguageModes: [.v6],
    cLanguageStandard: .gnu11
)

for target in package.targets where target.type != .system {
    target.swiftSettings = [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
        .treatAllWarnings(as: .error),
    ]
}
