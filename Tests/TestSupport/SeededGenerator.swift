/// Numbers that look random and are the same in every run (SplitMix64).
package struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  package init(seed: UInt64) { state = seed }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// Up to so many characters out of those that encoders have to look at.
  package mutating func text(upTo length: Int) -> String {
    let characters = Array("aZ09 \n\r\t\\;,:\"'<>&=+-@#%é日👩🏽‍🚀\u{2028}\u{301}\u{FFFF}\0\u{7F}").map(String.init)
    return (0..<Int.random(in: 0...length, using: &self)).map { _ in
      characters.randomElement(using: &self) ?? ""
    }.joined()
  }
}
