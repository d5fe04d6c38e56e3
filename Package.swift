// swift-tools-version:6.1
import PackageDescription

/// Rules that every target of ours keeps.
let houseRules: [SwiftSetting] = [
  .unsafeFlags(["-warnings-as-errors"]),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "hubwright",
  products: [.executable(name: "hubwright", targets: ["hubwright"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  // In pipeline order: a target may import only what stands above it.
  targets: [
    .systemLibrary(
      name: "CCmarkGFM",
      pkgConfig: "libcmark-gfm",
      providers: [
        .apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"]),
        .yum(["cmark-gfm-devel"]),
      ]),
    .systemLibrary(
      name: "CStemmer",
      providers: [.apt(["libstemmer-dev"]), .yum(["libstemmer-devel"])]),
    .systemLibrary(
      name: "CDeflate", pkgConfig: "libdeflate",
      providers: [.apt(["libdeflate-dev"]), .yum(["libdeflate-devel"])]),
    .systemLibrary(
      name: "CMimalloc",
      providers: [.apt(["libmimalloc-dev"]), .yum(["mimalloc-devel"])]),
    .systemLibrary(
      name: "CCrypto", pkgConfig: "libcrypto",
      providers: [.apt(["libssl-dev"]), .yum(["openssl-devel"])]),
    .executableTarget(name: "embed-files", swiftSettings: houseRules),
    .plugin(name: "EmbedFiles", capability: .buildTool(), dependencies: ["embed-files"]),
    .target(name: "Diagnostics", swiftSettings: houseRules),
    .target(
      name: "TestSupport", dependencies: ["CDeflate", "Linking", "Content", "CivilTime", "Diagnostics"],
      path: "Tests/TestSupport",
      swiftSettings: houseRules),
    .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics", "TestSupport"], swiftSettings: houseRules),
    .target(name: "CivilTime", swiftSettings: houseRules),
    .testTarget(name: "CivilTimeTests", dependencies: ["CivilTime"], swiftSettings: houseRules),
    // ICU is the one that Foundation brings along.
    .target(
      name: "Languages", swiftSettings: houseRules, linkerSettings: [.linkedLibrary("_FoundationICU")]),
    .testTarget(name: "LanguagesTests", dependencies: ["Languages"], swiftSettings: houseRules),
    .target(name: "Formats", dependencies: ["CDeflate", "CivilTime", "Diagnostics"], swiftSettings: houseRules),
    .testTarget(
      name: "FormatsTests", dependencies: ["Formats", "CivilTime", "TestSupport"], swiftSettings: houseRules),
    .target(name: "Digests", dependencies: ["CCrypto"], swiftSettings: houseRules),
    .target(name: "Markdown", dependencies: ["CCmarkGFM", "Formats", "Diagnostics"], swiftSettings: houseRules),
    .testTarget(
      name: "MarkdownTests", dependencies: ["Markdown", "Diagnostics", "TestSupport"], exclude: ["Specs"],
      swiftSettings: houseRules),
    .executableTarget(
      name: "read-markdown", dependencies: ["Markdown", "Diagnostics"], path: "Tests/read-markdown",
      swiftSettings: houseRules),
    .target(
      name: "Content",
      dependencies: [
        "Markdown", "Formats", "Languages", "CivilTime", "Diagnostics", .product(name: "Yams", package: "Yams"),
      ],
      swiftSettings: houseRules),
    .testTarget(
      name: "ContentTests",
      dependencies: ["Content", "Markdown", "Formats", "Languages", "CivilTime", "Diagnostics", "TestSupport"],
      swiftSettings: houseRules),
    .target(
      name: "Linking", dependencies: ["Content", "Markdown", "Formats", "CivilTime", "Diagnostics"],
      swiftSettings: houseRules),
    .testTarget(
      name: "LinkingTests",
      dependencies: ["Linking", "Content", "Markdown", "CivilTime", "Diagnostics", "TestSupport"],
      swiftSettings: houseRules),
    .target(name: "Editions", dependencies: ["Digests", "Linking"], swiftSettings: houseRules),
    .testTarget(
      name: "EditionsTests",
      dependencies: [
        "Publishing", "Outputs", "Editions", "Digests", "Linking", "Formats", "CivilTime", "Diagnostics", "TestSupport",
      ],
      swiftSettings: houseRules),
    .target(
      name: "Authoring", dependencies: ["Linking", "Content", "Markdown", "Languages", "CivilTime", "Diagnostics"],
      swiftSettings: houseRules,
      plugins: ["EmbedFiles"]),
    .target(name: "Searching", dependencies: ["CStemmer", "Formats"], swiftSettings: houseRules),
    .testTarget(
      name: "SearchingTests", dependencies: ["Searching", "Formats", "TestSupport"], swiftSettings: houseRules),
    .target(name: "Templating", dependencies: ["Formats", "Diagnostics"], swiftSettings: houseRules),
    .testTarget(
      name: "TemplatingTests", dependencies: ["Templating", "Formats", "Diagnostics", "TestSupport"],
      swiftSettings: houseRules),
    .target(
      name: "Drawings",
      dependencies: ["Content", "Formats", "CivilTime"],
      swiftSettings: houseRules),
    .target(
      name: "OutputFiles",
      dependencies: ["Editions", "Digests", "Linking", "Content", "Formats", "Diagnostics"],
      swiftSettings: houseRules),
    .target(
      name: "Sites",
      dependencies: [
        "Drawings", "Editions", "Linking", "Content", "Markdown", "Templating", "Languages", "Formats", "CivilTime",
        "Diagnostics",
      ],
      swiftSettings: houseRules),
    .target(
      name: "Pages",
      dependencies: [
        "Sites", "Drawings", "OutputFiles", "Linking", "Content", "Markdown", "Templating", "Languages", "Formats",
        "CivilTime", "Diagnostics",
      ],
      swiftSettings: houseRules),
    .target(
      name: "Calendars",
      dependencies: ["Pages", "Sites", "OutputFiles", "Linking", "Content", "Templating", "Formats", "CivilTime"],
      swiftSettings: houseRules),
    .target(
      name: "Books",
      dependencies: [
        "Pages", "Sites", "OutputFiles", "Editions", "Linking", "Content", "Templating", "Formats", "CivilTime",
        "Diagnostics",
      ],
      swiftSettings: houseRules),
    .target(
      name: "DataFiles",
      dependencies: [
        "Pages", "Sites", "OutputFiles", "Searching", "Linking", "Content", "Markdown", "Templating", "Digests",
        "Formats", "CivilTime", "Diagnostics",
      ],
      swiftSettings: houseRules),
    .target(
      name: "Outputs",
      dependencies: [
        "DataFiles", "Books", "Calendars", "Pages", "Sites", "OutputFiles", "Editions", "Linking", "Content",
        "Markdown", "Templating", "Formats", "CivilTime", "Diagnostics",
      ],
      swiftSettings: houseRules),
    .testTarget(
      name: "OutputsTests",
      dependencies: [
        "Publishing", "Outputs", "Calendars", "Pages", "Sites", "Drawings", "OutputFiles", "Linking", "Content",
        "Templating", "Formats", "CivilTime", "Diagnostics", "TestSupport",
      ],
      swiftSettings: houseRules),
    .target(
      name: "Checking",
      dependencies: [
        "OutputFiles", "Searching", "Linking", "Content", "Markdown", "Formats", "Languages", "CivilTime",
        "Diagnostics",
      ],
      swiftSettings: houseRules),
    .target(
      name: "Explaining", dependencies: ["Outputs", "Templating", "Content", "Formats", "Diagnostics"],
      exclude: ["Handbook"],
      swiftSettings: houseRules,
      plugins: ["EmbedFiles"]),
    .target(name: "Reports", dependencies: ["Formats", "Diagnostics"], swiftSettings: houseRules),
    .target(
      name: "Migrating", dependencies: ["Linking", "Content", "Markdown", "Formats", "CivilTime", "Diagnostics"],
      swiftSettings: houseRules),
    .testTarget(
      name: "MigratingTests",
      dependencies: ["Migrating", "TestSupport"],
      swiftSettings: houseRules),
    .target(
      name: "Publishing",
      dependencies: [
        "Migrating", "Checking", "Explaining", "Reports", "Authoring", "Outputs", "OutputFiles", "Editions", "Linking",
        "Content", "Formats", "Digests", "CivilTime", "Diagnostics",
      ],
      swiftSettings: houseRules,
      plugins: ["EmbedFiles"]),
    .target(
      name: "Importing", dependencies: ["Authoring", "Linking", "Content", "Formats", "CivilTime", "Diagnostics"],
      swiftSettings: houseRules),
    .testTarget(
      name: "ImportingTests",
      dependencies: [
        "Importing", "Publishing", "Outputs", "OutputFiles", "Linking", "Content", "Formats", "CivilTime",
        "Diagnostics", "TestSupport",
      ],
      swiftSettings: houseRules),
    .testTarget(
      name: "CheckingTests",
      dependencies: [
        "Publishing", "Checking", "Linking", "Content", "CivilTime", "Diagnostics", "TestSupport",
      ],
      swiftSettings: houseRules),
    .testTarget(
      name: "ReportsTests", dependencies: ["Reports", "Formats", "Diagnostics", "TestSupport"],
      swiftSettings: houseRules),
    .testTarget(
      name: "ExplainingTests",
      dependencies: ["Publishing", "Explaining", "Content", "CivilTime", "Diagnostics", "TestSupport"],
      swiftSettings: houseRules),
    .testTarget(
      name: "AuthoringTests",
      dependencies: [
        "Authoring", "Publishing", "Outputs", "OutputFiles", "Linking", "Content", "CivilTime", "Diagnostics",
        "TestSupport",
      ],
      swiftSettings: houseRules),
    .target(
      name: "DevServer",
      dependencies: [
        "OutputFiles", "Linking", "Content", "Formats", "Diagnostics",
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
      ],
      exclude: ["Preview"],
      swiftSettings: houseRules,
      plugins: ["EmbedFiles"]),
    .testTarget(
      name: "DevServerTests",
      dependencies: [
        "DevServer", "Publishing", "Explaining", "Reports", "Outputs", "OutputFiles", "Linking", "Content",
        "CivilTime", "Diagnostics", "TestSupport",
        .product(name: "NIOHTTP1", package: "swift-nio"),
      ],
      swiftSettings: houseRules),
    .executableTarget(
      name: "hubwright",
      dependencies: [
        "DevServer", "Publishing", "Migrating", "Importing", "Authoring", "Explaining", "Reports", "Outputs",
        "OutputFiles", "Editions", "Linking", "Content", "CivilTime", "Diagnostics", "CMimalloc",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: houseRules),
    .testTarget(
      name: "HubwrightTests", dependencies: ["hubwright", "TestSupport"], swiftSettings: houseRules),
    .testTarget(
      name: "PublishingTests",
      dependencies: [
        "Publishing", "Outputs", "OutputFiles", "Editions", "Digests", "Linking", "Content", "CivilTime", "Diagnostics",
        "TestSupport",
      ],
      swiftSettings: houseRules),
    .executableTarget(
      name: "fuzz-hubs",
      dependencies: [
        "Importing", "Publishing", "Checking", "Explaining", "Reports", "Outputs", "OutputFiles", "Content",
        "CivilTime", "Diagnostics", "TestSupport",
      ],
      path: "Tests/fuzz-hubs",
      swiftSettings: houseRules),
    .executableTarget(
      name: "fuzz-readers",
      dependencies: ["Importing", "Content", "Markdown", "Formats", "CivilTime", "Diagnostics", "TestSupport"],
      path: "Tests/fuzz-readers",
      swiftSettings: houseRules),
    .testTarget(
      name: "HouseRulesTests", dependencies: ["Publishing", "CivilTime", "Content", "Diagnostics"],
      swiftSettings: houseRules),
  ]
)
