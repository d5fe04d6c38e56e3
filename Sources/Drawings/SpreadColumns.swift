/// Moves columns apart as little as keeps them from touching, in their order; the sum of squared ways is least.
///
/// They stay within the bounds where these have room for all, and begin at the lower bound where they have not.
func spreadColumns(
  at wanted: [Double], widths: [Double], gap: Double, within bounds: ClosedRange<Double>
) -> [Double] {
  // Less what its neighbours to the left take, each column must not lie before the one before it: an isotonic
  // regression, by pooling neighbours that violate it (Ayer et al., 1955).
  var offsets: [Double] = []
  var taken = 0.0
  for (index, width) in widths.enumerated() {
    if index > 0 { taken += (widths[index - 1] + width) / 2 + gap }
    offsets.append(taken)
  }
  var pools: [(sum: Double, count: Int)] = []
  for (place, offset) in zip(wanted, offsets) {
    var pool = (sum: place - offset, count: 1)
    while let last = pools.last, last.sum / Double(last.count) > pool.sum / Double(pool.count) {
      pool = (pool.sum + last.sum, pool.count + last.count)
      pools.removeLast()
    }
    pools.append(pool)
  }
  let lower = bounds.lowerBound + (widths.first ?? 0) / 2
  let upper = max(lower, bounds.upperBound - (widths.last ?? 0) / 2 - taken)
  let bases = pools.flatMap { pool in
    Array(repeating: min(upper, max(lower, pool.sum / Double(pool.count))), count: pool.count)
  }
  return zip(bases, offsets).map { $0 + $1 }
}

/// The room that columns need side by side.
func widthOfColumns(_ widths: [Double], gap: Double) -> Double {
  widths.reduce(0, +) + gap * Double(max(0, widths.count - 1))
}
