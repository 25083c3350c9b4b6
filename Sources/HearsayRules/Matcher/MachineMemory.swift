/// The stacks of a machine and the captures of the attempt that runs. A worker keeps one; the machine gets it lent as
/// plain pointers, because it pushes and pops at nearly every step.
struct MachineMemory: Sendable {
  // Both stacks grow by one a step at most, so that they never need more room than the budget.
  private var frames: [Machine.Frame] = []
  private var trail: [Machine.Change] = []
  /// As `CaptureSlots` has them.
  private var bounds: [Int32] = []
  private var needsBefore: [UInt64] = []
  private var needsAfter: [UInt64] = []

  /// The memory, valid inside `withView`.
  struct View {
    let frames: UnsafeMutablePointer<Machine.Frame>
    let trail: UnsafeMutablePointer<Machine.Change>
    let bounds: UnsafeMutablePointer<Int32>
    let needs: NeedMap
  }

  /// Lends memory for a scope of `count` tokens.
  mutating func withView(_ count: Int, _ body: (View) -> Void) {
    if frames.isEmpty {
      frames = [Machine.Frame](repeating: Machine.Frame(), count: Machine.budget + 1)
      trail = [Machine.Change](repeating: Machine.Change(), count: Machine.budget + 1)
      bounds = [Int32](repeating: -1, count: 2 * CaptureSlots.limit)
    }
    if needsBefore.count <= count {
      needsBefore = [UInt64](repeating: 0, count: count + 1)
      needsAfter = needsBefore
    }
    frames.withUnsafeMutableBufferPointer { frames in
      trail.withUnsafeMutableBufferPointer { trail in
        bounds.withUnsafeMutableBufferPointer { bounds in
          needsBefore.withUnsafeMutableBufferPointer { before in
            needsAfter.withUnsafeMutableBufferPointer { after in
              guard let frames = frames.baseAddress, let trail = trail.baseAddress, let bounds = bounds.baseAddress,
                let before = before.baseAddress, let after = after.baseAddress
              else { return }
              let needs = NeedMap(before: before, after: after)
              body(View(frames: frames, trail: trail, bounds: bounds, needs: needs))
            }
          }
        }
      }
    }
  }
}
