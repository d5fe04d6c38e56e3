import Content
import Testing

@Test(arguments: [0, 1, 2, 3, 7, 64, 65, 1_000, 4_097], [1, 2, 3, 8, 100])
func mapsInOrderOnAnyNumberOfThreads(_ count: Int, _ jobs: Int) {
  let values = mapConcurrently(Array(0..<count), jobs: jobs) { number in
    number % 97 == 0 ? String(repeating: "x", count: number) : String(number)
  }
  #expect(values == (0..<count).map { $0 % 97 == 0 ? String(repeating: "x", count: $0) : String($0) })
}
