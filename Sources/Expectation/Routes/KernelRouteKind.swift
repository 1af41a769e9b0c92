internal import Calculus
internal import Expressions

/// Densities of one variable that a change of variable brings to a kernel of a table.
public struct KernelRouteKind: ExpectationRouteKind {
  private let table: [Kernel]

  /// Creates the kind over a table of kernels.
  public init(_ table: [Kernel] = Kernel.standard) {
    self.table = table
  }

  /// The route with the first change of variable and kernel that fit: the density as a whole, or else all of it but a
  /// product of sums.
  public func prepared(for setting: DensitySetting) -> (any ExpectationRoute)? {
    guard setting.observed.count == 1, let observed = setting.observed.first else { return nil }
    let search = SubstitutionSearch(setting, observed)
    let library = KernelLibrary(table, setting.simplifier)
    var position = 0
    while let density = search[position] {
      position += 1
      if let match = library.firstMatch(density) {
        return KernelRoute(setting, KernelForm(density, tilt: setting.store.one, match, setting, library))
      }
    }
    position = 0
    while let density = search[position] {
      position += 1
      if let form = tilted(density, setting, library) { return KernelRoute(setting, form) }
    }
    return nil
  }

  /// The form with the sums in the density taken out, where what is left is a kernel's integrand or nothing.
  private func tilted(
    _ density: TransformedDensity, _ setting: DensitySetting, _ library: KernelLibrary
  ) -> KernelForm? {
    guard let (rest, tilt) = density.withoutSums else { return nil }
    let match = library.firstMatch(rest)
    let isBare = !setting.store.contains(rest.weight, rest.variable)
    guard match != nil || isBare else { return nil }
    let form = KernelForm(rest, tilt: tilt, match, setting, library)
    return form.total == nil ? nil : form
  }
}
